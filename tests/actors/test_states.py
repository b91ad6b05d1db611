"""States as parties, held apart from states and cities as places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Actors = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "state", "called"),
    [
        ("Washington said it would respond.", "United States", ["Washington", "it"]),
        ("Talks between Pyongyang and Seoul stalled.", "North Korea", ["Pyongyang"]),
        ("The Kremlin rejected the claim.", "Russia", ["Kremlin"]),
        ("Downing Street welcomed the vote.", "United Kingdom", ["Downing Street"]),
        ("U.S. sanctions hurt farmers.", "United States", ["U.S."]),
        ("The Americans left the room.", "United States", ["Americans"]),
        ("Germany's offer surprised the French.", "France", ["French"]),
        ("The minister urged Beijing to act.", "China", ["Beijing"]),
        (
            "North Korea fired a missile, and the South protested. South Korea was angry.",
            "South Korea",
            ["South", "South Korea"],
        ),
    ],
)
def test_states_that_act(actors_of: Actors, text: str, state: str, called: list[str]) -> None:
    actor = actors_of(text)[state]
    assert (actor.kind, actor.sector) == ("state", None)
    assert actors_of(text).called(state) == called


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ministers met in Washington on Monday.", "United States"),
        ("He spoke in Hanoi, Vietnam, on Monday.", "Vietnam"),
        ("The pope visited Baghdad.", "Iraq"),
        ("The Paris-based firm lost money.", "France"),
        ("Storms hit South America.", "United States"),
        ("They sailed the South China Sea.", "China"),
        ("She answered in English.", "United Kingdom"),
    ],
)
def test_places_are_no_states(actors_of: Actors, text: str, state: str) -> None:
    assert state not in actors_of(text).names()


def test_a_government_has_its_state_also_where_only_a_place_names_it(actors_of: Actors) -> None:
    found = actors_of("Shinzo Abe spoke to reporters in Japan.", published="2018-05-01")
    assert found.called("Japan") == ["Japan"]
