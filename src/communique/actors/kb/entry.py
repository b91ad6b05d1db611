"""One row of the knowledge base."""

from __future__ import annotations

import msgspec

KINDS = ("state", "demonym", "capital", "seat", "region", "organization", "group", "person", "none")


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """One thing that a name can stand for; as JSON, a line of a knowledge file.

    Attributes:
        name: the usual name; of demonyms, capitals and seats that of their state.
        kind: one of `KINDS`; "none" for capitalised words that name nobody.
        country: ISO 3166-1 alpha-3; None for bodies of no state.
        sector, sector_2: PLOVER's.
        role: the office that a person holds in this row, or what a body is ("parliament").
        start, end: bounds of the office, ISO dates, months or years, both included; None where open.
        unsure_after: nothing is known of the days after `end`.
        forms: what it is called; empty where that is just its name.
        confidence: sure, or likely where a bound may be off by a little; None where nobody said.
        wikidata: Q id.
        table: the table that the row is from.
        generated: made from a pattern for every state: looked up, and not searched for in texts.
        facts: other things known of it, named: `("ISO number", "250")`.
    """

    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    sector_2: str | None = None
    role: str | None = None
    start: str | None = None
    end: str | None = None
    unsure_after: bool = False
    forms: tuple[str, ...] = ()
    confidence: str | None = None
    wikidata: str | None = None
    table: str | None = None
    generated: bool = False
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called."""
        return self.forms or (self.name,)

    def holds_on(self, day: str) -> bool:
        """Whether a day (ISO date, month or year) falls into the term; a bound of coarser grain includes all of itself."""
        after = self.start is None or day[: len(self.start)] >= self.start[: len(day)]
        return after and (self.end is None or day[: len(self.end)] <= self.end[: len(day)])

    def over_on(self, day: str) -> bool:
        """Whether the term had ended before a day."""
        return self.end is not None and not self.unsure_after and day[: len(self.end)] > self.end[: len(day)]
