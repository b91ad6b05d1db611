"""communique schema: what a record looks like, for other programs."""

from __future__ import annotations

import json

import typer

from communique import codec


def schema() -> None:
    """Print the JSON Schema of a record (draft 2020-12), generated from the library's types."""
    typer.echo(json.dumps(codec.schema(), indent=2, ensure_ascii=False))
