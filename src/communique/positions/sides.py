"""For whom an actor speaks: the state of its government, the body of its spokesman, chief executive or board."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.lexicon import words
from communique.lookup import Lookup
from communique.positions.merge import issue_words
from communique.positions.spokesmen import Spokesmen
from communique.types import Actor, Reason, Record
from communique.world import state_names, terms

_SPEAKING = frozenset({"GOV", "MIL"})
_OFFICES = frozenset({"minister", "secretary", "chancellor", "premier", "president", "ambassador"})
_HIGHEST = frozenset({"prime minister", "president"})
_PAST = ("former", "ex-", "one-time", "late", "then")
_ALONE = frozenset({"GOV", "LEG", "JUD", "MIL"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor id, and the person who speaks for it, where that is another one."""

    actor: str
    voice: str | None = None


class Sides:
    """Parties for the actors of one record; `added` are the states that it lacked."""

    def __init__(self, record: Record, lookup: Lookup) -> None:
        self.added: dict[str, Actor] = {}
        self._lookup = lookup
        self._next = len(record.actors) + 1
        self._states = {actor.country: actor.id for actor in reversed(record.actors) if actor.kind == "state" and actor.country}
        self._names = [(actor.id, actor.name.split()) for actor in record.actors if actor.kind in {"organization", "state"}]
        self._home = _home(record)
        self._spokesmen = Spokesmen(lookup, record.article.text)
        self._dated = record.article.published is not None
        self._lower = record.article.text.lower() if not self._dated else ""
        self._known: dict[str, Party] = {}

    def of(self, actor_id: str) -> Party:
        """The party that an actor speaks for: often itself."""
        if actor_id not in self._known:
            actor = self._lookup.actors[actor_id]
            side = self._state(actor) or self._spokesmen.body_of(actor) or actor_id
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
        country = self._in_office(actor) or self._country(actor)
        if country is None or _is_own_voice(actor):
            return None
        if actor.kind == "group" and not issue_words(actor.name) & {"government", "official", "minister", "authoriti"}:
            return None
        if country not in self._states:
            self._add(country)
        return self._states.get(country)

    def _country(self, actor: Actor) -> str | None:
        """The country that an actor of government belongs to."""
        if actor.kind == "state" or actor.sector not in _SPEAKING:
            return None
        return actor.country or (self._home if _is_government(actor) else None)

    def _add(self, country: str) -> None:
        name = state_names().get(country)
        if name:
            added = Actor(id=f"a{self._next}", name=name, kind="state", country=country, why=Reason(rule="state-of-officer"))
            self.added[added.id] = added
            self._states[country] = added.id
            self._next += 1

    def _in_office(self, actor: Actor) -> str | None:
        """The country of an office holder in a report without a date: a state's highest, or one that the report names."""
        if self._dated or actor.kind != "person" or not actor.country or actor.sector or actor.role:
            return None
        offices = _offices().get(actor.name, ())
        if any(f"{was} {office}" in self._lower for office in offices for was in _PAST):
            return None
        named = any(f"the {office}" in self._lower for office in offices) or bool(_HIGHEST & set(offices))
        return actor.country if named else None


@cache
def _offices() -> dict[str, tuple[str, ...]]:
    """Offices of government by their holders' names, in their short form (`chancellor` of the exchequer)."""
    found: dict[str, tuple[str, ...]] = {}
    for term in terms():
        if term.sector == "GOV":
            found[term.name] = (*found.get(term.name, ()), term.office.split(" of ")[0])
    return found


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
