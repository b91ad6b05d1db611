"""What there is talk of, where nobody says it, or where the noun names who does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.statements.hearsay import find_hearsay
from communique.types import Statement


@pytest.mark.parametrize(
    ("text", "cue", "content", "manner"),
    [
        ("There were claims that the talks had failed.", "were claims", "that the talks had failed", "claim"),
        ("There is speculation that the talks will fail.", "is speculation", "that the talks will fail", "believe"),
        ("There is growing speculation that it will fail.", "is growing speculation", "that it will fail", "believe"),
        ("There are reports that the talks have failed.", "are reports", "that the talks have failed", "report"),
        ("There have been allegations that Ode lied.", "have been allegations", "that Ode lied", "accuse"),
        ("There have been allegations of fraud.", "have been allegations of", "fraud", "accuse"),
        ("There was talk of a new round.", "was talk of", "a new round", "say"),
        ("There have been calls for an inquiry.", "have been calls for", "an inquiry", "demand"),
        ("There were calls to end the talks.", "were calls", "to end the talks", "demand"),
        ("There are fears that the talks will fail.", "are fears", "that the talks will fail", "fear"),
        ("There was speculation she might close the port.", "was speculation", "she might close the port", "believe"),
        ("There were growing concerns over the port.", "were growing concerns over", "the port", "fear"),
        ("There is widespread concern about the port.", "is widespread concern about", "the port", "fear"),
    ],
)
def test_nobody_says_it(told: Callable[[str], tuple[Statement, ...]], text: str, cue: str, content: str, manner: str) -> None:
    (statement,) = told(text)
    assert (statement.speaker, statement.kind, statement.channel) == (None, "indirect", None)
    assert statement.cue is not None
    assert (statement.cue.text, [part.text for part in statement.content]) == (cue, [content])
    assert statement.manner == manner


def test_the_noun_may_say_who(told: Callable[[str], tuple[Statement, ...]]) -> None:
    (statement,) = told("There were complaints from residents that the port was closed.")
    assert statement.speaker is not None and statement.speaker.text == "residents"
    assert [part.text for part in statement.content] == ["that the port was closed"]


@pytest.mark.parametrize(
    "text",
    [
        "There was no indication that the talks had failed.",
        "There were no claims that the talks had failed.",
        "There has not been any talk of a new round.",
        "There were few calls for an inquiry.",
        "There was a report on the table.",
        "There was a call from Ode.",
        "There are claims to be settled.",
        "There were claims she made.",
        "There were claims which ended the talks.",
        "There was a table that nobody used.",
        "“There were claims that the talks had failed,” Ode said.",
        "There were",
    ],
)
def test_no_talk_of_it(parsed: Callable[..., Doc], text: str) -> None:
    assert find_hearsay(parsed(text)) == []
