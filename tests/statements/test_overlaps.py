"""Spans that touch a span: all of them, in the order given, none that only meet it."""

from __future__ import annotations

import pytest

from communique.statements.overlaps import Overlaps

SPANS = ((10, 90), (30, 35), (0, 5), (12, 14), (5, 10), (40, 60))


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 100), list(SPANS)),
        ((33, 34), [(10, 90), (30, 35)]),
        ((14, 30), [(10, 90)]),
        ((5, 10), [(5, 10)]),
        ((4, 6), [(0, 5), (5, 10)]),
        ((90, 100), []),
    ],
)
def test_touching(span: tuple[int, int], expected: list[tuple[int, int]]) -> None:
    assert Overlaps((each, each) for each in SPANS).touching(span) == expected


def test_nothing_touches_where_nothing_is() -> None:
    assert Overlaps(()).touching((0, 10)) == []
