"""Which place a name means: by what stands beside it, by what the report is about, by size. Where that leaves several: none."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.places.countries import Area, alpha3, capitals
from communique.places.gazetteer import City, cities, folded

# In powers of ten of population: what a country or a province is worth that the report names, or being a
# capital; and how far the best must lead.
_COUNTRY_NAMED, _ADMIN_NAMED, _CAPITAL, _LEAD = 0.6, 1.2, 1.2, 0.3

# A smaller city far from all that the report names may be the namesake of a place that no table has (a county, a village).
_WELL_KNOWN = 100_000


@dataclass(frozen=True, slots=True)
class Found:
    """Where a place is; None is what cannot be told."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: str | None = None


@dataclass(slots=True)
class Setting:
    """Countries (alpha-3) and areas of GeoNames (US.TX) that a report names, and what its names meant elsewhere in it.

    `peoples` are the countries whose people or adjective it has.
    """

    countries: set[str] = field(default_factory=set)
    admins: set[str] = field(default_factory=set)
    peoples: set[str] = field(default_factory=set)
    told: dict[str, Found] = field(default_factory=dict)


def of_area(area: Area, setting: Setting) -> Found:
    """A state, province or region: its country and, for states, its GeoNames id; no point."""
    if area.kind == "several":
        return _of_several(area, setting)
    return Found(area.name, area.country, None, None, area.geonames)


def _of_several(area: Area, setting: Setting) -> Found:
    """Georgia: the country where its people are named, the state where other states are, else only the name."""
    abroad = area.country in setting.peoples
    at_home = any(admin.startswith("US.") and admin != area.admin for admin in setting.admins)
    if abroad == at_home:
        return Found(area.name)
    return Found(area.name, area.country, None, None, area.geonames) if abroad else Found(area.name, "USA")


def of_city(city: City) -> Found:
    """A city of the gazetteer."""
    country = alpha3().get(city.countrycode)
    return Found(city.name, country, round(city.latitude, 5), round(city.longitude, 5), str(city.geonameid))


def resolve_city(name: str, within: Area | None, setting: Setting) -> Found | None:
    """The city of that name.

    Args:
        name: as the report has it.
        within: the area after its comma: a city elsewhere is none; where no city fits, its country is all that is known.
        setting: what the report names.

    Returns:
        None where no city has that name. Without country and point where several could be meant.
    """
    found = cities(name)
    if within is not None:
        inside = [city for city in found if _lies_in(city, within)]
        return of_city(inside[0]) if inside else Found(name, None if within.kind == "several" else within.country)
    if told := setting.told.get(name):
        return told
    if not found:
        return None
    return _best(name, found, setting)


def could_lie_in(name: str, area: Area) -> bool:
    """Whether an area after a comma may hold a city; a list of places is another thing (`Seoul, China and Japan`)."""
    found = cities(name)
    return not found or area.kind == "state" or any(_lies_in(city, area) for city in found)


def _lies_in(city: City, area: Area) -> bool:
    in_admin = f"{city.countrycode}.{city.admin1code}" == area.admin
    in_country = area.country is not None and alpha3().get(city.countrycode) == area.country
    return in_admin or (in_country and (area.admin is None or area.kind == "several"))


def _best(name: str, found: Sequence[City], setting: Setting) -> Found:
    scored = sorted(((_score(city, name, setting), -i) for i, city in enumerate(found)), reverse=True)
    (score, first), *others = scored
    best = found[-first]
    rivals = [found[-i] for other, i in others if score - other < _LEAD]
    if not rivals and best.population < _WELL_KNOWN and not _bonus(best, name, setting):
        return Found(name)
    if not rivals:
        return of_city(best)
    if all(_near(best, rival) for rival in rivals):
        return of_city(best)
    country = alpha3().get(best.countrycode)
    return Found(name, country if all(rival.countrycode == best.countrycode for rival in rivals) else None)


def _score(city: City, name: str, setting: Setting) -> float:
    return math.log10(city.population + 1) + _bonus(city, name, setting)


def _bonus(city: City, name: str, setting: Setting) -> float:
    country = alpha3().get(city.countrycode)
    bonus = _COUNTRY_NAMED * (country in setting.countries) + _CAPITAL * (capitals().get(folded(name)) == country)
    return bonus + _ADMIN_NAMED * (f"{city.countrycode}.{city.admin1code}" in setting.admins)


def _near(a: City, b: City) -> bool:
    return abs(a.latitude - b.latitude) < 0.5 and abs(a.longitude - b.longitude) < 0.5
