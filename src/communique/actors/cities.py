"""In which country a large city lies, for phrases such as `Shanghai police`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.actors.kb.spelling import unaccented
from communique.lexicon import table


@cache
def _cities() -> dict[str, str]:
    listed = {name.lower(): code for name, code in table("actors", "cities")}
    plain: dict[str, set[str]] = {}
    for name, code in listed.items():
        plain.setdefault(unaccented(name), set()).add(code)
    only = {name: min(codes) for name, codes in plain.items() if len(codes) == 1}
    return only | listed | {name.lower(): code for name, code in table("actors", "cities_english")}


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
