from __future__ import annotations

import pytest

from communique.clean.lines import split_lines


def test_offsets_are_those_of_the_text() -> None:
    text = "\r\n  One line. \r\n\r\nTwo “lines”\u2028 three:\n"
    lines = split_lines(text)
    assert [line.text for line in lines] == ["One line.", "Two “lines”", "three:"]
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert [line.words for line in lines] == [2, 2, 1]


@pytest.mark.parametrize(
    ("text", "closed"),
    [("End.", True), ("End.”", True), ("Why?)", True), ("as follows:", True), ("A headline", False), ("3-1", False)],
)
def test_tells_how_a_line_ends(text: str, closed: bool) -> None:
    assert split_lines(text)[0].closed is closed
