"""communique read: reports in, records out."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from communique.cli.kb import UserFile
from communique.cli.streams import written
from communique.errors import CommandError, CommuniqueError, OptionError
from communique.export import account, html, jsonl
from communique.pipeline import STAGES
from communique.read import DEFAULT_MAX_CHARS, checked_day
from communique.read.count import count_reports
from communique.reader import Reader, load
from communique.types import Record

_STAGE_NAMES = ", ".join(step.name for step in STAGES)


class Format(StrEnum):
    """What `read` writes."""

    table = "table"
    jsonl = "jsonl"
    html = "html"


def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Files or folders of .txt, .md, .html, .json, .jsonl (also .gz), http(s) URLs, or `-` for standard input.",
            show_default=False,
        ),
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication (2019-02-28), for reports that do not say.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published, for reports that do not say.")] = None,
    format: Annotated[
        Format, typer.Option(help="A readable account, one JSON record a line, or one HTML page.")
    ] = Format.table,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to a file instead of standard output.")] = None,
    stages: Annotated[
        str | None, typer.Option(metavar="NAMES", help=f"Run only these, comma-separated: {_STAGE_NAMES}.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say for each entry which rule and which words led to it.")
    ] = False,
    max_chars: Annotated[
        int, typer.Option(min=1, metavar="N", help="Refuse longer texts; they are never cut.")
    ] = DEFAULT_MAX_CHARS,
    min_confidence: Annotated[
        float,
        typer.Option(
            min=0.0,
            max=1.0,
            metavar="P",
            help="Leave out statements, events and positions less sure than this: more of the rest is right, more is missing.",
        ),
    ] = 0.0,
    model: Annotated[
        str, typer.Option(metavar="NAME", help="`learned`: with the trained model (statements); or `rules`: without, faster.")
    ] = "learned",
    language_model: Annotated[
        str | None, typer.Option(metavar="NAME", help="A spaCy pipeline instead of the default one.")
    ] = None,
    kb: UserFile = None,
) -> None:
    """Read reports and show, or write, their records.

    Examples:

    `communique read report.txt --published 2019-02-28`

    `communique read coverage/ --format jsonl --out records.jsonl`

    `communique read page.html --format html --out page-read.html`

    `communique read report.txt --model learned --min-confidence 0.8`

    A source that cannot be read is named on standard error, the others are read all the same, and the exit code is 1.
    """
    failures = _Failures()
    try:
        names = [name.strip() for name in stages.split(",") if name.strip()] if stages is not None else None
        reader = load(
            stages=names,
            explain=explain,
            model=model,
            language_model=language_model,
            max_chars=max_chars,
            min_confidence=min_confidence,
            kb=kb,
        )
        known = {"published": checked_day(published), "publisher": publisher}
        with written(out, whole=format is Format.html) as stream:
            shown = not (out is None and stream.isatty() and format is Format.jsonl)
            records = failures.left_out(_records(reader, sources, known, shown))
            _write(records, stream, format, explain)
    except CommuniqueError as error:
        typer.echo(f"communique: {error}", err=True)
        raise typer.Exit(2 if isinstance(error, OptionError) else 1) from error
    if failures.count:
        raise typer.Exit(1)


def _records(
    reader: Reader, sources: list[str], known: dict[str, str | None], shown: bool
) -> Iterator[Record | CommuniqueError]:
    """Records of all sources in their order, with a progress bar on a terminal where there are many."""
    console = Console(stderr=True)
    total = sum(map(count_reports, sources)) if shown and console.is_terminal else 0
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=total < 2) as progress:
        task = progress.add_task("", total=total)
        for source in sources:
            for record in reader.read_source(source, **known):
                yield record
                progress.advance(task)


class _Failures:
    """Counts what could not be read and names it on standard error at once."""

    def __init__(self) -> None:
        self.count = 0

    def left_out(self, found: Iterator[Record | CommuniqueError]) -> Iterator[Record]:
        for one in found:
            if isinstance(one, Record):
                yield one
            else:
                self.count += 1
                typer.echo(f"communique: {one}", err=True)


def _write(records: Iterator[Record], stream: TextIO, format: Format, explain: bool) -> None:
    if format is Format.jsonl:
        jsonl.write(records, stream)
    elif format is Format.html:
        read = list(records)
        if not read:
            raise CommandError("no report could be read, so there is no page")
        stream.write(html.page(read))
    else:
        account.render_many(list(records), Console(file=stream), explain=explain)
