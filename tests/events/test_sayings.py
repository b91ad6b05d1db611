"""Demands and accusations made by saying something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ("Chile must halt the drills", [("REQUEST", ["Peru"], ["Chile"])]),
        ("Chile should respond", [("REQUEST", ["Peru"], ["Chile"])]),
        ("Chile's conduct was unacceptable", [("ACCUSE", ["Peru"], ["Chile"])]),
        ("all options are on the table", [("THREATEN", ["Peru"], [])]),
        ("Chile should have known", []),
        ("Peru must wait", []),
        ("it was wrong to wait", []),
        ("Chile's conduct was not unacceptable", []),
    ],
)
def test_saying(told: Callable[..., Any], content: str, rows: list[tuple[str, list[str], list[str]]]) -> None:
    text = f"Peru said {content}."
    assert told(text, "Peru, Chile", said=[("Peru", content, "said")]).rows == rows


def test_nothing_is_said_outside_a_statement(told: Callable[..., Any]) -> None:
    assert told("Chile must respond.", "Peru, Chile").rows == []
