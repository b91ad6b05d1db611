"""The learned event coder: the rules' events with parties that the model links to them, and events where the rules see none.

It reads the states that the statement model left with the report, so that no text is read twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast, get_args

import numpy as np

from communique.events.candidate import candidate
from communique.events.find import Find
from communique.events.heads import Floats, Heads
from communique.events.lexicon import RECIPROCAL
from communique.events.parties import Ids
from communique.events.reading import Reading
from communique.events.same import Draft
from communique.vocabulary import EventType

TYPES = cast(tuple[EventType, ...], get_args(EventType))
_POOLED = RECIPROCAL - {"AGREE"}
# No event that anybody tells has more parties on a side than this.
_MOST = 4


@dataclass(frozen=True, slots=True)
class Limits:
    """How sure the model must be: to add an event where the rules see none, of that event's parties, of parties for others."""

    event: float
    own: float
    party: float


class Coder:
    """The model at work on one report."""

    def __init__(self, heads: Heads, reading: Reading, limits: Limits) -> None:
        self._heads, self._reading, self._limits = heads, reading, limits

    @cached_property
    def chances(self) -> Floats:
        """Probabilities of no event and each type, of each word (words, 17)."""
        return self._heads.types(self._reading.vectors[self._reading.rows], self._reading.features)

    def mentions(self, found: Sequence[Find]) -> list[Find]:
        """The rules' mentions, and the model's likeliest in each sentence where they see none, in the order of the text."""
        return sorted([*found, *self._added(found)], key=lambda find: find.token.i)

    def complete(self, drafts: Iterable[Draft]) -> None:
        """Adds to each event the parties that the model links to its fullest mention."""
        for draft in drafts:
            k = self._reading.places.get(draft.best.token.i)
            if k is None:
                continue
            actors, recipients = self._parties(k, draft.type, self._limits.party)
            actors = tuple(actor for actor in actors if actor not in draft.recipients)
            draft.actors = tuple(dict.fromkeys((*draft.actors, *actors)))
            recipients = tuple(actor for actor in recipients if actor not in draft.actors)
            draft.recipients = tuple(dict.fromkeys((*draft.recipients, *recipients)))

    def _added(self, found: Sequence[Find]) -> Iterator[Find]:
        if not self._reading.words:
            return
        told = {find.token.sent.start for find in found if not find.weak}
        known = {find.token.i for find in found}
        kinds, best = self.chances[:, 1:].argmax(1), self.chances[:, 1:].max(1)
        likeliest: dict[int, int] = {}
        for k, token in enumerate(self._reading.words):
            start = token.sent.start
            if best[k] < self._limits.event or start in told or token.i in known:
                continue
            if start not in likeliest or best[k] > best[likeliest[start]]:
                likeliest[start] = k
        for k in likeliest.values():
            kind = TYPES[int(kinds[k])]
            actors, recipients = self._parties(k, kind, self._limits.own)
            if actors or recipients:
                yield candidate(self._reading.words[k], kind, actors, recipients, confidence=float(best[k]))

    def _parties(self, k: int, kind: EventType, least: float) -> tuple[Ids, Ids]:
        """Who acts and who is acted on, the surest first."""
        candidates = self._reading.candidates(k)
        if not candidates.actors:
            return (), ()
        vectors = self._reading.vectors
        ends = vectors[np.array(candidates.ends)].reshape(len(candidates.ends), -1)
        parts = self._heads.parts(vectors[self._reading.rows[k]], ends, candidates.features, 1 + TYPES.index(kind))
        by_actor: dict[str, Floats] = {}
        for actor, chances in zip(candidates.actors, parts, strict=True):
            by_actor[actor] = np.maximum(by_actor.get(actor, chances), chances)
        acting = [(-float(a), actor) for actor, (a, b) in by_actor.items() if a >= least and a >= b]
        suffering = [(-float(b), actor) for actor, (a, b) in by_actor.items() if b >= least and b > a]
        actors, recipients = (tuple(actor for _, actor in sorted(side)[:_MOST]) for side in (acting, suffering))
        return ((*actors, *recipients), ()) if kind in _POOLED else (actors, recipients)
