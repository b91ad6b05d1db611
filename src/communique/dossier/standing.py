"""Every report's standing among the others: whose copy it is, and its story. Worked out from all reports at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from communique.dossier.duplicates import copies
from communique.dossier.held import Held, ordered
from communique.dossier.outlets import outlet_of
from communique.dossier.store import Standing
from communique.dossier.stories import stories
from communique.types import Record

# To be raised with every change of what duplicates and stories are: stored standings are then worked out anew.
METHOD = "1"


def held(records: Iterable[Record]) -> list[Held]:
    """Reports in their order, each with day and outlet; nothing yet of copies and stories."""
    return ordered(Held(r.article.id, r, _day(r.article.published), outlet_of(r.article)) for r in records)


def standings_of(reports: list[Held]) -> dict[str, Standing]:
    """Every report's standing by its id; the same whatever the order in which the reports were added."""
    found = copies(reports)
    told = stories([replace(report, copy_of=found.get(report.id)) for report in reports])
    return {report.id: Standing(found.get(report.id), told[report.id]) for report in reports}


def placed(reports: list[Held], standings: dict[str, Standing]) -> list[Held]:
    """The same reports with their standings."""
    return [replace(r, copy_of=standings[r.id].copy_of, story=standings[r.id].story) for r in reports]


def _day(published: str | None) -> date | None:
    # A month or a year is no day; what stands in a record fits its pattern, but need not exist.
    try:
        return date.fromisoformat(published) if published and len(published) == 10 else None
    except ValueError:
        return None
