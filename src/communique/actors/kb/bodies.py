"""Bodies that every state has: foreign ministries, parliaments, central banks, armies, by patterns; and those known by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.actors.kb.entry import Entry
from communique.lexicon import known, several, table
from communique.world import State, codes, states

_ABBREVIATION = re.compile(r"(?:[A-Z]\.?){2,}$")
_PERSON = re.compile(r"(?:land|ong|Island)ers?$")
# In the news like members of the state system, and not among them.
_ALSO = frozenset({"PSE"})


def national_bodies() -> Iterator[Entry]:
    """The Bundestag, the Riksbank, the ISI: bodies of states by their own names."""
    for name, others, country, sector, second, what in table("actors", "national_bodies"):
        forms = (name, *several(others)) if several(others) else ()
        yield Entry(name, "organization", country, sector, known(second), what, forms=forms, table="actors/national_bodies")


def state_bodies() -> Iterator[Entry]:
    """Bodies of all states by the patterns of `body_patterns.tsv`, named by adjective and by country."""
    for what, sector, second, whose, without, name, others in table("actors", "body_patterns"):
        for state in states():
            sovereign = state.code in _ALSO or codes()[state.code].cow is not None
            if state.code in several(without) or whose == "sovereign" and not sovereign:
                continue
            names = dict.fromkeys(_filled(state, (name, *several(others))))
            forms = tuple(names)
            yield Entry(
                forms[0],
                "organization",
                state.code,
                sector,
                known(second),
                what,
                forms=forms,
                table="actors/body_patterns",
                generated=True,
            )


def _filled(state: State, patterns: tuple[str, ...]) -> Iterator[str]:
    adjective = _adjective(state)
    for pattern in patterns:
        if "{adjective}" in pattern:
            yield pattern.format(adjective=adjective)
        else:
            yield from (pattern.format(country=country) for country in _short_names(state))


def _adjective(state: State) -> str:
    """`German`; the name of the state where it has none of its own but a word for its people (`New Zealander`)."""
    first = state.adjectives[0] if state.adjectives else state.name
    return state.name if _PERSON.search(first) else first


def _short_names(state: State) -> tuple[str, ...]:
    return (state.name, *(other for other in state.others if _ABBREVIATION.match(other)))
