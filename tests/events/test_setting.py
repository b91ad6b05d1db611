"""Modes and contexts: from the words of the event's own clause, and from no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.events.lexicon import verbs
from communique.lexicon import table

PAIR = "Peru, Chile"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Peru attacked Chile.", None),
        ("Peru attacked Chile with a knife.", "primitive"),
        ("Peru attacked Chile with a car bomb.", "explosives"),
        ("Peru attacked Chile with a drone.", "drone"),
        ("A suicide bomber from Peru attacked Chile.", "suicide-attack"),
        ("Peru bombed Chile.", "aerial"),
        ("Peru attacked Chile, the police said after finding a knife.", None),
        ("Peru urged Chile to withdraw.", "yield"),
        ("Peru urged Chile to hold talks.", "meet"),
        ("Peru sent humanitarian aid to Chile.", "humanitarian"),
    ],
)
def test_mode(told: Callable[..., Any], text: str, mode: str | None) -> None:
    assert told(text, PAIR).events[0].mode == mode


@pytest.mark.parametrize(
    ("text", "contexts"),
    [
        ("Peru condemned Chile.", ()),
        ("Peru condemned Chile over the election.", ("election",)),
        ("Peru condemned the nuclear test by Chile.", ("cbrn",)),
        ("Peru imposed sanctions on oil imports from Chile over its border.", ("economic", "resource", "territory")),
        ("Peru condemned Chile, a judge said in court.", ()),
    ],
)
def test_contexts(told: Callable[..., Any], text: str, contexts: tuple[str, ...]) -> None:
    assert told(text, PAIR).events[0].contexts == contexts


def test_modes_are_of_known_types() -> None:
    types = {entry.type for rows in verbs().values() for entry in rows}
    assert {kind for kind, _, _ in table("events", "modes")} <= types
