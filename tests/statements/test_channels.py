"""How something was said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.types import Statement


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Ode told a news conference that the talks failed.", "press conference"),
        ('"We tried," Ode said at a press briefing.', "press conference"),
        ("In a letter to the council, Ode wrote that the talks failed.", "letter"),
        ('"We tried," Ode wrote on Twitter.', "tweet"),
        ('"We tried," Ode posted on Facebook.', "post"),
        ('"We tried," Ode told the BBC in an interview.', "interview"),
        ('"We tried," Ode said by phone.', "phone call"),
        ("Ode assured the council in a phone call that the port was open.", "phone call"),
        ("Ode testified that the port was old.", "testimony"),
        ("Ode said in a speech that the port was old.", "speech"),
        ('"We tried," read a statement from the ministry.', "statement"),
        ("The study found that the port was old.", "report"),
        ("Ode said that the letter was old.", None),
        ("Ode told Holm that the port was old.", None),
    ],
)
def test_channel(told: Callable[[str], tuple[Statement, ...]], text: str, channel: str | None) -> None:
    assert [statement.channel for statement in told(text)] == [channel]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Ode expressed hope that the port would open.", "hope"),
        ("Iran accused Norway of breaking its word.", "accuse"),
        ("The ministry described Holm as a liar.", "call"),
        ("The council called on Iran to open the port.", "urge"),
        ("Ode promised that the port would open.", "pledge"),
        ("Ode asked whether the port was open.", "ask"),
        ("Ode threatened to close the port.", "threaten"),
    ],
)
def test_manner(told: Callable[[str], tuple[Statement, ...]], text: str, manner: str) -> None:
    assert [statement.manner for statement in told(text)] == [manner]
