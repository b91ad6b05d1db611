"""Change over time: a party's stance on an issue that moves, from demand to offer to acceptance, or to refusal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from communique.dossier.held import Held
from communique.dossier.issues import Coded
from communique.dossier.table import Cell, Step, find_table, reversed_stances

_TOWARDS = {"refuses": 0, "opposes": 0, "demands": 1, "supports": 2, "offers": 3, "pledges": 3, "accepts": 4}


@dataclass(frozen=True, slots=True)
class Move:
    """A stance before and after. `direction`: `closer` to a settlement, or `further` from one."""

    party: str
    issue: str
    before: Step
    after: Step
    direction: str

    def to_json(self) -> dict[str, Any]:
        """{"party", "issue", "from", "to", "direction", "days": [..], "reports": [before, after]}."""
        return {
            "party": self.party, "issue": self.issue, "from": self.before.stance, "to": self.after.stance,
            "direction": self.direction, "days": [self.before.day, self.after.day],
            "reports": [self.before.to_json(), self.after.to_json()],
        }  # fmt: skip


def find_changes(reports: Sequence[Held], codebook: Sequence[Coded] = ()) -> tuple[Move, ...]:
    """Every move of every cell of the table, by the day it was first told.

    Only between reports of different days; a stance told as past counts as the one before. Two tellers who disagree on one day
    are a disagreement, not a move.
    """
    moves = [move for cell in find_table(reports, codebook) for move in _moves(cell)]
    return tuple(sorted(moves, key=lambda move: (move.after.day or "", move.party, move.issue)))


def _moves(cell: Cell) -> list[Move]:
    told = [step for step in cell.history if not step.copy and step.day is not None]
    by_day: dict[tuple[str, bool], list[Step]] = {}
    for step in told:
        by_day.setdefault((step.day or "", not step.past), []).append(step)
    settled = [by_day[key][-1] for key in sorted(by_day) if not _at_odds(by_day[key])]
    return [
        Move(cell.party, cell.issue, before, after, _direction(before.stance, after.stance))
        for before, after in pairwise(settled)
        if _TOWARDS[before.stance] != _TOWARDS[after.stance] and (before.day != after.day or before.past)
    ]


def _at_odds(steps: Sequence[Step]) -> bool:
    return any(reversed_stances(a.stance, b.stance) for a in steps for b in steps)


def _direction(before: str, after: str) -> str:
    step = _TOWARDS[after] - _TOWARDS[before]
    return "closer" if step > 0 else "further"
