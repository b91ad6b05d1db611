"""statements: who said what. `detect` finds source, cue and content; `finish` makes statements of them.

A learned model may stand in for `detect`: it has to give `Found` entries and nothing else.
"""

from __future__ import annotations

from dataclasses import replace

from communique.parse import Doc
from communique.statements.detect import detect
from communique.statements.finish import finish
from communique.statements.found import Found
from communique.types import Record

__all__ = ["Found", "detect", "find_statements", "finish"]


def find_statements(doc: Doc, record: Record) -> Record:
    """The record with its statements: direct, mixed and indirect speech, in the order of the text."""
    return replace(record, statements=finish(doc, record, detect(doc)))
