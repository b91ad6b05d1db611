"""What a role noun beside a name tells."""

from __future__ import annotations

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
