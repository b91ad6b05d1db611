"""communique dossier table, changes, timeline, issues: where parties stand, how that moves, and what happened when."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.dossier_shown import DossierFile, Jsonl, opened, show
from communique.dossier.change import Move
from communique.dossier.issues import Coded, Issue, read_codebook
from communique.dossier.table import Cell
from communique.dossier.timeline import Entry
from communique.errors import CommandError

CodebookFile = Annotated[
    Path | None,
    typer.Option("--codebook", metavar="FILE", help="Your own issues, in YAML: a list of {issue, words, examples}."),
]


def table(db: DossierFile, codebook: CodebookFile = None, jsonl: Jsonl = False) -> None:
    """Show the bargaining table: who demands, offers, refuses what, under which condition, since when, told by whom.

    `contested`: on one day it is told in two ways that cannot both be right.
    """
    with opened(db) as dossier:
        cells = dossier.table(_coded(codebook))
        show(cells, jsonl, ("party", "stance", "issue", "condition", "since", "reports", "told by"), _cell)


def _cell(cell: Cell) -> tuple[object, ...]:
    tellers = Counter(step.teller or step.outlet or "" for step in cell.history if not step.copy)
    stance = f"{cell.stance} (contested)" if cell.contested else cell.stance
    return cell.party, stance, cell.issue, cell.condition, cell.since, cell.reports, ", ".join(name for name in tellers if name)


def changes(db: DossierFile, codebook: CodebookFile = None, jsonl: Jsonl = False) -> None:
    """Show stances that move: from demand to offer to acceptance, or to refusal, and by which reports."""
    with opened(db) as dossier:
        moves = dossier.changes(_coded(codebook))
        show(moves, jsonl, ("day", "party", "issue", "before", "after", "direction", "words"), _move)


def _move(move: Move) -> tuple[object, ...]:
    before = f"{move.before.stance} ({move.before.day})"
    return move.after.day, move.party, move.issue, before, move.after.stance, move.direction, move.after.passage.text


def timeline(db: DossierFile, jsonl: Jsonl = False) -> None:
    """Show events by the day on which they happened or are planned for; where no report dates one, by its first report.

    `told` stands before the day of a report; `corroborated`: two independent outlets tell it as fact.
    """
    with opened(db) as dossier:
        show(dossier.timeline(), jsonl, ("day", "event", "who", "to whom", "where", "outlets", "words"), _entry)


def _entry(entry: Entry) -> tuple[object, ...]:
    event = entry.event
    day = entry.day or (f"told {entry.told}" if entry.told else None)
    until = f" to {entry.end}" if entry.day and entry.end and entry.end != entry.day else ""
    kind = f"{event.type} (planned)" if entry.planned else event.type
    outlets = f"{event.outlets}, corroborated" if event.corroborated else event.outlets
    words = event.tellings[0].passage.text if event.tellings else None
    return f"{day or ''}{until}", kind, ", ".join(event.actors), ", ".join(event.recipients), event.place, outlets, words


def issues(
    db: DossierFile,
    codebook: CodebookFile = None,
    merge: Annotated[
        tuple[str, str] | None,
        typer.Option("--merge", metavar="OLD NEW", help="Put an issue under another one, or under a new name, for good."),
    ] = None,
    jsonl: Jsonl = False,
) -> None:
    """Show what the parties' positions are about: issues, the labels merged into each, who takes a position.

    Examples:

    `communique dossier issues hanoi.db --codebook issues.yaml`

    `communique dossier issues hanoi.db --merge "sanctions relief" "lifting of sanctions"`
    """
    with opened(db) as dossier:
        if merge:
            dossier.merge_issue(*merge)
        show(dossier.issues(_coded(codebook)), jsonl, ("issue", "reports", "parties", "labels"), _issue)


def _issue(issue: Issue) -> tuple[object, ...]:
    labels = "; ".join(label for label in issue.labels if label != issue.name)
    return f"{issue.name} *" if issue.coded else issue.name, issue.reports, ", ".join(issue.parties), labels


def _coded(path: Path | None) -> tuple[Coded, ...]:
    if path is None:
        return ()
    try:
        return read_codebook(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
