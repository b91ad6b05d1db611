"""A readable account of records on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from communique.types import Record


def render_many(records: Sequence[Record], console: Console, *, explain: bool = False) -> None:
    """Stub until the account is written."""
    for record in records:
        console.print(record.article.title)
