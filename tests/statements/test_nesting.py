"""Which content holds which, and what is kept inside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.statements import Found
from communique.statements.nesting import enclosing, without_echoes


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ([[(0, 10)], [(2, 5)]], [None, 0]),
        ([[(2, 5)], [(0, 10)], [(1, 7)]], [2, None, 1]),
        ([[(0, 10)], [(5, 15)]], [None, None]),
        ([[(0, 4), (8, 20)], [(9, 12)]], [None, 0]),
        ([[(0, 4)], [(0, 4)]], [None, None]),
        ([], []),
    ],
)
def test_enclosing(contents: list[list[tuple[int, int]]], expected: list[int | None]) -> None:
    assert enclosing(contents) == expected


def test_inside_a_statement_only_reporting_is_kept_and_less_sure() -> None:
    outer = Found(source=(0, 3), cue=(4, 8), content=((9, 60),), rule="clause", confidence=0.9)
    reported = Found(source=(9, 12), cue=(13, 17), content=((18, 30),), rule="clause", confidence=0.8)
    wish = replace(reported, rule="inf", content=((32, 50),))
    kept = without_echoes([outer, reported, wish])
    assert [(found.rule, found.content) for found in kept] == [("clause", ((9, 60),)), ("clause", ((18, 30),))]
    assert kept[0].confidence == 0.9 and kept[1].confidence < 0.8


def test_speech_nested_without_end_is_cut_off() -> None:
    one = Found(source=(0, 3), cue=(4, 8), content=((9, 100),), rule="clause", confidence=0.9)
    chain = [replace(one, content=((10 * level + 9, 100),)) for level in range(9)]
    assert len(without_echoes(chain)) == 4
