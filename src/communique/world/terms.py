"""Who held which office from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.lexicon import known, several, table, tables


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the tables of holders: a person in an office.

    `start` and `end` are ISO days, months or years, None where open; `unsure_after` says that nothing is known of the days
    after `end`, or of when the term ends. `country` is ISO 3166-1 alpha-3, None for offices of no state; `sector` is
    PLOVER's; `confidence` is sure, or likely where a bound may be off by a little; `table` is where the row stands.
    """

    name: str
    others: tuple[str, ...]
    country: str | None
    sector: str | None
    office: str
    start: str | None
    end: str | None
    unsure_after: bool
    confidence: str = "sure"
    table: str = "holders"


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the order of the tables, `holders.tsv` first: of one person in one table the highest office first."""
    return tuple(_term(name, *row) for name in tables("world", "holders") for row in table("world", name))


def _term(table: str, name: str, others: str, country: str, *cells: str) -> Term:
    sector, office, start, end, *confidence = cells
    return Term(
        name,
        several(others),
        known(country),
        known(sector),
        office,
        known(start),
        known(end.rstrip("?")),
        end.endswith("?"),
        confidence[0] if confidence else "sure",
        table,
    )
