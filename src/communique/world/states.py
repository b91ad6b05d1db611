"""States and disputed territories with their names, peoples, capitals and seats of government."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.lexicon import known, several, table


@dataclass(frozen=True, slots=True)
class State:
    """One row of `states.tsv`. `code` is ISO 3166-1 alpha-3 (XKX: Kosovo); `seats` stand for the government, like capitals."""

    code: str
    name: str
    others: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]


@cache
def states() -> tuple[State, ...]:
    """All states, in the order of the table."""
    return tuple(State(code, name, *map(several, cells)) for code, name, *cells in table("world", "states"))


@cache
def state_names() -> dict[str, str]:
    """The usual name of every state by its code."""
    return {state.code: state.name for state in states()}


@dataclass(frozen=True, slots=True)
class Codes:
    """One row of `codes.tsv`: what other lists call a state. `cow` is its Correlates of War number; None where it has none."""

    code: str
    alpha_2: str
    number: str | None
    cow: str | None
    wikidata: tuple[str, ...]
    official: str | None


@cache
def codes() -> dict[str, Codes]:
    """Codes and official name of every state by its ISO 3166-1 alpha-3 code."""
    return {
        code: Codes(code, alpha_2, known(number), known(cow), several(wikidata), known(official))
        for code, alpha_2, number, cow, wikidata, official in table("world", "codes")
    }
