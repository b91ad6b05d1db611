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
        ("In a series of tweets, Ode said the talks had failed.", "tweet"),
        ("Ode took to Twitter to say the talks had failed.", "tweet"),
        ("Ode wrote on X that the talks had failed.", "tweet"),
        ("Ode wrote on Truth Social that the talks had failed.", "post"),
        ("Ode used a speech to warn that the talks would fail.", "speech"),
        ("Ode told the Today programme that the talks had failed.", "broadcast"),
        ("Ode said in a televised address that the talks had failed.", "speech"),
        ("Ode said in an op-ed in the Times that the talks had failed.", "article"),
        ("Ode said in court papers that the talks had failed.", "court filing"),
        ("The lawsuit alleges that the council lied.", "court filing"),
        ("Ode said in an email to reporters that the talks had failed.", "email"),
        ("Ode wrote in her memoir that the talks had failed.", "book"),
        ("Ode said on television that the talks had failed.", "broadcast"),
        ("Ode told reporters on Twitter that the talks had failed.", "tweet"),
        ("Ode condemned attacks on the report.", None),
        ("Ode rejected a report that the talks had failed.", None),
        ("Ode dismissed the letter as a trap.", None),
        ("Ode cited a letter saying the port was old.", None),
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
