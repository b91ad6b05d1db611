"""communique query: SQL over the tables of a run."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from communique.cli.corpus import failures_told

_MOST_SHOWN = 1000


class Form(StrEnum):
    """What `query` writes."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def query(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="What `communique run` wrote.", show_default=False)],
    sql: Annotated[str, typer.Argument(metavar="SELECT", help="One SELECT, in DuckDB's SQL.", show_default=False)],
    format: Annotated[
        Form, typer.Option(help=f"A table (of at most {_MOST_SHOWN} rows), one JSON object a line, or CSV.")
    ] = Form.table,
) -> None:
    """Ask the tables of a run: reports, statements, events, positions, dates, places, actors, gaps, errors.

    Examples:

    `communique query tables "select type, count(*) from events group by type order by 2 desc"`

    `communique query tables "select reason, count(*) from errors group by reason" --format csv`

    The query reads finished shards of these tables, and no other file.
    """
    with failures_told():
        from communique.scale.query import query as ask

        answer = ask(folder, sql)
        try:
            _write(answer.columns, answer, format)
        finally:
            answer.close()


def _write(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]], form: Form) -> None:
    if form is Form.table:
        _show(columns, rows)
    elif form is Form.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    else:
        for row in rows:
            typer.echo(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=str))


def _show(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
    table = Table(*map(escape, columns), show_edge=False, pad_edge=False, header_style="bold")
    found = iter(rows)
    for row in islice(found, _MOST_SHOWN):
        table.add_row(*("" if cell is None else escape(str(cell)) for cell in row))
    Console().print(table)
    if next(found, None) is not None:
        typer.echo(f"communique: more than {_MOST_SHOWN} rows; --format jsonl or csv gives all", err=True)
