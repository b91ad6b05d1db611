"""Who held which office from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.lexicon import known, several, table


@dataclass(frozen=True, slots=True)
class Term:
    """One row of `holders.tsv`: a person in an office.

    `start` and `end` are ISO days, months or years, None where open; `unsure_after` says that nothing is known of the days
    after `end`. `country` is ISO 3166-1 alpha-3, None for offices of no state; `sector` is PLOVER's.
    """

    name: str
    others: tuple[str, ...]
    country: str | None
    sector: str | None
    office: str
    start: str | None
    end: str | None
    unsure_after: bool


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the order of the table: of one person the highest office first."""
    return tuple(
        Term(
            name,
            several(others),
            known(country),
            known(sector),
            office,
            known(start),
            known(end.rstrip("?")),
            end.endswith("?"),
        )
        for name, others, country, sector, office, start, end in table("world", "holders")
    )
