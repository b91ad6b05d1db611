"""Look-ups that several stages need: which actor is named here, which statement is this inside, who speaks for whom.

Built once a stage from the record it was given; nothing here changes a record.
"""

from __future__ import annotations

from bisect import bisect_right

from communique.types import Actor, Record, Statement
from communique.vocabulary import Span


class Lookup:
    """Actors by id and by place, statements by place."""

    def __init__(self, record: Record) -> None:
        self.actors = {actor.id: actor for actor in record.actors}
        self._mentions = sorted((span[0], span[1], actor.id) for actor in record.actors for span in actor.mentions)
        self._longest = max((end - start for start, end, _ in self._mentions), default=0)
        self._contents = sorted((*part.span, i) for i, s in enumerate(record.statements) for part in s.content)
        self._widest = max((end - start for start, end, _ in self._contents), default=0)
        self._statements = record.statements
        self._states = {a.country: a.id for a in reversed(record.actors) if a.kind == "state" and a.country}

    def actors_in(self, span: Span) -> list[str]:
        """Ids of the actors mentioned inside or across a span of characters, in the order of the text, each once."""
        first = bisect_right(self._mentions, (span[0] - self._longest - 1, 0, ""))
        last = bisect_right(self._mentions, (span[1], 0, ""))
        hits = (actor for start, end, actor in self._mentions[first:last] if start < span[1] and span[0] < end)
        return list(dict.fromkeys(hits))

    def actors_at(self, offset: int) -> list[str]:
        """Ids of the actors whose mention covers one character, the shortest mention first (plural mentions have several)."""
        first = bisect_right(self._mentions, (offset - self._longest - 1, 0, ""))
        last = bisect_right(self._mentions, (offset + 1, 0, ""))
        hits = [(end - start, actor) for start, end, actor in self._mentions[first:last] if start <= offset < end]
        shortest = min((length for length, _ in hits), default=0)
        return list(dict.fromkeys(actor for length, actor in hits if length == shortest))

    def statement_at(self, offset: int) -> Statement | None:
        """The innermost statement whose content covers a character."""
        first = bisect_right(self._contents, (offset - self._widest - 1, 0, 0))
        last = bisect_right(self._contents, (offset + 1, 0, 0))
        hits = [(end - start, i) for start, end, i in self._contents[first:last] if start <= offset < end]
        return self._statements[min(hits)[1]] if hits else None

    def side_of(self, actor_id: str) -> str:
        """The state that an office holder or state body speaks for, where the record has it; else the actor itself."""
        actor: Actor = self.actors[actor_id]
        if (
            actor.kind in {"person", "office", "organization"}
            and actor.sector in {"GOV", "MIL"}
            and actor.country in self._states
        ):
            return self._states[actor.country]
        return actor_id
