"""What an entity of Wikidata says: its names, the values of its properties, the offices that it held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_TIME = re.compile(r"\+(\d{4})-(\d{2})-(\d{2})T")
# Precisions of Wikibase: 9 a year, 10 a month, 11 a day.
_GRAIN = {9: 4, 10: 7, 11: 10}
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Held:
    """An office that somebody held; `id` is the office's."""

    id: str
    start: str | None
    end: str | None


def _at(value: Any, *path: str) -> Any:
    """The value under keys; None where something else than an object stands on the way."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _statements(entity: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """Statements of a property: the preferred ones, else all that are not deprecated."""
    found = _at(entity, "claims", name)
    kept = (
        [one for one in found if isinstance(one, dict) and one.get("rank") != "deprecated"] if isinstance(found, list) else []
    )
    preferred = [one for one in kept if one.get("rank") == "preferred"]
    # Of offices the preferred one is the latest, the others are no less true.
    yield from (preferred or kept) if name != "P39" else kept


def claims(entity: dict[str, Any], name: str) -> list[str]:
    """Ids of the entities that a property names."""
    ids = (_at(one, "mainsnak", "datavalue", "value", "id") for one in _statements(entity, name))
    return [id for id in ids if isinstance(id, str)]


def held_offices(entity: dict[str, Any]) -> Iterator[Held]:
    """Offices that somebody held (P39), with the days from (P580) and to (P582) which they did, as fine as they are given."""
    for one in _statements(entity, "P39"):
        id = _at(one, "mainsnak", "datavalue", "value", "id")
        if isinstance(id, str):
            yield Held(id, _day(one, "P580"), _day(one, "P582"))


def _day(statement: dict[str, Any], name: str) -> str | None:
    found = _at(statement, "qualifiers", name)
    value = _at(found[0], "datavalue", "value") if isinstance(found, list) and found else None
    time, precision = _at(value, "time"), _at(value, "precision")
    match = _TIME.match(time) if isinstance(time, str) else None
    if match is None or precision not in _GRAIN:
        return None
    return "-".join(match.groups())[: _GRAIN[precision]]


def label_of(entity: dict[str, Any]) -> str | None:
    """The English label."""
    label = _at(entity, "labels", "en", "value")
    return label if isinstance(label, str) and label.strip() else None


def names_of(entity: dict[str, Any]) -> tuple[str, ...]:
    """The English label and aliases that a text may name somebody by: capitalised, of three letters or more; label first."""
    label, aliases = label_of(entity), _at(entity, "aliases", "en")
    others = [_at(one, "value") for one in aliases] if isinstance(aliases, list) else []
    named = [name for name in (label, *others) if isinstance(name, str)]
    usable = [" ".join(name.split()) for name in named if len(name.strip()) >= _LEAST and any(c.isupper() for c in name)]
    return tuple(dict.fromkeys(usable)) if label else ()
