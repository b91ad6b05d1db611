"""positions."""

from __future__ import annotations

from communique.parse import Doc
from communique.types import Record


def find_positions(doc: Doc, record: Record) -> Record:
    return record
