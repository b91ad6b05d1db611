"""Whom a statement is told to and of whom it is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.types import Statement


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Ode told Holm that the port was closed.", "Holm"),
        ("The council urged Iran to open the port.", "Iran"),
        ("The council called on Iran to open the port.", "Iran"),
        ("In a letter to the council, Ode wrote that the port was closed.", "the council"),
        ("Ode said in an interview with the BBC that the port was closed.", "the BBC"),
        ("Holm was told that the port was closed.", "Holm"),
        ("Asked whether he would resign, Ode shrugged.", "Ode"),
        ("Ode warned Iran that the port would close.", "Iran"),
        ("“No,” Ode said to a crowd in Rome.", "a crowd"),
        ("Speaking to reporters in Rome, Ode said the port was closed.", "reporters"),
        ("In testimony before the council, Ode said the port was closed.", "the council"),
        ("Ode testified before the council that the port was closed.", "the council"),
        ("Ode demanded of Norway that it open the port.", "Norway"),
        ("Ode asked them what had failed.", "them"),
        ("Ode ordered the army to leave.", "the army"),
        ("On Monday, Ode called for talks.", None),
        ("Ode told Norway talks had failed.", "Norway"),
        ("Ode told the Norway conference that talks had failed.", "the Norway conference"),
        ("Ode urged calm.", None),
        ("Ode ordered an inquiry into the deaths.", None),
        ("Ode promised reforms.", None),
        ("“Why?” Ode asked, adding to the confusion.", None),
        ("Iran accused Norway of breaking its word.", None),
        ("Ode called Holm a liar.", None),
    ],
)
def test_who_is_told(told: Callable[[str], tuple[Statement, ...]], text: str, addressee: str | None) -> None:
    assert [s.addressee.text if s.addressee else None for s in told(text)] == [addressee]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ('Ode said of Holm: "She lied."', "Holm"),
        ('"She lied," Ode said of Holm on Monday.', "Holm"),
        ("Asked about Holm, Ode said she would not comment.", "Holm"),
        ("Iran accused Norway of breaking its word.", "Norway"),
        ("Ode praised Holm for her courage.", "Holm"),
        ("Ode called Holm a liar.", "Holm"),
        ("Of Holm, Ode said: “She lied.”", "Holm"),
        ("Ode spoke of Holm as a friend.", "Holm"),
        ("Ode described Holm as a friend.", "Holm"),
        ("Ode lashed out at Holm over the plan.", "Holm"),
        ("Ode praised Holm's courage.", "Holm"),
        ("Holm was accused of lying.", "Holm"),
        ("Ode demanded of Norway that it sign.", None),
        ("Ode supported Holm's plan.", None),
        ("Ode expressed opposition to the plan.", None),
        ("Ode said that Holm had lied.", None),
        ("Ode told Holm that the port was closed.", None),
        ("Ode said the port was closed and of no use to Holm.", None),
    ],
)
def test_of_whom_it_is_told(told: Callable[[str], tuple[Statement, ...]], text: str, about: str | None) -> None:
    (statement,) = told(text)
    assert (statement.about.text if statement.about else None) == about
    assert statement.about is None or statement.about.actor is not None
