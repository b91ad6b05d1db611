"""The model is told of quotation marks, of what rules found, and of the parse, a number a character."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc, find_paragraphs, find_quotes
from communique.statements.detect import detect
from communique.statements.features import (
    BEGINS,
    CLASSES,
    CLOSED,
    CLOSING,
    DEPENDENCIES,
    FEATURES,
    NESTED,
    OPEN,
    OPENING,
    OUTSIDE,
    SINGLE,
    describe,
    mark_found,
    mark_quotations,
)
from communique.statements.found import TAGS, Found


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("a “b” c", [OUTSIDE, OUTSIDE, OPENING, CLOSED, CLOSING, OUTSIDE, OUTSIDE]),
        ("“b", [OPENING, OPEN]),
        ("‘b c’", [OPENING, SINGLE, SINGLE, SINGLE, CLOSING]),
        ("“a ‘bcd’”", [OPENING, CLOSED, CLOSED, OPENING, NESTED, NESTED, NESTED, CLOSING, CLOSING]),
    ],
)
def test_characters_know_their_quotation(text: str, marks: list[int]) -> None:
    assert list(mark_quotations(text, find_quotes(text, find_paragraphs(text))))[: len(text)] == marks


def test_cues_win_over_sources_over_contents() -> None:
    ruled = [Found((0, 2), (3, 5), ((6, 9),), "clause", 0.8), Found((7, 8), None, ((1, 3),), "clause", 0.8)]
    tags = [TAGS[mark - BEGINS[1]] for mark in mark_found(9, ruled)]
    source, cue, content = (["B-" + role, "I-" + role] for role in ("source", "cue", "content"))
    assert tags == [*source, content[1], *cue, "O", content[0], source[0], content[1], "O"]


def test_words_know_their_place_in_the_parse(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Ada Holm said that talks failed.")
    _, found, dependencies, classes = describe(doc, detect(doc))
    at = doc.article.text.index("said")
    assert DEPENDENCIES[dependencies[at] - BEGINS[2]] == "ROOT"
    assert CLASSES[classes[at + 3] - BEGINS[3]] == "VERB"
    assert TAGS[found[at] - BEGINS[1]] == "B-cue"
    assert (dependencies[at - 1], classes[at - 1]) == (BEGINS[2], BEGINS[3]), "a space is no word"


@pytest.mark.parametrize("text", ["", "(", "“", "\n\n", "a" * 2000])
def test_numbers_of_channels_never_meet(parsed: Callable[..., Doc], text: str) -> None:
    doc = parsed(text)
    channels = describe(doc, detect(doc))
    ends = (*BEGINS[1:], FEATURES)
    for channel, begin, end in zip(channels, BEGINS, ends, strict=True):
        assert len(channel) == len(doc.article.text) + 1
        assert all(begin <= mark < end for mark in channel)
