"""Labels of offices taken apart: `Minister of Foreign Affairs of Chile`, `French Minister of Defence`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.actors.roles import find_role
from communique.world import states

_MINISTER = re.compile(r"(?i)minister (?:of|for) (?:the )?(.+)")
_FIELDS = {"foreign affairs": "foreign", "external affairs": "foreign", "defense": "defence", "the interior": "interior"}


@dataclass(frozen=True, slots=True)
class Office:
    """What a label says: the office in small letters, the country that it names, the sector of its noun."""

    role: str
    country: str | None
    sector: str | None


def office_of(label: str) -> Office:
    """The office that a label names, worded as in our tables; the state in it is the country and no part of the office."""
    said, country = _without_state(" ".join(label.split()))
    minister = _MINISTER.match(said)
    if minister is not None:
        field = minister[1].lower()
        role = f"{_FIELDS.get(field, field)} minister"
    else:
        head, of, rest = said.partition(" of ")
        role = head.lower() + of + rest
    noun = find_role(role.lower().split()) or find_role(role.split(" of ")[0].split())
    return Office(role, country, noun.sector if noun else None)


def _without_state(label: str) -> tuple[str, str | None]:
    words = label.split(" ")
    for size in range(min(len(words) - 1, 6), 0, -1):
        tail = " ".join(words[-size:])
        country = _lands().get(tail)
        if country and words[-size - 1] in {"of", "the"}:
            rest = words[: -size - 1]
            return " ".join(rest[:-1] if rest[-1:] == ["of"] else rest), country
        head = " ".join(words[:size])
        if head in _lands():
            return " ".join(words[size:]), _lands()[head]
    return label, None


@cache
def _lands() -> dict[str, str]:
    out: dict[str, str] = {}
    for state in states():
        for form in (state.name, *state.others, *state.adjectives):
            out.setdefault(form, state.code)
    return out
