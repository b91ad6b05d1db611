"""statements: who said what. Detection finds source, cue and content; `finish` makes statements of them.

There are two detectors, rules (`detect`) and a learned one (`learned`); both give `Found` entries and nothing else.
"""

from __future__ import annotations

from dataclasses import replace

from communique.models.store import shipped
from communique.parse import Doc
from communique.statements.circumstances import find_circumstances
from communique.statements.combine import Weights, combine
from communique.statements.detect import detect
from communique.statements.finish import finish
from communique.statements.found import Found
from communique.statements.learned import NAME, detect_learned
from communique.types import Record

__all__ = ["Found", "detect", "find_circumstances", "find_statements", "find_statements_by_rules", "finish"]


def find_statements(doc: Doc, record: Record) -> Record:
    """The record with its statements: the model's, and those of the rules that it cannot see. In the order of the text.

    Raises ModelError where the model is not part of this installation, or a file of it is not the one its card names.
    """
    model = shipped(NAME)
    ruled = detect(doc)
    found = combine(detect_learned(doc, ruled), ruled, Weights.of(model.settings))
    made_by = replace(record.made_by, models=record.made_by.models | {f"communique-{NAME}": model.version})
    return replace(record, statements=finish(doc, record, found), made_by=made_by)


def find_statements_by_rules(doc: Doc, record: Record) -> Record:
    """The record with its statements, by rules alone: direct, mixed and indirect speech, in the order of the text."""
    return replace(record, statements=finish(doc, record, detect(doc)))
