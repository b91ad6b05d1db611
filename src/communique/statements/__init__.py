"""statements."""

from __future__ import annotations

from communique.parse import Doc
from communique.types import Record


def find_statements(doc: Doc, record: Record) -> Record:
    return record
