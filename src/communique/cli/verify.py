"""communique verify: a record file held against its schema and its texts."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, TextIO

import typer

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
    faults = lines = 0
    for source in records:
        try:
            with _opened(source) as stream:
                counted = _Counted(stream)
                for fault in verify_lines(counted, source=source):
                    faults += 1
                    if faults <= _MOST_SHOWN:
                        typer.echo(str(fault))
                lines += counted.lines
        except (OSError, UnicodeDecodeError, EOFError) as error:
            faults += 1
            typer.echo(f"{source}: cannot be read: {error}")
    if faults > _MOST_SHOWN:
        typer.echo(f"... and {faults - _MOST_SHOWN} more")
    typer.echo(f"{lines} record{'s' * (lines != 1)}, {faults or 'no'} fault{'s' * (faults != 1)}")
    if faults or not lines:
        raise typer.Exit(1)


class _Counted:
    """Lines of a stream, counting those that hold something."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self.lines = stream, 0

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            self.lines += bool(line.strip())
            yield line


@contextmanager
def _opened(source: str) -> Iterator[TextIO]:
    if source == "-":
        yield sys.stdin
    elif source.endswith(".gz"):
        with gzip.open(source, "rt", encoding="utf-8") as stream:
            yield stream
    else:
        with open(source, encoding="utf-8") as stream:
            yield stream
