"""Direct speech: each quotation is given the cue after it, before it, or the one it goes on with.

Works by position, because a parser often loses its way in long quotations; the tree only bounds names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from communique.parse import Doc, Quote
from communique.parse.tree import trimmed
from communique.statements.phrases import cue_span, source_between, subject_of
from communique.vocabulary import Span

_STOPS = frozenset(".!?;")
_TAIL_LIMIT = 45
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s")
_ENDS_OPEN = re.compile(r"(?:[,?!—–…-]|\.\.)\W*$")

Speaks = Callable[[Token], bool]


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation with its cue. `verb` is the token of the cue; `end` is where the cue's own sentence ends."""

    verb: Token | None
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    rule: str
    end: int


def find_speech(doc: Doc, speaks: Speaks) -> list[Speech]:
    """Every outer quotation that has a speaker, in the order of the text; scare quotes and titles are left out."""
    out: list[Speech] = []
    used: set[int] = set()
    quotes = [quote for quote in doc.quotes if quote.depth == 0]
    for at, quote in enumerate(quotes):
        following = quotes[at + 1].span[0] if at + 1 < len(quotes) else len(doc.article.text)
        floor = quotes[at - 1].span[1] if at else 0
        found = _after(doc, quote, following, floor, speaks) or _before(doc, quote, floor, used, speaks)
        if found is not None:
            out.append(found)
            if found.verb is not None:
                used.add(found.verb.i)
        elif out and _goes_on(doc, quote, quotes[at - 1], out[-1]):
            out[-1] = replace(out[-1], content=(*out[-1].content, quote.span), end=max(out[-1].end, quote.span[1]))
    return out


def _goes_on(doc: Doc, quote: Quote, previous: Quote, last: Speech) -> bool:
    """Whether a quotation without a cue continues the last one: nothing but the cue's sentence lies between."""
    if last.content[-1][1] != previous.span[1]:
        return False
    if quote.continues:
        return True
    if doc.paragraph_at(quote.span[0]) != doc.paragraph_at(last.content[-1][0]):
        return False
    between = doc.text((max(last.end, previous.span[1]), quote.span[0]))
    return not re.search(r"\w", between)


def _tail(doc: Doc, quote: Quote, following: int) -> list[Token]:
    """Tokens after a quotation up to the end of its sentence, the next quotation or the end of the paragraph."""
    stop = min(following, doc.paragraphs[doc.paragraph_at(quote.span[0])][1])
    first = doc.token_at(quote.span[1])
    out: list[Token] = []
    for i in range(first.i, min(len(doc.tokens), first.i + _TAIL_LIMIT)):
        token = doc.tokens[i]
        if token.idx < quote.span[1]:
            continue
        if token.idx >= stop or token.text in _STOPS:
            break
        out.append(token)
    return out


def _after(doc: Doc, quote: Quote, following: int, floor: int, speaks: Speaks) -> Speech | None:
    """`"...," X said` and `"...," said X`."""
    inner = doc.text(quote.inner)
    tail = _tail(doc, quote, following)
    if not tail:
        return None
    if tail[0].text in {",", "—", "–", "-", "--"}:
        tail = tail[1:]
    elif not _ENDS_OPEN.search(inner) and not (inner.rstrip().endswith(".") and tail[0].text[:1].islower()):
        return None
    verb = next((token for token in tail if speaks(token)), None)
    if verb is None or not tail or any(t.text in {":", "that"} for t in tail[: verb.i - tail[0].i]):
        return None
    if any(c.dep_ == "ccomp" and c.i > verb.i and c.idx < tail[-1].idx and c.tag_ != "VBG" for c in verb.rights):
        return None
    lead = tail[: verb.i - tail[0].i]
    source = _source_first(lead, verb) if _has_noun(lead) else _source_last(tail, verb)
    if source is None:
        return None
    end = tail[-1].idx + len(tail[-1]) + 1
    return Speech(verb, source, cue_span(verb), (_widened(doc, quote, floor),), "quote-after", end)


def _has_noun(tokens: list[Token]) -> bool:
    return any(token.pos_ in {"NOUN", "PROPN", "PRON", "DET", "NUM"} for token in tokens)


def _source_first(lead: list[Token], verb: Token) -> Span | None:
    """The words between quotation and verb, as long as they look like one name with its appositions."""
    last = len(lead) - 1
    while last >= 0 and (lead[last].dep_ in {"aux", "advmod", "neg", "punct", "auxpass"} or lead[last].pos_ in {"ADV", "AUX"}):
        last -= 1
    first = 0
    while first <= last and (lead[first].is_punct or lead[first].pos_ in {"CCONJ", "ADV"}):
        first += 1
    if first > last or lead[first].pos_ not in {"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "VERB"}:
        return None
    return trimmed(lead[first], lead[last])


def _source_last(tail: list[Token], verb: Token) -> Span | None:
    """`said X, a lawyer for Y, on Monday`: the noun after the verb."""
    limit = tail[-1]
    subject = next(
        (c for c in verb.rights if c.dep_ in {"nsubj", "dobj", "attr", "ccomp", "npadvmod"} and c.i <= limit.i), None
    )
    if (
        subject is not None
        and subject.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}
        and subject.left_edge.i == verb.i + 1
    ):
        last = subject.right_edge if subject.right_edge.i <= limit.i else limit
        return trimmed(verb.doc[verb.i + 1], last)
    words = [token for token in tail if token.i > verb.i]
    end = next((k for k, token in enumerate(words) if token.text in {",", "in", "on", "during", "at", "to"}), len(words))
    if not words[:end] or not _has_noun(words[:end]):
        return None
    return trimmed(words[0], words[end - 1])


def _before(doc: Doc, quote: Quote, floor: int, used: set[int], speaks: Speaks) -> Speech | None:
    """`X said: "..."`, `X said, "..."`, `X said that "..."`, `X said "..."`."""
    start = max(floor, doc.paragraphs[doc.paragraph_at(quote.span[0])][0])
    lead = [t for t in doc.words((start, quote.span[0])) if start <= t.idx < quote.span[0]] if start < quote.span[0] else []
    while lead and lead[-1].is_space:
        lead.pop()
    cut = max((k for k, t in enumerate(lead) if t.text in _STOPS), default=-1)
    lead = lead[cut + 1 :]
    if not lead:
        return None
    mark = lead[-1].text
    at = next((k for k in range(len(lead) - 1, -1, -1) if speaks(lead[k])), None)
    if at is None or lead[at].i in used:
        return None
    verb = lead[at]
    near = len(lead) - 1 - at
    if mark not in {":", ","} and near > 1:
        return None
    if near == 1 and mark not in {":", ",", "that"}:
        return None
    if mark == "," and near > 14:
        return None
    subject = subject_of(verb)
    if subject is None:
        return None
    return Speech(verb, source_between(subject, verb), cue_span(verb), (quote.span,), "quote-before", quote.span[1])


def _widened(doc: Doc, quote: Quote, floor: int) -> Span:
    """A quotation with the unquoted beginning of its sentence: `But soon "he left," she says`."""
    start = max(floor, doc.paragraphs[doc.paragraph_at(quote.span[0])][0])
    before = doc.text((start, quote.span[0]))
    cut = max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
    lead = before[cut:]
    if floor > start - 1 and start == floor and cut == 0:
        return quote.span
    stripped = lead.strip()
    if not stripped or stripped[-1] in ":,":
        return quote.span
    return start + cut + len(lead) - len(lead.lstrip()), quote.span[1]
