"""The vocabulary of events: which verbs and nouns tell which PLOVER type, and what must stand beside them (data/*.tsv)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast

from communique.lexicon import table
from communique.vocabulary import EventType, Quad, Status

ROOM = "events"
RECIPROCAL: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_QUADS: tuple[tuple[Quad, str], ...] = (
    ("verbal cooperation", "AGREE CONSULT SUPPORT CONCEDE"),
    ("material cooperation", "COOPERATE AID RETREAT"),
    ("verbal conflict", "REQUEST ACCUSE REJECT THREATEN"),
    ("material conflict", "PROTEST SANCTION MOBILIZE COERCE ASSAULT"),
)
QUADS: Mapping[str, Quad] = MappingProxyType({kind: quad for quad, kinds in _QUADS for kind in kinds.split()})
_DEMANDING = MappingProxyType({"threat": 3, "party": 2, "control": 2, "xcomp": 2, "clause": 1, "comp": 1, "pobj": 1, "obj": 1})


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that must stand beside a word; `lemmas` are the class it has to be of, empty for any."""

    name: str
    lemmas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense of a verb or noun. `rest` are its particles and prepositions; `places` say where its recipient stands."""

    rule: str
    rest: tuple[str, ...]
    type: EventType
    mode: str | None
    needs: tuple[Need, ...]
    places: tuple[str, ...]


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Classes of nouns by name."""
    return MappingProxyType({name: frozenset(lemmas.split()) for name, lemmas in table(ROOM, "classes")})


@cache
def verbs() -> Mapping[str, tuple[Entry, ...]]:
    """Senses of verbs by lemma, the most demanding first."""
    return _entries("verbs", needs=3, places=4)


@cache
def nouns() -> Mapping[str, tuple[Entry, ...]]:
    """Senses of nouns by lemma."""
    return _entries("nouns", needs=4, places=3)


@cache
def statuses() -> Mapping[tuple[str, str], Status | None]:
    """(place, lemma) -> the status that a word at that place gives to what it governs; None where it leaves it open."""
    rows = table(ROOM, "statuses")
    return MappingProxyType(
        {(place, lemma): cast(Status, status) for place, status, lemmas in rows for lemma in lemmas.split()}
    )


@cache
def group(name: str) -> frozenset[str]:
    """Words of one row of groups.tsv."""
    return {row[0]: frozenset(row[1].split()) for row in table(ROOM, "groups")}[name]


def saying(kind: EventType, mode: str | None) -> Entry:
    """The sense of words that are an event by being said: a demand, an accusation."""
    return Entry(f"saying:{kind.lower()}", (), kind, mode, (), ())


def _entries(name: str, *, needs: int, places: int) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for row in table(ROOM, name):
        lemma, *rest = row[0].split()
        found.setdefault(lemma, []).append(_entry(f"{name[:-1]}:{row[0]}", tuple(rest), row, row[needs], row[places]))
    return MappingProxyType({lemma: tuple(sorted(rows, key=_ease)) for lemma, rows in found.items()})


def _entry(rule: str, rest: tuple[str, ...], row: tuple[str, ...], needs: str, places: str) -> Entry:
    return Entry(
        rule=f"{rule}:{row[1].lower()}".replace(" ", "-"),
        rest=rest,
        type=cast(EventType, row[1]),
        mode=None if row[2] == "-" else row[2].lower(),
        needs=tuple(_need(part) for part in needs.split("&")) if needs != "-" else (),
        places=tuple(places.split(",")) if places != "-" else (),
    )


def _need(text: str) -> Need:
    name, _, kind = text.partition("@")
    return Need(name.rstrip("="), classes()[kind] if kind else frozenset())


def _ease(entry: Entry) -> tuple[int, int]:
    return -len(entry.rest), -sum(4 if need.lemmas else _DEMANDING.get(need.name, 0) for need in entry.needs)
