"""The bargaining table: party by stance and issue; over several reports, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.export.wording import Names, one_line
from communique.types import Actor, Position, Record

_STANCES = ("demands", "offers", "accepts", "refuses", "pledges", "supports", "opposes")


@dataclass(frozen=True, slots=True)
class PartyRows:
    """All positions of one party, in the order of the stances and then of the text."""

    party: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class ReportsRow:
    """One party over several reports: its name, and its positions in each report (none where that has none)."""

    party: str
    cells: tuple[tuple[Position, ...], ...]


def by_party(record: Record) -> tuple[PartyRows, ...]:
    """The table of one report: the parties with most positions first, then in the order of the text."""
    names, rows = Names(record), dict[str, list[Position]]()
    for position in record.positions:
        rows.setdefault(position.party, []).append(position)
    ordered = sorted(rows.items(), key=lambda row: (-len(row[1]), row[1][0].evidence.span))
    return tuple(PartyRows(names[party], tuple(sorted(positions, key=_order))) for party, positions in ordered)


def _order(position: Position) -> tuple[int, int, int]:
    return _STANCES.index(position.stance), *position.evidence.span


def across(records: Sequence[Record]) -> tuple[ReportsRow, ...]:
    """The table of several reports. A party is the same where its Wikidata item, state or name is; issues are not merged."""
    labels: dict[str, str] = {}
    cells: dict[str, list[list[Position]]] = {}
    for i, record in enumerate(records):
        actors = {actor.id: actor for actor in record.actors}
        for position in record.positions:
            actor = actors.get(position.party)
            key = _identity(actor) if actor else position.party.casefold()
            labels.setdefault(key, one_line(actor.name if actor else position.party))
            cells.setdefault(key, [[] for _ in records])[i].append(position)
    rows = [ReportsRow(labels[key], tuple(tuple(sorted(cell, key=_order)) for cell in row)) for key, row in cells.items()]
    return tuple(sorted(rows, key=lambda row: (-sum(map(bool, row.cells)), -sum(map(len, row.cells)), row.party)))


def _identity(actor: Actor) -> str:
    if actor.wikidata:
        return actor.wikidata
    return f"state {actor.country}" if actor.kind == "state" and actor.country else actor.name.casefold()
