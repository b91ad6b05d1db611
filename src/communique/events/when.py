"""Which date and which place belong to an event: what hangs on its verb or noun, never on the verb of reporting."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from communique.parse import Doc
from communique.types import DateExpression, Place, Record, When

_STEPS = 6
_BOUNDS = frozenset({"since", "until", "till", "before", "by", "after", "from", "following"})
_WHERE = frozenset({"in", "at", "near", "outside", "around", "across", "on", "inside", "off", "through", "throughout"})
# What a noun after these names goes on while the verb does: `fired a missile during a drill`.
_WHILE = frozenset({"during", "at", "in", "amid", "amidst", "through", "throughout"})
_TO = frozenset({"to", "for"})
_VERBS = frozenset({"VERB", "AUX"})
_ARGUMENTS = frozenset({"dobj", "pobj", "nsubjpass", "dative"})


class Circumstances:
    """Dates and places of a record by the verb or noun that they hang on."""

    def __init__(self, doc: Doc, record: Record) -> None:
        self._dates: dict[int, list[DateExpression]] = {}
        self._places: dict[int, list[Place]] = {}
        self._far: dict[int, list[Place]] = {}
        self._goals: dict[int, list[Place]] = {}
        for date in record.dates:
            if date.type in {"DATE", "TIME"} and date.start is not None:
                head = _head(doc, date.span)
                if head.head.lower_ not in _BOUNDS:
                    for token in _governors(head):
                        self._dates.setdefault(token.i, []).append(date)
        for place in record.places:
            head = _head(doc, place.span)
            if head.dep_ in {"compound", "nmod"}:
                self._places.setdefault(head.head.i, []).append(place)
            elif any(token.dep_ == "prep" and token.lower_ in _WHERE for token in (head.head, head.head.head)):
                governors = _governors(head)
                for token in governors:
                    far = token.pos_ in _VERBS and len(governors) > 1
                    (self._far if far else self._places).setdefault(token.i, []).append(place)
            elif head.dep_ == "dobj" or (head.dep_ == "pobj" and head.head.lower_ in _TO):
                above = head.head if head.dep_ == "dobj" else head.head.head
                self._goals.setdefault(above.i, []).append(place)

    def when(self, tokens: Iterable[Token]) -> When | None:
        """The date on the first of some tokens that has one."""
        for token in tokens:
            if found := self._dates.get(token.i):
                return when_of(min(found, key=lambda date: abs(date.span[0] - token.idx)))
        return None

    def where(self, tokens: Iterable[Token], *, saying: bool = False, visiting: bool = False) -> Place | None:
        """The place on the first of some tokens that has one; of a visit, also the place that it goes to.

        Of what is only said, not the place of what it is about: `condemned the attack in Quito`.
        """
        for token in tokens:
            found = self._places.get(token.i) or (self._goals.get(token.i) if visiting else None)
            found = found or (None if saying else self._far.get(token.i))
            if found:
                return min(found, key=lambda place: abs(place.span[0] - token.idx))
        return None


def when_of(date: DateExpression) -> When:
    """The days of a date expression."""
    return When(start=date.start, end=date.end, span=date.span)


def scene(trigger: Token, anchor: Token) -> list[Token]:
    """Where an event's date and place may hang: its word, its verb, and the words that these go with.

    An untensed verb goes with the one above it, a paper's verb with who signs the paper, and what is done `and` done with
    the verb before; a noun after `during` with the verb that goes on.
    """
    found = [trigger, anchor]
    current = anchor
    for _ in range(4):
        above = _goes_with(current)
        if above is None:
            break
        current = above
        found.append(current)
    return found


def _goes_with(token: Token) -> Token | None:
    head = token.head
    if head is token:
        return None
    if token.dep_ == "prep":
        return head
    if token.pos_ in {"NOUN", "PROPN"}:
        if token.dep_ == "pobj" and head.lower_ in _WHILE:
            return head.head
        return head if token.dep_ in _ARGUMENTS and head.pos_ == "VERB" and token.i > head.i else None
    if token.dep_ == "conj" and head.pos_ in _VERBS and not any(child.dep_ == "nsubj" for child in token.lefts):
        return head
    if _untensed(token) and token.dep_ in {"advcl", "xcomp", "pcomp", "acl", "ccomp"}:
        return head
    return None


def _untensed(verb: Token) -> bool:
    tensed = any(child.dep_ == "aux" and child.tag_ != "TO" for child in verb.lefts)
    return verb.tag_ in {"VB", "VBG"} and not tensed


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
