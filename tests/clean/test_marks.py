from __future__ import annotations

import pytest

from communique.clean.marks import Mark, as_furniture


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], []),
        ([("tail", (5, 9)), ("advert", (0, 3))], [("advert", (0, 3)), ("tail", (5, 9))]),
        ([("advert", (0, 5)), ("tail", (3, 9))], [("advert", (0, 5)), ("tail", (5, 9))]),
        ([("advert", (0, 9)), ("tail", (3, 5))], [("advert", (0, 9))]),
        ([("caption", (2, 6)), ("credit", (2, 6))], [("caption", (2, 6))]),
        ([("caption", (4, 4))], []),
    ],
)
def test_marks_are_sorted_and_do_not_overlap(marks: list[Mark], expected: list[Mark]) -> None:
    assert [(mark.kind, mark.span) for mark in as_furniture(marks)] == expected
