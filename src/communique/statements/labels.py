"""Speakers' labels: `HOLM: ...` in a transcript, `Q:` and `A:`, `Reporter:` and `Holm:` in an interview."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from communique.parse import Doc
from communique.statements.found import Found
from communique.vocabulary import Span

_LABEL = re.compile(r"([A-Z][^:\n\"“”?!;]{0,50}):\s+(?=\S)")
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: (?:de|of|van|von|al|[A-Z][\w.'’-]*)){0,3}")
_ASIDE = re.compile(r"\s*\([^)]*\)$")
_QUESTION_AND_ANSWER = frozenset({"Q", "A", "Question", "Answer"})
_TURNS = 3
# Text is a transcript, whose paragraphs without a label go on with the turn before, where so many have one.
_SHARE = 0.4
_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class _Turn:
    at: int
    label: Span
    words: Span


def find_turns(doc: Doc) -> list[Found]:
    """Attributions of labelled turns; a paragraph without a label between two turns of a transcript belongs to the first."""
    turns = list(_turns(doc))
    runs_on = len(turns) >= _SHARE * len(doc.paragraphs)
    out = []
    for turn, following in zip(turns, [*turns[1:], None], strict=False):
        content = [turn.words]
        if runs_on and following is not None:
            content += [span for span in doc.paragraphs[turn.at + 1 : following.at] if _is_spoken(doc, span)]
        colon = turn.label[1]
        out.append(Found(turn.label, (colon, colon + 1), tuple(content), "turn", _CONFIDENCE))
    return out


def _turns(doc: Doc) -> Iterator[_Turn]:
    labelled = []
    for at, (start, end) in enumerate(doc.paragraphs):
        match = _LABEL.match(doc.article.text, start, end)
        if match is not None:
            labelled.append((_Turn(at, match.span(1), (match.end(), end)), _ASIDE.sub("", match.group(1))))
    taken = _labels([label for _, label in labelled], any(doc.text(turn.words).endswith("?") for turn, _ in labelled))
    for turn, label in labelled:
        if label in taken and not _is_one_quotation(doc, turn.words):
            yield turn


def _labels(labels: list[str], asks: bool) -> frozenset[str]:
    """Which labels are speakers'.

    In capitals: if of three or more turns two are one speaker's. `Q` and `A`. Names: if two take turns and somebody asks.
    """
    capitals = [label for label in labels if label.isupper() and 1 < len(label) and len(label.split()) <= 4]
    letters = {label for label in labels if label in _QUESTION_AND_ANSWER}
    counts = Counter(label for label in labels if _NAME.fullmatch(label) and not label.isupper() and label not in letters)
    names = {label for label, count in counts.items() if count > 1}
    surnames = {label.split(",")[0].split()[-1] for label in capitals if " " in label.split(",")[0]}
    speaks_again = len(set(capitals)) < len(capitals) or not surnames.isdisjoint(capitals)
    taken = set(capitals) if len(capitals) >= _TURNS and speaks_again else set()
    taken |= letters if len(letters) > 1 else set()
    return frozenset(taken | (names if len(names) > 1 and asks else set()))


def _is_one_quotation(doc: Doc, span: Span) -> bool:
    quote = doc.quote_at(span[0])
    return quote is not None and quote.span[1] >= span[1] - 1


def _is_spoken(doc: Doc, span: Span) -> bool:
    """No stage direction: `(Applause.)`, `[Music]`."""
    return doc.article.text[span[0]] not in "([*"
