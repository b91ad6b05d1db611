"""The affair on one screen: how much there is, what came last, and what is told by most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.dossier.disagreements import Disagreement
from communique.dossier.events import Happening
from communique.dossier.held import Held
from communique.dossier.quotes import Quote
from communique.dossier.table import Cell
from communique.export.outcome import Outcome, outcome
from communique.serve.choose import chosen_disagreements
from communique.serve.desk import Desk

_LATEST, _MOST, _FEW, _EACH = 6, 8, 4, 3


@dataclass(frozen=True, slots=True)
class Overview:
    """What the front page shows. `latest` are reports with their outcomes, the newest first, none of them copies."""

    reports: int
    copies: int
    outlets: int
    stories: int
    first: str | None
    last: str | None
    latest: tuple[tuple[Held, Outcome], ...]
    table: tuple[Cell, ...]
    disagreements: tuple[Disagreement, ...]
    events: tuple[Happening, ...]
    quotes: tuple[Quote, ...]


def overview(desk: Desk) -> Overview:
    """The front page of a dossier as it stands."""
    reports = desk.reports()
    own = [report for report in reports if report.copy_of is None]
    days = [report.day.isoformat() for report in reports if report.day is not None]
    latest = [report for report in reversed(own) if report.day is not None][:_LATEST] or own[:_LATEST]
    events = sorted((e for e in desk.events() if e.outlets > 1), key=lambda e: (-e.outlets, e.first_seen or "", e.id))
    quotes = sorted((q for q in desk.quotes() if q.outlets > 1), key=lambda q: (not q.contested, -q.outlets, q.id))
    return Overview(
        reports=len(reports),
        copies=len(reports) - len(own),
        outlets=len({report.outlet for report in own if report.outlet}),
        stories=len({report.story for report in own}),
        first=min(days, default=None),
        last=max(days, default=None),
        latest=tuple((report, outcome(report.record)) for report in latest),
        table=_main_cells(desk.table()),
        disagreements=tuple(chosen_disagreements(desk.disagreements())[:_FEW]),
        events=tuple(events[:_MOST]),
        quotes=tuple(quotes[:_MOST]),
    )


def _main_cells(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The first cells of the parties with most tellings: the table is in that order."""
    parties = list(dict.fromkeys(cell.party for cell in cells))[:_MOST]
    return tuple(cell for party in parties for cell in [one for one in cells if one.party == party][:_EACH])
