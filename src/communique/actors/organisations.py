"""What POLECAT's conventions say of organisations: IGO and EUR for a country; and which groups govern when."""

from __future__ import annotations

import re
from functools import cache

from communique.actors.kb import Entry
from communique.lexicon import known, table

_UNION = re.compile(r"\bEU\b|\bEuropean (?:Union|Commission|Council|Parliament|Central Bank)\b")


@cache
def unionwide() -> dict[str, str | None]:
    """Bodies of the European Union, with the sector of those that make or speak law."""
    return {name: known(sector) for name, sector in table("actors", "union_bodies")}


def of_organisation(body: Entry) -> str:
    """What stands in place of a country for an international organisation: EUR for the European Union's, else IGO."""
    return "EUR" if body.name in unionwide() else "IGO"


def of_office(office: str) -> str:
    """The same for somebody with an office of an organisation: `president of the European Commission`."""
    return "EUR" if _UNION.search(office) else "IGO"


def in_power(name: str, day: str) -> str | None:
    """GOV for a group that governed its state on a day (ISO date, month or year); else None."""
    return next((sector for group, sector, term in _terms() if group == name and term.holds_on(day)), None)


@cache
def _terms() -> tuple[tuple[str, str, Entry], ...]:
    return tuple(
        (name, sector, Entry(name, "group", start=known(start), end=known(end)))
        for name, sector, start, end in table("actors", "groups_in_power")
    )
