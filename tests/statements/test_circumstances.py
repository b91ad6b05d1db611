"""When and where something was said: only what hangs on the cue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.parse import Doc
from communique.pipeline import choose_stages, run
from communique.statements import find_circumstances
from communique.types import Article, Phrase, Statement

MONDAY = "2019-03-04"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ode said on Monday that the port would close on Friday.", MONDAY),
        ("Ode said Monday that the port would close.", MONDAY),
        ("On Monday, Ode said the port would close.", MONDAY),
        ("The port will close, Ode said on Monday.", MONDAY),
        ('"The port will close," Ode told reporters in Rome on Monday.', MONDAY),
        ("In a statement on Monday, the ministry said the port would close.", MONDAY),
        ("In a letter dated March 3, 2019, Ode said that the port would close.", "2019-03-03"),
        ("The report, published on Monday, said the port would close.", MONDAY),
        ("Monday's statement said the port would close.", MONDAY),
        ("According to a report published on Monday, the port is old.", MONDAY),
        ("Speaking in Rome on Monday, Ode said the port would close.", MONDAY),
        ("Iran accused Norway on Monday of breaking its word.", MONDAY),
        ("Holm was asked on Monday whether she would resign.", MONDAY),
        ('"The port is old." - Maria Ode, March 3, 2019', "2019-03-03"),
    ],
)
def test_the_day_of_the_saying(told: Callable[[str], tuple[Statement, ...]], text: str, day: str) -> None:
    (statement,) = told(text)
    assert statement.when is not None and statement.when.start == day
    assert statement.when.span is not None and text[slice(*statement.when.span)] in {"Monday", "Monday's", "March 3, 2019"}


@pytest.mark.parametrize(
    "text",
    [
        "Ode said the port would close on Friday.",
        "The port has been closed since Monday, Ode said.",
        "Ode has said since Monday that the port would close.",
        "Ode said after a meeting on Monday that the port would close.",
        "Ode, who met Holm on Monday, said the port would close.",
        "Ode expects on Monday that the port will close.",
        "Ode said on Thursday, March 14, 2019 that the port would close.",
    ],
)
def test_a_day_of_something_else_is_not_the_day_of_the_saying(told: Callable[[str], tuple[Statement, ...]], text: str) -> None:
    assert [statement.when for statement in told(text)] == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('"The port will close," Ode told reporters in Rome on Monday.', "Rome"),
        ("In Rome, Ode said the port would close.", "Rome"),
        ("“It will close,” Ode said to a crowd in Rome.", "Rome"),
        ("Speaking to reporters in Rome on Monday, Ode said the port would close.", "Rome"),
        ("Speaking to a reporter from Rome, Ode said the port would close.", None),
        ("Ode said at a news conference in Rome that the port would close.", "Rome"),
        ("Officials in Rome said the port would close.", None),
        ("Ode said the port in Rome would close.", None),
        ("Protests were reported in Rome.", None),
    ],
)
def test_the_place_of_the_saying(told: Callable[[str], tuple[Statement, ...]], text: str, place: str | None) -> None:
    assert {statement.place.name if statement.place else None for statement in told(text)} == {place}


def test_two_cues_of_one_occasion_share_its_day(told: Callable[[str], tuple[Statement, ...]]) -> None:
    first, second = told("Ode told the council on Monday that the port would close, adding that it was old.")
    assert first.when is not None and first.when == second.when


def test_a_day_behind_indirect_speech_is_left_open(parsed: Callable[..., Doc], nlp: object) -> None:
    text = "Ode said the port was closed on Monday."
    article = Article(id="test", text=text, published="2019-03-05")
    record = run(article, nlp, stages=choose_stages(["actors", "dates"]))  # type: ignore[arg-type]
    cut = Statement(
        id="s1",
        kind="indirect",
        cue=Phrase(text="said", span=(4, 8)),
        content=(Phrase(text="the port was closed", span=(9, 28)),),
        confidence=0.5,
        by="statements.rules.v1",
    )
    assert find_circumstances(parsed(text), replace(record, statements=(cut,))).statements == (cut,)
