"""States and disputed territories with their names, peoples, capitals and seats of government."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.lexicon import several, table


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
