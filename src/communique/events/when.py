"""Which date and which place belong to an event: what hangs on its verb or noun, never on the verb of reporting."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from communique.parse import Doc
from communique.types import DateExpression, Place, Record, When

_STEPS = 6
_BOUNDS = frozenset({"since", "until", "till", "before", "by"})
_WHERE = frozenset({"in", "at", "near", "outside", "around", "across", "on", "inside", "off", "over"})


class Circumstances:
    """Dates and places of a record by the verb or noun that they hang on."""

    def __init__(self, doc: Doc, record: Record) -> None:
        self._dates: dict[int, list[DateExpression]] = {}
        self._places: dict[int, list[Place]] = {}
        for date in record.dates:
            if date.type in {"DATE", "TIME"} and date.start is not None:
                head = _head(doc, date.span)
                if head.head.lower_ in _BOUNDS:
                    continue
                for token in _governors(head):
                    self._dates.setdefault(token.i, []).append(date)
        for place in record.places:
            head = _head(doc, place.span)
            if head.dep_ in {"compound", "nmod"}:
                self._places.setdefault(head.head.i, []).append(place)
            elif any(token.dep_ == "prep" and token.lower_ in _WHERE for token in (head.head, head.head.head)):
                for token in _governors(head):
                    self._places.setdefault(token.i, []).append(place)

    def when(self, tokens: Iterable[Token]) -> When | None:
        """The date on the first of some tokens that has one."""
        for token in tokens:
            if found := self._dates.get(token.i):
                nearest = min(found, key=lambda date: abs(date.span[0] - token.idx))
                return When(start=nearest.start, end=nearest.end, span=nearest.span)
        return None

    def where(self, tokens: Iterable[Token]) -> Place | None:
        """The place on the first of some tokens that has one."""
        for token in tokens:
            if found := self._places.get(token.i):
                return min(found, key=lambda place: abs(place.span[0] - token.idx))
        return None


def scene(trigger: Token, anchor: Token) -> list[Token]:
    """Where an event's date and place may hang: its word, its verb, and the verbs that an untensed one goes with."""
    found = [trigger, anchor]
    current = anchor
    for _ in range(3):
        untensed = current.tag_ in {"VB", "VBG"} and not any(
            child.dep_ == "aux" and child.tag_ != "TO" for child in current.lefts
        )
        if current.dep_ == "prep" or (untensed and current.dep_ in {"advcl", "xcomp", "conj", "pcomp", "acl"}):
            current = current.head
            found.append(current)
    return found


def _head(doc: Doc, span: tuple[int, int]) -> Token:
    return doc.words(span).root


def _governors(token: Token) -> list[Token]:
    """The nouns on the way up from a phrase, and the first verb."""
    found: list[Token] = []
    current = token
    for _ in range(_STEPS):
        if current.head is current:
            break
        current = current.head
        if current.pos_ in {"NOUN", "PROPN"}:
            found.append(current)
        if current.pos_ in {"VERB", "AUX"}:
            found.append(current)
            break
    return found
