"""One self-contained HTML file."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from communique.export.wording import shown
from communique.types import Record


def page(records: Sequence[Record]) -> str:
    return "".join(fragment(record) for record in records)


def fragment(record: Record) -> str:
    return f"<pre>{escape(shown(record.article.text))}</pre>"
