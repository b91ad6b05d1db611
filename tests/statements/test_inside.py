"""Contents are read once more where somebody may be quoted in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.statements.found import Found
from communique.statements.inside import inside_of, lies_in, worth_reading

OUTER = "The ministry said "


@pytest.mark.parametrize(
    ("content", "worth"),
    [
        ("Ada Holm had promised to open the border by May", True),
        ("the talks were over, according to the two diplomats", True),
        ("two roads near the border are closed until Monday", False),
        ("we said that the roads near the border were closed", False),
        ("she said no", False),
    ],
)
def test_only_contents_with_a_cue_and_room_for_more(parsed: Callable[..., Doc], content: str, worth: bool) -> None:
    doc = parsed(OUTER + content + ".")
    span = len(OUTER), len(OUTER) + len(content)
    outer = Found((0, 12), (13, 17), (span,), "tagger", 0.9)
    assert worth_reading(doc, [outer, outer]) == ([span] if worth else [])


@pytest.mark.parametrize(
    ("source", "cue", "content", "inside"),
    [
        ((10, 12), (13, 17), (18, 40), True),
        ((2, 4), (13, 17), (18, 40), False),
        (None, (13, 17), (18, 60), False),
        (None, None, (10, 50), False),
    ],
)
def test_all_parts_lie_in_a_stretch(
    source: tuple[int, int] | None, cue: tuple[int, int] | None, content: tuple[int, int], inside: bool
) -> None:
    assert lies_in(Found(source, cue, (content,), "clause", 0.8), (10, 50)) is inside


def test_each_attribution_is_looked_for_in_the_stretch_it_begins_in() -> None:
    first, second = Found(None, (12, 15), ((16, 30),), "clause", 0.8), Found(None, (62, 65), ((66, 70),), "clause", 0.8)
    outside, across = Found(None, (1, 4), ((5, 9),), "clause", 0.8), Found(None, (42, 45), ((46, 55),), "clause", 0.8)
    assert inside_of([outside, first, across, second], [(10, 50), (60, 90)]) == [first, second]
    assert inside_of([first], []) == []
