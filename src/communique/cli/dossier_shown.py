"""What the dossier's commands share: their argument, the two ways to show answers, and how they fail."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from communique.dossier import Dossier
from communique.dossier.answers import as_object
from communique.errors import CommuniqueError, OptionError

T = TypeVar("T")
# Columns of days, numbers and ids, which mean nothing when they are cut.
_NARROW = frozenset({"day", "since", "reports", "outlets", "report", "story"})
_WIDE = 160

DossierFile = Annotated[Path, typer.Argument(metavar="DB", help="The dossier's file.", show_default=False)]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line instead of a table.")]


@contextmanager
def opened(path: Path) -> Iterator[Dossier]:
    """The dossier; what goes wrong is told on standard error. Exit code 1, and 2 where what was asked makes no sense."""
    try:
        with Dossier(path) as dossier:
            yield dossier
    except CommuniqueError as error:
        typer.echo(f"communique: {error}", err=True)
        raise typer.Exit(2 if isinstance(error, OptionError) else 1) from error


def show(answers: Sequence[T], jsonl: bool, columns: Sequence[str], row: Callable[[T], Iterable[Any]]) -> None:
    """Answers as lines of JSON, or as a table; `row` gives an answer's cells."""
    if jsonl:
        for one in answers:
            typer.echo(json.dumps(as_object(one), ensure_ascii=False))
        return
    if not answers:
        typer.echo("nothing", err=True)
        return
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(name, no_wrap=name in _NARROW, overflow="fold")
    for one in answers:
        table.add_row(*(escape("" if cell is None else str(cell)) for cell in row(one)))
    console = Console()
    # A pipe has no width of its own: what reads it is spared words broken over lines.
    (console if console.is_terminal else Console(width=_WIDE)).print(table)
