"""The bargaining table: party by issue; each cell has the latest stance, its history, and how many reports tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from communique.dossier.cast import Cast
from communique.dossier.held import Held, Passage, passage
from communique.dossier.issues import Coded, Stand, named, stands
from communique.lexicon import table


@dataclass(frozen=True, slots=True)
class Step:
    """One telling of a stance: when it was published, by whom it is told (None: the report itself), under which condition."""

    day: str | None
    stance: str
    teller: str | None
    outlet: str | None
    condition: str | None
    past: bool
    copy: bool
    passage: Passage

    def to_json(self) -> dict[str, Any]:
        """The passage's fields and the step's own."""
        return {
            **self.passage.to_json(), "day": self.day, "stance": self.stance, "teller": self.teller, "outlet": self.outlet,
            "condition": self.condition, "past": self.past, "copy": self.copy,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a party stands on an issue.

    Attributes:
        stance: the latest that is not told as past; `since` the day of the first telling after which it no longer changed.
        reports: how many reports tell it, copies left out.
        contested: two tellers give the party stances within one day that cannot both be right.
        history: every telling, the oldest first.
    """

    party: str
    issue: str
    stance: str
    condition: str | None
    since: str | None
    reports: int
    contested: bool
    history: tuple[Step, ...]

    def to_json(self) -> dict[str, Any]:
        """{"party", "issue", "stance", "condition", "since", "count", "contested", "reports": [steps]}."""
        return {
            "party": self.party, "issue": self.issue, "stance": self.stance, "condition": self.condition, "since": self.since,
            "count": self.reports, "contested": self.contested, "reports": [step.to_json() for step in self.history],
        }  # fmt: skip


def find_table(reports: Sequence[Held], codebook: Sequence[Coded] = ()) -> tuple[Cell, ...]:
    """All cells, by party (those with most tellings first), then by issue (likewise)."""
    cast = Cast(reports)
    held = stands(reports, cast)
    cells: dict[tuple[str, str], list[Stand]] = {}
    for stand, issue in zip(held, named(held, codebook), strict=True):
        cells.setdefault((stand.party, issue), []).append(stand)
    made = [(party, _cell(party, issue, members, cast)) for (party, issue), members in cells.items()]
    told: dict[str, int] = {}
    for party, cell in made:
        told[party] = told.get(party, 0) + cell.reports
    made.sort(key=lambda pair: (-told[pair[0]], pair[1].party, -pair[1].reports, pair[1].issue))
    return tuple(cell for _, cell in made)


def _cell(party: str, issue: str, members: Sequence[Stand], cast: Cast) -> Cell:
    steps = tuple(_step(stand, cast) for stand in members)
    standing = [step for step in steps if not step.past and not step.copy] or list(steps)
    latest = standing[-1]
    first = next(i for i in range(len(standing)) if all(step.stance == latest.stance for step in standing[i:]))
    reports = {stand.report.id for stand in members if stand.report.copy_of is None}
    return Cell(
        cast.name(party), issue, latest.stance, latest.condition, standing[first].day, len(reports), contested(standing), steps
    )


def _step(stand: Stand, cast: Cast) -> Step:
    position, report = stand.position, stand.report
    return Step(
        report.day.isoformat() if report.day else None, position.stance, cast.name(stand.teller) if stand.teller else None,
        report.outlet, position.condition.text if position.condition else None, position.status == "past",
        report.copy_of is not None, passage(report, position.evidence.span),
    )  # fmt: skip


def contested(steps: Sequence[Step]) -> bool:
    """Whether two tellers, on one day, give stances that cannot both be right."""
    pairs = [(a, b) for i, a in enumerate(steps) for b in steps[i + 1 :] if a.day == b.day and a.day is not None]
    return any(reversed_stances(a.stance, b.stance) and (a.teller, a.outlet) != (b.teller, b.outlet) for a, b in pairs)


def reversed_stances(a: str, b: str) -> bool:
    """Whether one party cannot hold both stances towards one issue at a time."""
    return any({a, b} == set(row) for row in table("dossier", "reversals"))
