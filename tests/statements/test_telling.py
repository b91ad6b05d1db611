"""`KCNA quoted Kim as saying`: the agency tells, and in it Kim says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.types import Statement


def row(statement: Statement) -> tuple[str | None, str | None, list[str]]:
    speaker = statement.speaker.text if statement.speaker else None
    return speaker, statement.cue.text if statement.cue else None, [part.text for part in statement.content]


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "KCNA quoted Kim as saying that the talks had failed.",
            ("KCNA", "quoted", ["Kim as saying that the talks had failed"]),
            ("Kim", "saying", ["that the talks had failed"]),
        ),
        (
            'KCNA quoted Kim as saying: "The talks have failed."',
            ("KCNA", "quoted", ['Kim as saying: "The talks have failed."']),
            ("Kim", "saying", ['"The talks have failed."']),
        ),
        (
            '"The talks have failed," KCNA quoted Kim as saying.',
            ("KCNA", "quoted", ['"The talks have failed,"']),
            ("Kim", "saying", ['"The talks have failed,"']),
        ),
        (
            '"The talks have failed," Kim was quoted by KCNA as saying.',
            ("KCNA", "was quoted", ['"The talks have failed,"']),
            ("Kim", "saying", ['"The talks have failed,"']),
        ),
        (
            '"The talks have failed," Kim was quoted as saying by KCNA.',
            ("KCNA", "was quoted", ['"The talks have failed,"']),
            ("Kim", "saying", ['"The talks have failed,"']),
        ),
        (
            "The talks have failed, KCNA quoted Kim as saying.",
            ("KCNA", "quoted", ["The talks have failed"]),
            ("Kim", "saying", ["The talks have failed"]),
        ),
    ],
)
def test_two_statements(
    told: Callable[[str], tuple[Statement, ...]],
    text: str,
    outer: tuple[str, str, list[str]],
    inner: tuple[str, str, list[str]],
) -> None:
    first, second = told(text)
    assert (row(first), row(second)) == (outer, inner)
    assert (first.inside, second.inside) == (None, "s1")
    assert (first.manner, second.manner) == ("report", "say")


def test_a_quoted_speaker_without_a_teller_is_one_statement(told: Callable[[str], tuple[Statement, ...]]) -> None:
    (statement,) = told('"The talks have failed," Kim was quoted as saying on Monday.')
    assert row(statement) == ("Kim", "was quoted as saying", ['"The talks have failed,"'])
    assert statement.manner == "say" and statement.when is not None


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ('"The talks failed," Kim said, according to KCNA.', "KCNA", "Kim"),
        ("According to KCNA, Kim said the talks had failed.", "KCNA", "Kim"),
        ("Kim said the talks had failed, KCNA reported.", "KCNA", "Kim"),
        ("KCNA reported that Kim had said the talks had failed.", "KCNA", "Kim"),
        ("Kim said the talks had failed, according to KCNA.", "KCNA", "Kim"),
    ],
)
def test_who_tells_whom(told: Callable[[str], tuple[Statement, ...]], text: str, outer: str, inner: str) -> None:
    by_speaker = {s.speaker.text: s for s in told(text) if s.speaker}
    assert set(by_speaker) == {outer, inner}
    assert by_speaker[outer].inside is None and by_speaker[inner].inside == by_speaker[outer].id
