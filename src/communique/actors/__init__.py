"""actors: who is named in a report, and everything it calls them."""

from __future__ import annotations

from communique.parse import Doc
from communique.types import Record


def find_actors(doc: Doc, record: Record) -> Record:
    return record


def find_voices(doc: Doc, record: Record) -> Record:
    return record
