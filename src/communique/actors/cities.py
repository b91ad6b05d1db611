"""In which country a large city lies, for phrases such as `Shanghai police`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.lexicon import table


@cache
def _cities() -> dict[str, str]:
    return {name.lower(): code for name, code in table("actors", "cities")}


def city_country(words: Sequence[str]) -> str | None:
    """ISO alpha-3 of the country of the first large city that a row of words names, capitalised or not; None for none.

    Source: GeoNames. Cities of more than 100,000 people: smaller ones share their names with too many words.
    """
    cities = _cities()
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            code = cities.get(" ".join(words[i : i + size]).lower())
            if code:
                return code
    return None


def city_named(name: str) -> str | None:
    """The same for a name that must be the city's as a whole."""
    return _cities().get(name.lower())
