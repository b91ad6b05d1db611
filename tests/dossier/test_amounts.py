from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.dossier.amounts import amounts
from communique.dossier.cast import Cast
from communique.dossier.held import Held
from communique.dossier.tellings import Scene


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire killed at least 12 people.", [(12, "dead", "least")]),
        ("Seven people, including two children, were killed.", [(7, "dead", "exact"), (2, "dead", "exact")]),
        ("The blast injured about 1,200 workers.", [(1200, "injured", "about")]),
        ("The death toll rose to 85.", [(85, "dead", "exact")]),
        ("The bid is worth $2.5 billion.", [(2.5e9, "money", "exact")]),
        ("The bid is worth $70 a share.", [(70, "money each", "exact")]),
        ("It flew 2 km (1.2 miles).", [(2000, "length", "exact")]),
        ("The doors opened at 10:45 p.m.", [(1365, "clock", "exact")]),
        ("It was the 15th test.", [(15, "ordinal", "exact")]),
        ("They met on May 3 in 2031.", []),
        ("They met on 3 May.", []),
        ("Nobody counted.", []),
    ],
)
def test_amounts_and_what_they_are_of(held: Callable[..., Held], text: str, expected: list[tuple[float, str, str]]) -> None:
    report = held("a", text)
    found = amounts(Scene(report, Cast([report])))
    assert [(round(one.value, 2), one.of, one.limit) for one in found] == [(v, of, limit) for v, of, limit in expected]


def test_the_side_of_a_thing_that_a_measure_is_of(held: Callable[..., Held]) -> None:
    report = held("a", "It flew 900 km and reached an altitude of 300 km.")
    assert [one.aspect for one in amounts(Scene(report, Cast([report])))] == ["distance", "height"]
