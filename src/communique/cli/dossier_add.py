"""communique dossier add, check, verify: what is in the file, and whether it is whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from communique.cli.dossier_shown import DossierFile, opened
from communique.cli.kb import UserFile
from communique.dossier import Dossier
from communique.dossier.add import Added
from communique.errors import CommuniqueError
from communique.read.count import count_reports
from communique.verify import problems_of

_MOST_SHOWN = 100


def add(
    db: DossierFile,
    sources: Annotated[
        list[str],
        typer.Argument(
            help="As for `communique read`: files, folders, http(s) URLs, `-`; also .jsonl that it wrote.", show_default=False
        ),
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication (2019-02-28), for reports that do not say.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published, for reports that do not say.")] = None,
    model: Annotated[
        str, typer.Option(metavar="NAME", help="`learned`: with the trained model (statements); or `rules`: without, faster.")
    ] = "learned",
    explain: Annotated[
        bool, typer.Option("--explain", help="Keep for each entry which rule and which words led to it.")
    ] = False,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, metavar="P", help="Leave out entries less sure than this.")
    ] = 0.0,
    kb: UserFile = None,
) -> None:
    """Read reports and put their records into a dossier, which is made where there is none.

    Examples:

    `communique dossier add hanoi.db examples/hanoi`

    `communique dossier add hanoi.db records.jsonl`

    What is in the dossier already is not read again: a broken run is continued by the same command.
    A source that cannot be read is named on standard error, the others are added all the same, and the exit code is 1.
    """
    with opened(db) as dossier:
        outcomes = dossier.add(
            *sources,
            published=published,
            publisher=publisher,
            model=model,
            explain=explain,
            min_confidence=min_confidence,
            kb=kb,
        )
        count = Counter(map(_told, _shown(outcomes, sources)))
        reports = dossier.reports()
        copies = sum(report.copy_of is not None for report in reports)
        stories = len({report.story for report in reports})
    typer.echo(
        f"{db}: {count['new']} added, {count['here']} here already, {count['failed']} failed; "
        f"{len(reports)} reports in all, {copies} of them copies, {stories} {'story' if stories == 1 else 'stories'}"
    )
    if count["failed"]:
        raise typer.Exit(1)


def _told(outcome: Added | CommuniqueError) -> str:
    if isinstance(outcome, Added):
        return "new" if outcome.new else "here"
    typer.echo(f"communique: {outcome}", err=True)
    return "failed"


def _shown(outcomes: Iterable[Added | CommuniqueError], sources: list[str]) -> Iterator[Added | CommuniqueError]:
    """The same outcomes, with a progress bar on a terminal where there are many."""
    console = Console(stderr=True)
    total = sum(map(count_reports, sources)) if console.is_terminal else 0
    columns = (TextColumn("adding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=total < 2) as progress:
        task = progress.add_task("", total=total)
        for outcome in outcomes:
            yield outcome
            progress.advance(task)


def check(db: DossierFile) -> None:
    """Hold a dossier against itself: the file, every span and its text, every table and the full text. Changes nothing.

    Exit code 0 if all is well, 1 if anything fails.
    """
    with opened(db) as dossier:
        _tell([str(fault) for fault in dossier.check()], dossier)


def verify(db: DossierFile) -> None:
    """Check every span, reference and enum of the records against the schema and their own texts, as `communique verify` does.

    Exit code 0 if all is well, 1 if anything fails.
    """
    with opened(db) as dossier:
        faults = [f"{one.id}: {fault}" for one in dossier.reports() for fault in problems_of(one.record)]
        _tell(faults, dossier)


def _tell(faults: list[str], dossier: Dossier) -> None:
    for fault in faults[:_MOST_SHOWN]:
        typer.echo(fault)
    if len(faults) > _MOST_SHOWN:
        typer.echo(f"... and {len(faults) - _MOST_SHOWN} more")
    number = len(dossier.ids())
    typer.echo(f"{number} report{'s' * (number != 1)}, {len(faults) or 'no'} fault{'s' * (len(faults) != 1)}")
    if faults:
        raise typer.Exit(1)
