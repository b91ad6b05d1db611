"""Who is who across reports: one key for the "Kim Jong Un" of one report, the "Kim Jong-un" of another and "Kim" of a third."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from communique.dossier.held import Held
from communique.dossier.text import plain
from communique.lexicon import table, words
from communique.types import Actor
from communique.world.states import states

_LEGAL = re.compile(r"\b(?:the|inc|ltd|corp|corporation|co|plc|nv|llc|s)\b")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


class Cast:
    """The actors of several reports under one name each. Built once a join; nothing here changes a report."""

    def __init__(self, reports: Sequence[Held]) -> None:
        self._keys: dict[tuple[str, str], str] = {}
        self._sides: dict[str, str] = {}
        self._roles: dict[str, set[str]] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._persons: set[str] = set()
        names: dict[str, Counter[str]] = defaultdict(Counter)
        actors = [(report.id, actor) for report in reports for actor in report.record.actors]
        items, full = _items(actors), _full_names(actors)
        for report, actor in actors:
            key = _key(actor, items, full)
            self._keys[report, actor.id] = key
            names[key][actor.name] += 1
            if actor.kind == "person" and actor.name[:1].isupper() and " " in key + actor.name:
                self._persons.add(key)
            if actor.role:
                self._roles.setdefault(key, set()).update(normal(actor.role).split())
            if actor.country and (actor.kind == "state" or actor.sector in {"GOV", "MIL", "PRE"}):
                self._sides.setdefault(key, actor.country)
        self._names = {key: min(found, key=lambda n: (-found[n], -len(n), n)) for key, found in names.items()}

    def key(self, report: Held, actor: str | None) -> str | None:
        """The key of an actor of a report, the same in all reports; None for nobody."""
        return self._keys.get((report.id, actor)) if actor else None

    def name(self, key: str) -> str:
        """The name that most reports give."""
        return self._names.get(key, key)

    def words(self, key: str) -> frozenset[str]:
        """The words of somebody's name and of the roles that reports give them, without those of offices and bodies."""
        if key not in self._words:
            found = frozenset(normal(self.name(key)).split()) | frozenset(self._roles.get(key, ()))
            self._words[key] = found - words("dossier", "roles")
        return self._words[key]

    def person(self, key: str) -> bool:
        """Whether it is a person known by name."""
        return key in self._persons

    def vague(self, key: str) -> bool:
        """Whether the name says no more than an office, a body or a pronoun: another report may name the same one."""
        return self.words(key) <= words("dossier", "vague")

    def side(self, key: str) -> str:
        """The state (ISO 3166-1 alpha-3) that a key speaks or acts for; else the key itself."""
        return self._sides.get(key, key)


def _items(actors: Sequence[tuple[str, Actor]]) -> dict[str, str]:
    """Wikidata items by name, from the reports that know them."""
    return {normal(actor.name): actor.wikidata for _, actor in reversed(actors) if actor.wikidata}


def _full_names(actors: Sequence[tuple[str, Actor]]) -> dict[str, list[str]]:
    """Full names of persons by their last name, the commonest first."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for _, actor in actors:
        name = normal(actor.name)
        if actor.kind == "person" and " " in name and actor.name[:1].isupper():
            found[name.rsplit(" ", 1)[1]][name] += 1
    return {last: sorted(names, key=lambda n: (-names[n], n)) for last, names in found.items()}


def _key(actor: Actor, items: dict[str, str], full: dict[str, list[str]]) -> str:
    if actor.kind == "state" and actor.country:
        return actor.country
    name = normal(actor.name)
    if actor.kind == "person" and not actor.wikidata and actor.name[:1].isupper():
        name = _fuller(name, full)
    return actor.wikidata or items.get(name) or name


def _fuller(name: str, full: dict[str, list[str]]) -> str:
    """The commonest full name that a name may be short for, or spell otherwise; itself where several people may be meant."""
    first, _, last = name.rpartition(" ")
    fits = [other for other in full.get(last, ()) if not first or same_first(first, other.rpartition(" ")[0])]
    people = [other for i, other in enumerate(fits) if not any(same_first(_given(other), _given(o)) for o in fits[:i])]
    return people[0] if len(people) == 1 else name


def _given(name: str) -> str:
    return name.rpartition(" ")[0]


def same_first(a: str, b: str) -> bool:
    """Whether two sets of given names may be one person's: the same beginning, an initial, or a pet name."""
    x, y = a.split(" ")[0], b.split(" ")[0]
    return x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) or pet(x) == pet(y) or (x[:3] == y[:3] and len(x) > 4)


@cache
def _pet_names() -> dict[str, str]:
    return {short: long for short, long in table("dossier", "pet_names")}


def pet(name: str) -> str:
    """The given name that a pet name is short for."""
    return _pet_names().get(name, name)


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """A name in lower case, without accents, marks, articles and legal forms."""
    flat = _NOT_LETTERS.sub(" ", plain(name)).strip()
    return " ".join(_LEGAL.sub(" ", flat).split()) or flat


@cache
def _state_words() -> tuple[re.Pattern[str], dict[str, str]]:
    codes: dict[str, str] = {}
    for state in states():
        for name in (state.name, *state.others, *state.adjectives):
            codes.setdefault(name, state.code)
    longest_first = sorted(codes, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), codes


def states_in(text: str) -> list[tuple[str, str]]:
    """Names and adjectives of states in a text, each with the state's code (ISO 3166-1 alpha-3), in its order."""
    pattern, codes = _state_words()
    return [(match[0], codes[match[0]]) for match in pattern.finditer(text)]
