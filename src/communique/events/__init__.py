"""events."""

from __future__ import annotations

from communique.parse import Doc
from communique.types import Record


def find_events(doc: Doc, record: Record) -> Record:
    return record
