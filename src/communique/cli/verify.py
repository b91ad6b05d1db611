"""communique verify: a record file held against its schema and its texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, TextIO

import typer

from communique.cli.streams import opened
from communique.errors import CommandError, CommuniqueError
from communique.verify import verify_lines

_MOST_SHOWN = 100


def verify(
    records: Annotated[
        list[str], typer.Argument(help="Files of records, one JSON object a line; .gz too; `-` is standard input.")
    ],
) -> None:
    """Check every span, reference and enum of records against the schema and their own texts.

    Prints each fault with file, line and place, such as `records.jsonl:3: $.events[0].trigger.text: ...`.

    Exit code 0 if all is well, 1 if anything fails.
    """
    faults, read = 0, _Count()
    for faults, fault in enumerate(_faults(records, read), 1):
        if faults <= _MOST_SHOWN:
            typer.echo(str(fault))
    lines = read.lines
    if faults > _MOST_SHOWN:
        typer.echo(f"... and {faults - _MOST_SHOWN} more")
    typer.echo(f"{lines} record{'s' * (lines != 1)}, {faults or 'no'} fault{'s' * (faults != 1)}")
    if faults or not lines:
        raise typer.Exit(1)


class _Count:
    """How many lines that hold something have been read."""

    def __init__(self) -> None:
        self.lines = 0

    def of(self, stream: TextIO) -> Iterator[str]:
        for line in stream:
            self.lines += bool(line.strip())
            yield line


def _faults(sources: list[str], read: _Count) -> Iterator[CommuniqueError]:
    """All that is wrong in files of records, in their order; a file that cannot be read is one fault more."""
    for source in sources:
        try:
            with opened(source) as stream:
                yield from verify_lines(read.of(stream), source=source)
        except CommandError as error:
            yield error
