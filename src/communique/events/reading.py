"""What the party linker sees of a report: the states of its words, and who may be party to what a word tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from communique.events.find import Find
from communique.events.links import Mentions
from communique.lookup import Lookup
from communique.models.states import States
from communique.parse import Doc
from communique.types import Record


@dataclass(frozen=True, slots=True)
class Candidates:
    """Mentions that may be party to one event: their actors, the rows of their ends in the states, and of their features."""

    actors: tuple[str, ...]
    ends: tuple[tuple[int, int], ...]
    features: tuple[tuple[int, ...], ...]


class Reading:
    """One report; `vectors` are the states of its words. `found` are the mentions of events that the rules find."""

    def __init__(self, doc: Doc, record: Record, lookup: Lookup, found: Sequence[Find], states: States) -> None:
        self._states, self.vectors = states, states.vectors()
        self._speakers = {
            one.cue.span[0]: one.speaker.actor
            for one in record.statements
            if one.cue is not None and one.speaker is not None and one.speaker.actor is not None
        }
        self._found = {find.token.i: find for find in found}
        self._mentions = Mentions(doc, record, lookup, found)

    def row(self, token: Token) -> int:
        """The row of a word's state."""
        return self._states.word_at(token.idx)

    def candidates(self, token: Token) -> Candidates:
        """Who may be party to what a word tells. Mentions in another window are seen as the beginning of the word's own."""
        window = self._states.windows[self.row(token)]
        links = self._mentions.links(token, self._found.get(token.i), self._speakers)
        ends = []
        for link in links:
            first = last = -1 - window
            if link.span is not None:
                begin, end = self._states.word_at(link.span[0]), self._states.word_at(link.span[1] - 1)
                if self._states.windows[begin] == window == self._states.windows[end]:
                    first, last = begin, end
            ends.append((first, last))
        return Candidates(tuple(link.actor for link in links), tuple(ends), tuple(link.features for link in links))
