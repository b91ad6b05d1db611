from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.lexicon import table
from communique.parse import Doc
from communique.positions.evaluations import evaluations
from communique.positions.lexicon import predicates, uses_of
from communique.types import Position

STANCES = {"demands", "offers", "accepts", "refuses", "pledges", "supports", "opposes"}


def test_rows_use_the_closed_vocabularies() -> None:
    for (_, part), rows in predicates().items():
        for row in rows:
            assert part in {"V", "N", "A"}
            assert row.stance in STANCES and (row.negated is None or row.negated in STANCES)
            assert row.sureness in {"sure", "likely", "weak"}
    assert {row[0] for row in evaluations().values()} == {"supports", "opposes"}
    assert "stance" in Position.__dataclass_fields__


def test_no_row_is_written_twice() -> None:
    rows = table("positions", "predicates")
    assert len({(row[0], row[1], row[2]) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("text", "word", "parts"),
    [
        ("Chad demands money.", "demands", ["V"]),
        ("The demand for money grew.", "demand", ["N"]),
        ("Chad is opposed to the plan.", "opposed", ["A"]),
        ("The plan was opposed by Chad.", "opposed", ["V"]),
        ("The cat sat.", "cat", []),
    ],
)
def test_uses_follow_the_part_of_speech(parsed: Callable[..., Doc], text: str, word: str, parts: list[str]) -> None:
    token = next(t for t in parsed(text).tokens if t.text == word)
    assert [use.part for use in uses_of(token)][:1] == parts
