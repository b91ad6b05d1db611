"""What a role noun beside a name tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.actors.roles import find_role
from communique.actors.titles import gender_of


@pytest.mark.parametrize(
    ("noun", "gender"),
    [("spokeswoman", "f"), ("mother", "f"), ("king", "m"), ("chairman", "m"), ("minister", None), ("spokesperson", None)],
)
def test_the_gender_that_a_noun_tells(noun: str, gender: str | None) -> None:
    role = find_role([noun])
    assert role is not None
    assert gender_of(role) == gender


@pytest.mark.parametrize(("noun", "plural"), [("police", True), ("voters", True), ("ministers", True), ("minister", False)])
def test_a_noun_of_several_people(noun: str, plural: bool) -> None:
    role = find_role([noun])
    assert role is not None
    assert role.plural is plural


@pytest.mark.parametrize(
    ("clause", "country", "sector"),
    [
        ("who is the foreign minister of Chad", "TCD", "GOV"),
        ("who was a Danish lawmaker until 2010", "DNK", "ELI"),
        ("who serves as Kenya's ambassador", "KEN", "GOV"),
        ("who served as Chile's defence minister", "CHL", "ELI"),
        ("who was a Danish nurse", "DNK", "MED"),
        ("who met Danish lawmakers", None, None),
        ("R-Ohio", "USA", "LEG"),
        ("D-N.Y.", "USA", "LEG"),
    ],
)
def test_what_stands_behind_a_name(actors_of: Callable[..., Any], clause: str, country: str | None, sector: str | None) -> None:
    actor = actors_of(f"Mary Holt, {clause}, criticised the plan.", published="2019-01-01")["Mary Holt"]
    assert (actor.country, actor.sector) == (country, sector)
