"""Word lists, patterns and codes: tab-separated files beside their room; a header says where the facts are from."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def table(room: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of `communique/<room>/data/<name>.tsv` without comment (`#`) and empty lines, split at tabs.

    Raises FileNotFoundError where there is no such table.
    """
    text = files("communique").joinpath(room, "data", f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


@cache
def tables(room: str, beginning: str) -> tuple[str, ...]:
    """Names of a room's tables that begin so, in the order of the alphabet: one matter may be spread over several files."""
    found = (path.name for path in files("communique").joinpath(room, "data").iterdir())
    return tuple(sorted(name[:-4] for name in found if name.startswith(beginning) and name.endswith(".tsv")))


@cache
def words(room: str, name: str) -> frozenset[str]:
    """First column of a table, as a set."""
    return frozenset(row[0] for row in table(room, name))


def known(cell: str) -> str | None:
    """A cell's words; None for `-` and for an empty cell: not known, or none."""
    return None if cell in {"-", ""} else cell


def several(cell: str) -> tuple[str, ...]:
    """The parts of a cell that `|` separates; none for `-`."""
    return () if cell == "-" else tuple(cell.split("|"))


@cache
def any_of(room: str, name: str) -> str:
    """A regular expression for the first column of a table, taken literally; of two that begin alike, the longer."""
    longest_first = sorted((row[0] for row in table(room, name)), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")"
