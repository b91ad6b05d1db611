"""The learned party linker: who acts, and on whom, where the rules found nobody on a side of an event.

It reads the states that the statement model left with the report, so that no text is read twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast, get_args

import numpy as np
from spacy.tokens import Token

from communique.events.heads import Floats, Heads
from communique.events.lexicon import RECIPROCAL
from communique.events.parties import Ids
from communique.events.reading import Reading
from communique.events.same import Draft
from communique.vocabulary import EventType

TYPES = cast(tuple[EventType, ...], get_args(EventType))
_POOLED = RECIPROCAL - {"AGREE"}
Chances = list[tuple[float, str]]


class Linker:
    """The model at work on one report. `least` is how sure it must be of a party."""

    def __init__(self, heads: Heads, reading: Reading, least: float) -> None:
        self._heads, self._reading, self._least = heads, reading, least

    def complete(self, drafts: Iterable[Draft]) -> None:
        """Gives each event's empty sides the likeliest party that the model links to its fullest mention.

        Not where nobody at all is tied to a bare noun (`sanctions`): that would make an event of a topic.
        """
        for draft in drafts:
            if draft.actors and (draft.recipients or draft.type in _POOLED):
                continue
            if draft.best.orphan and not draft.actors and not draft.recipients:
                continue
            acting, suffering = self.parts(draft.best.token, draft.type)
            draft.actors = draft.actors or self._likeliest(acting, draft.recipients)
            draft.recipients = draft.recipients or self._likeliest(suffering, draft.actors)

    def parts(self, token: Token, kind: EventType) -> tuple[Chances, Chances]:
        """How likely each actor acts, and is acted on, in an event of a type that a word tells; the likeliest first.

        Nobody is on both sides; where sides are equal (talks, cooperation) all act.
        """
        candidates = self._reading.candidates(token)
        if not candidates.actors:
            return [], []
        vectors = self._reading.vectors
        ends = vectors[np.array(candidates.ends)].reshape(len(candidates.ends), -1)
        parts = self._heads.parts(vectors[self._reading.row(token)], ends, candidates.features, 1 + TYPES.index(kind))
        surest: dict[str, Floats] = {}
        for actor, chances in zip(candidates.actors, parts, strict=True):
            surest[actor] = np.maximum(surest.get(actor, chances), chances)
        if kind in _POOLED:
            return sorted(((float(max(both)), actor) for actor, both in surest.items()), key=_order), []
        acting = [(float(act), actor) for actor, (act, suffer) in surest.items() if act >= suffer]
        suffering = [(float(suffer), actor) for actor, (act, suffer) in surest.items() if suffer > act]
        return sorted(acting, key=_order), sorted(suffering, key=_order)

    def _likeliest(self, chances: Sequence[tuple[float, str]], others: Ids) -> Ids:
        return next(((actor,) for sure, actor in chances if sure >= self._least and actor not in others), ())


def _order(one: tuple[float, str]) -> tuple[float, str]:
    return -one[0], one[1]
