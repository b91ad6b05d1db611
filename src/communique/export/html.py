"""One self-contained HTML file."""

from __future__ import annotations

from communique.types import Record


def fragment(record: Record) -> str:
    return f"<pre>{record.article.id}</pre>"


def page(records: list[Record]) -> str:
    return "".join(fragment(record) for record in records)
