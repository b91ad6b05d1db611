"""Embedded tweets: the words, then `— Ada Holm (@adaholm) March 3, 2019`; or first the handle: `Ada Holm (@adaholm): ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.parse import Doc
from communique.statements.found import Found
from communique.vocabulary import Span

RULE = "tweet"
_SIGNATURE = re.compile(r"([—–-]{1,2})\s?([^\n()@“”\"—–]{2,50}?)\s?\((@\w{1,15})\)")
_HANDLE = re.compile(r"\s?\(@\w{1,15}\)")
_NAME = r"[^\W\d_][^\n()@:;,.“”\"—–]{1,49}?"
_BADGES = "✔✓☑\ufe0f "
_BADGE = f"[{_BADGES}]*"
# `@adaholm: ...`, `Ada Holm (@adaholm): ...`, `Ada Holm ✔ @adaholm: ...`, with or without `RT` before it.
_INLINE = re.compile(rf"(?:RT\s)?(?:({_NAME}){_BADGE}(?:\(@\w{{1,15}}\)|@\w{{1,15}})|(@\w{{1,15}}))\s?(:)\s+(?=\S)")
# The same as a line of its own above the words: `Ada Holm (@adaholm) · Mar 3`, `@adaholm` below the name.
_ABOVE = re.compile(rf"(?:({_NAME}){_BADGE}(?:\(@\w{{1,15}}\)|@\w{{1,15}})|(@\w{{1,15}}))(?:\s[·•|-]\s?[\w ,.:]{{1,30}})?")
_NAME_LINE = re.compile(r"[A-Z][\w.'’-]*(?: (?:de|of|van|von|al|[A-Z][\w.'’-]*)){0,4}(?<!\.)" + _BADGE)
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/)\S*$")
_LONGEST_LINK = 200
_CONFIDENCE = 0.85


def find_tweets(doc: Doc) -> list[Found]:
    """One attribution for each tweet: signed (its paragraph up to the signature, else the one before), or handle first."""
    signed = list(_signed(doc))
    taken = {found.content[0][0] for found in signed}
    return [*signed, *(found for found in _headed(doc) if found.content[0][0] not in taken)]


def _signed(doc: Doc) -> Iterator[Found]:
    for at, (start, end) in enumerate(doc.paragraphs):
        match = _SIGNATURE.search(doc.article.text, start, end)
        if match is None:
            continue
        words = (start, match.start()) if doc.text((start, match.start())).strip() else doc.paragraphs[at - 1] if at else None
        said = _without_links(doc, words) if words is not None else None
        if said is not None:
            yield Found(match.span(2), match.span(1), (said,), RULE, _CONFIDENCE)


def _headed(doc: Doc) -> Iterator[Found]:
    text = doc.article.text
    for at, (start, end) in enumerate(doc.paragraphs):
        if "@" not in text[start : min(end, start + 80)]:
            continue
        if (match := _INLINE.match(text, start, end)) is not None:
            if (said := _without_links(doc, (match.end(), end))) is not None and not _is_one_quotation(doc, said):
                yield Found(_named(match), match.span(3), (said,), RULE, _CONFIDENCE)
        elif (match := _ABOVE.fullmatch(text, start, end)) is not None and at + 1 < len(doc.paragraphs):
            source = _named(match)
            if match.group(1) is None:
                name = _NAME_LINE.fullmatch(text, *doc.paragraphs[at - 1]) if at else None
                if name is None:
                    # Lists of readers' tweets set the handle above the words or below them: either may be meant.
                    continue
                source = name.start(), name.start() + len(name.group().rstrip(_BADGES))
            if (said := _without_links(doc, doc.paragraphs[at + 1])) is not None:
                yield Found(source, None, (said,), RULE, _CONFIDENCE)


def _named(match: re.Match[str]) -> Span:
    """The name before the handle, or the handle where it stands alone."""
    if match.group(1) is None:
        return match.span(2)
    return match.start(1), match.start(1) + len(match.group(1).rstrip(_BADGES))


def is_signed(doc: Doc, one: Found) -> bool:
    """True where a handle stands behind a name in the margin of what is said: `Ada Holm (@adaholm)`; or is the name there."""
    if one.rule == RULE:
        return True
    if one.source is None or (one.cue is not None and any(map(str.isalnum, doc.text(one.cue)))):
        return False
    return doc.text(one.source).startswith("@") or _HANDLE.match(doc.article.text, one.source[1]) is not None


def _is_one_quotation(doc: Doc, span: Span) -> bool:
    """`@adaholm: "..."`: read as any quotation with a name before it."""
    quote = doc.quote_at(span[0])
    return quote is not None and quote.span[0] == span[0] and quote.span[1] >= span[1] - 1


def _without_links(doc: Doc, words: Span) -> Span | None:
    text = doc.text(words).rstrip()
    while (link := _LINK.search(text, max(0, len(text) - _LONGEST_LINK))) is not None:
        text = text[: link.start()].rstrip()
    return (words[0], words[0] + len(text)) if len(text.split()) > 1 else None
