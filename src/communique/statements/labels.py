"""Speakers' labels: `HOLM: ...` in a transcript, `Q:` and `A.`, `((Holm))`, `Reporter:` and `Holm:` in an interview.

Of a transcript that is quoted every paragraph opens the quotation: `"HOLM: ...`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.parse import Doc
from communique.statements.found import Found
from communique.vocabulary import Span

TURN = "turn"
_LABEL = re.compile(r"([A-Z][^:\n\"“”?!;@]{0,50})(:)\s+(?=\S)")
# `Q. Will you sign?`, and the official transcripts' `Q   Will you sign?`.
_LETTER = re.compile(r"([QA])(?:([.:])\s+|\s{2,})(?=\S)")
_BRACKETED = re.compile(r"\(\(([^()\n]{1,40})()\)\)\s*(?=\S)")
_OPENING, _CLOSING = '"“', '"”'
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: (?:de|of|van|von|al|[A-Z][\w.'’-]*)){0,3}")
_ASIDE = re.compile(r"\s*\([^)]*\)$")
_QUESTION_AND_ANSWER = frozenset({"Q", "A", "Question", "Answer"})
_TURNS = 3
# Text is a transcript, whose paragraphs without a label go on with the turn before, where so many have one.
_SHARE = 0.4
_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class _Turn:
    """A labelled paragraph: its number, the label's name and place, the mark behind it, what is said."""

    at: int
    name: str
    label: Span
    mark: Span | None
    words: Span
    bracketed: bool = False
    quoted: bool = False


def find_turns(doc: Doc) -> list[Found]:
    """Attributions of labelled turns; a paragraph without a label between two turns of a transcript belongs to the first."""
    turns = list(_turns(doc))
    runs_on = len(turns) >= _SHARE * len(doc.paragraphs)
    out = []
    for turn, following in zip(turns, [*turns[1:], None], strict=False):
        content = [_unclosed(doc, turn.words) if turn.quoted else turn.words]
        # Behind a question somebody else speaks, label or not.
        if runs_on and following is not None and not _asks(doc, turn):
            content += [span for span in doc.paragraphs[turn.at + 1 : following.at] if _is_spoken(doc, span)]
        elif turn.quoted:
            content += _quoted_on(doc, turn)
        out.append(Found(turn.label, turn.mark, tuple(content), TURN, _CONFIDENCE))
    return out


def _quoted_on(doc: Doc, turn: _Turn) -> list[Span]:
    """Paragraphs that go on with a quoted turn until its quotation is closed: each opens it again, none has a label."""
    out: list[Span] = []
    text, before = doc.article.text, turn.words
    for at in range(turn.at + 1, len(doc.paragraphs)):
        start, end = doc.paragraphs[at]
        if text[before[1] - 1] in _CLOSING or text[start] not in _OPENING or _labelled(doc, at) is not None:
            break
        before = (start, end)
        out.append(_unclosed(doc, (start + 1, end)))
    return out


def _unclosed(doc: Doc, span: Span) -> Span:
    return (span[0], span[1] - 1) if span[0] < span[1] and doc.article.text[span[1] - 1] in _CLOSING else span


def _turns(doc: Doc) -> Iterator[_Turn]:
    labelled = [turn for at in range(len(doc.paragraphs)) if (turn := _labelled(doc, at)) is not None]
    taken = _labels(labelled, any(_asks(doc, turn) for turn in labelled))
    for turn in labelled:
        if turn.name in taken and (turn.quoted or not _is_one_quotation(doc, turn.words)):
            yield turn


def _labelled(doc: Doc, at: int) -> _Turn | None:
    start, end = doc.paragraphs[at]
    quoted = doc.article.text[start] in _OPENING
    start += quoted
    for pattern in (_LETTER, _LABEL, _BRACKETED):
        match = pattern.match(doc.article.text, start, end)
        if match is not None:
            mark = match.span(2) if match.group(2) else None
            name = _ASIDE.sub("", match.group(1))
            return _Turn(at, name, match.span(1), mark, (match.end(), end), pattern is _BRACKETED, quoted)
    return None


def _labels(turns: Sequence[_Turn], asks: bool) -> frozenset[str]:
    """Which labels are speakers'.

    In capitals: if of three or more turns two are one speaker's. `Q` and `A`. Names: if two take turns and somebody asks. In
    double parentheses: if there are two such turns, and then a name that answers, too.
    """
    labels = [turn.name for turn in turns if not turn.bracketed]
    bracketed = [turn.name for turn in turns if turn.bracketed]
    letters = [label for label in labels if label in _QUESTION_AND_ANSWER]
    capitals = [label for label in labels if label.isupper() and 1 < len(label) and len(label.split()) <= 4]
    counts = Counter(label for label in labels if _NAME.fullmatch(label) and not label.isupper() and label not in letters)
    taken = set(bracketed) if len(bracketed) > 1 else set()
    if len(capitals) + len(letters) >= _TURNS and capitals and _speak_again(capitals):
        taken |= {*capitals, *letters}
    if len(set(letters)) > 1:
        taken |= set(letters)
    names = {label for label, count in counts.items() if count > 1}
    if asks and (len(names) > 1 or (names and taken)):
        taken |= names
    elif asks and names and _take_turns(turns):
        taken |= set(counts)
    return frozenset(taken)


def _speak_again(capitals: Sequence[str]) -> bool:
    surnames = {label.split(",")[0].split()[-1] for label in capitals if " " in label.split(",")[0]}
    return len(set(capitals)) < len(capitals) or not surnames.isdisjoint(capitals)


def _take_turns(turns: Sequence[_Turn]) -> bool:
    """Two names that alternate, paragraph by paragraph, one of them once: `Holm: ... Ode: ...? Holm: ...`."""
    order = [turn.name for turn in turns]
    together = turns[-1].at - turns[0].at == len(turns) - 1
    return together and len(set(order)) == 2 and all(a != b for a, b in zip(order, order[1:], strict=False))


def _asks(doc: Doc, turn: _Turn) -> bool:
    return doc.text(turn.words).rstrip().endswith("?")


def _is_one_quotation(doc: Doc, span: Span) -> bool:
    quote = doc.quote_at(span[0])
    return quote is not None and quote.span[1] >= span[1] - 1


def _is_spoken(doc: Doc, span: Span) -> bool:
    """No stage direction: `(Applause.)`, `[Music]`."""
    return doc.article.text[span[0]] not in "([*"
