from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.positions.claim import Claim
from communique.positions.condition import condition_of
from communique.positions.evidence import evidence_of
from communique.positions.stance import find_stances
from communique.positions.status import status_of


def first(doc: Doc, at: int = 0) -> Claim:
    return list(find_stances(doc.tokens))[at]


@pytest.mark.parametrize(
    ("text", "at", "evidence"),
    [
        ("It rained, but Chad rejected the plan.", 0, "Chad rejected the plan"),
        ("The mayor said that Chad rejected the plan.", 0, "that Chad rejected the plan"),
        ("Chad rejected the plan and Niger left.", 0, "Chad rejected the plan"),
        ("The unions demanded higher wages and shorter hours.", 0, "The unions demanded higher wages"),
        ("The unions demanded higher wages and shorter hours.", 1, "The unions demanded higher wages and shorter hours"),
        ("Chad came late and rejected the plan.", 0, "Chad came late and rejected the plan"),
    ],
)
def test_smallest_clause_with_holder(parsed: Callable[..., Doc], text: str, at: int, evidence: str) -> None:
    doc = parsed(text)
    assert doc.text(evidence_of(first(doc, at))) == evidence


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Peru offered to share the water if Chile pays.", "if Chile pays"),
        ("Peru offered to share the water in exchange for power.", "in exchange for power"),
        ("Peru refused to pay unless Chile leaves.", "unless Chile leaves"),
        ("Peru demanded the release of the crew before any talks.", "before any talks"),
        ("Peru rejected the plan before any talks.", None),
        ("Peru refused to pay until Monday.", None),
        ("Peru offered to share the water.", None),
    ],
)
def test_conditions(parsed: Callable[..., Doc], text: str, condition: str | None) -> None:
    doc = parsed(text)
    claim = first(doc)
    found = condition_of(claim, evidence_of(claim), doc.article.text)
    assert (doc.text(found) if found else None) == condition


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru rejected the plan.", "current"),
        ("Peru previously rejected the plan.", "past"),
        ("They spoke of aid in exchange for Peru agreeing to close the mine.", "hypothetical"),
    ],
)
def test_status(parsed: Callable[..., Doc], text: str, status: str) -> None:
    claim = first(parsed(text))
    assert status_of(claim, text) == status
