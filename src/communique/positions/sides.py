"""For whom an actor speaks: the state of its government, the body of its spokesman, chief executive or board."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.lexicon import table, words
from communique.lookup import Lookup
from communique.positions.merge import issue_words
from communique.types import Actor, Reason, Record

_SPEAKING = frozenset({"GOV", "MIL"})
_OFFICES = frozenset({"minister", "secretary", "chancellor", "premier", "president", "ambassador"})
_ALONE = frozenset({"GOV", "LEG", "JUD", "MIL"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor id, and the person who speaks for it, where that is another one."""

    actor: str
    voice: str | None = None


@cache
def _state_names() -> dict[str, str]:
    """Names of states by ISO code, from the table that the actors are read with."""
    return {row[0]: row[1] for row in table("actors", "states")}


@cache
def _office() -> re.Pattern[str]:
    offices = sorted((row[0] for row in table("positions", "offices")), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, offices)) + r")\b", re.IGNORECASE)


class Sides:
    """Parties for the actors of one record; `added` are the states that it lacked."""

    def __init__(self, record: Record, lookup: Lookup) -> None:
        self.added: dict[str, Actor] = {}
        self._lookup = lookup
        self._text = record.article.text
        self._next = len(record.actors) + 1
        self._bodies = [
            (actor.id, issue_words(actor.name)) for actor in record.actors if actor.kind in {"organization", "group"}
        ]
        self._states = {actor.country: actor.id for actor in reversed(record.actors) if actor.kind == "state" and actor.country}
        self._names = [(actor.id, actor.name.split()) for actor in record.actors if actor.kind in {"organization", "state"}]
        self._home = _home(record)
        self._known: dict[str, Party] = {}

    def of(self, actor_id: str) -> Party:
        """The party that an actor speaks for: often itself."""
        if actor_id not in self._known:
            actor = self._lookup.actors[actor_id]
            side = self._state(actor) or self._named_in_mention(actor) or self._named_in_role(actor) or actor_id
            voice = actor_id if side != actor_id and actor.kind in {"person", "office"} else None
            self._known[actor_id] = Party(side, voice)
        return self._known[actor_id]

    def is_party(self, actor_id: str) -> bool:
        """Whether an actor is one that negotiates: a state, or a body that is not the press."""
        actor = self._lookup.actors.get(actor_id) or self.added.get(actor_id)
        return actor is not None and actor.kind in {"state", "organization"} and actor.sector != "JRN"

    def by_name(self, text: str) -> str | None:
        """The actor of that very name (`Acme` for Acme Inc.), where it is the only one."""
        found = [actor for actor, name in self._names if text in name]
        return found[0] if len(set(found)) == 1 else None

    def _state(self, actor: Actor) -> str | None:
        country = actor.country or (self._home if _is_government(actor) else None)
        if actor.kind == "state" or actor.sector not in _SPEAKING or not country or _is_own_voice(actor):
            return None
        if actor.kind == "group" and not issue_words(actor.name) & {"government", "official", "minister", "authoriti"}:
            return None
        if country not in self._states:
            self._add(country)
        return self._states.get(country)

    def _add(self, country: str) -> None:
        name = _state_names().get(country)
        if name:
            added = Actor(id=f"a{self._next}", name=name, kind="state", country=country, why=Reason(rule="state-of-officer"))
            self.added[added.id] = added
            self._states[country] = added.id
            self._next += 1

    def _named_in_mention(self, actor: Actor) -> str | None:
        """The body inside `a spokesman for the charity`, `the company's board`."""
        if not re.findall(r"\w+", actor.name) or not set(re.findall(r"\w+", actor.name.lower())) & words(
            "positions", "mouthpieces"
        ):
            return None
        for span in actor.mentions[:3]:
            for other in self._lookup.actors_in(span):
                if other != actor.id and self._lookup.actors[other].kind in {"organization", "state"}:
                    return self._lookup.side_of(other)
        return None

    def _named_in_role(self, actor: Actor) -> str | None:
        """The body in `Acme chief executive`; a party's leader is a politician, and stands for himself."""
        office = _office().search(actor.role or "")
        if actor.kind != "person" or not actor.role or office is None:
            return None
        named = issue_words(actor.role[: office.start()])
        for body, name in self._bodies:
            if name and named and (name <= named or named <= name) and body != actor.id:
                if office.group().lower() == "leader" and self._lookup.actors[body].sector == "PTY":
                    return None
                return body
        return None


def _is_government(actor: Actor) -> bool:
    """True for `the government`, `the prime minister`, and for somebody in such an office: words of office and no country."""
    named = re.findall(r"[\w-]+", (actor.role or actor.name).lower())
    office = bool(actor.role) and bool(named) and named[-1] in _OFFICES
    return office or (bool(named) and set(named) <= words("positions", "governments"))


def _is_own_voice(actor: Actor) -> bool:
    return bool(set(re.findall(r"[\w-]+", (actor.role or actor.name).lower())) & words("positions", "own_voices"))


def _home(record: Record) -> str | None:
    """The country whose politics a report is about: of the states and officers that it names, two mentions in three are its."""
    counts: dict[str, int] = {}
    for actor in record.actors:
        if actor.country and (actor.kind == "state" or actor.sector in _ALONE):
            counts[actor.country] = counts.get(actor.country, 0) + len(actor.mentions)
    best = max(counts, key=lambda country: counts[country], default=None)
    return best if best and 3 * counts[best] >= 2 * sum(counts.values()) else None
