"""communique read: reports in, records out."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.errors import CommuniqueError
from communique.reader import load


def read(
    sources: Annotated[list[str], typer.Argument()],
    published: str | None = None,
    publisher: str | None = None,
    format: str = "jsonl",
    stages: str | None = None,
    explain: bool = False,
) -> None:
    """Read reports and write their records."""
    reader = load(stages=stages.split(",") if stages else None, explain=explain)
    for source in sources:
        for record in reader.read_source(source, published=published, publisher=publisher):
            if isinstance(record, CommuniqueError):
                typer.echo(str(record), err=True)
            else:
                print(record.to_json())
