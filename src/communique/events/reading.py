"""What the event model sees of a report: its words with their states and features, and who may be party to what they tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.events.find import Find
from communique.events.links import Mentions
from communique.events.triggers import describe, triggers
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
    """One report. `found` are the rules' mentions of events, which the model is told of.

    `vectors` are the states; row `rows[k]` is that of the word k.
    """

    def __init__(self, doc: Doc, record: Record, lookup: Lookup, found: Sequence[Find], states: States) -> None:
        self._kept, self.vectors = states, states.vectors()
        manners = {one.cue.span[0]: one.manner for one in record.statements if one.cue is not None}
        self._speakers = {
            one.cue.span[0]: one.speaker.actor
            for one in record.statements
            if one.cue is not None and one.speaker is not None and one.speaker.actor is not None
        }
        self._found = {find.token.i: find for find in found}
        self._mentions = Mentions(doc, record, lookup, found)
        self.words = list(triggers(doc))
        self.features = describe(self.words, found, lookup, manners)
        self.places = {token.i: k for k, token in enumerate(self.words)}
        self.rows = [states.word_at(token.idx) for token in self.words]

    def candidates(self, k: int) -> Candidates:
        """Who may be party to what the word k tells. Mentions in another window are seen as that window's beginning."""
        token, window = self.words[k], self._kept.windows[self.rows[k]]
        links = self._mentions.links(token, self._found.get(token.i), self._speakers)
        ends = []
        for link in links:
            first = last = -1 - window
            if link.span is not None:
                begin, end = self._kept.word_at(link.span[0]), self._kept.word_at(link.span[1] - 1)
                if self._kept.windows[begin] == window == self._kept.windows[end]:
                    first, last = begin, end
            ends.append((first, last))
        return Candidates(tuple(link.actor for link in links), tuple(ends), tuple(link.features for link in links))
