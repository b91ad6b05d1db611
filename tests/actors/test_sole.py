"""Descriptions that only one named person of the report can bear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.actors.conftest import Found

Actors = Callable[..., Found]


@pytest.mark.parametrize(
    ("text", "name", "mention"),
    [
        ("Republican nominee Paul Brekke met Laura Holm. The GOP candidate smiled.", "Paul Brekke", "The GOP candidate"),
        ("Talks Late, Retired General Says\n\nTalks were late, Gen. Paul Brekke wrote.", "Paul Brekke", "Retired General"),
        ("Sen. Paul Brekke met Gov. Laura Holm. The Texas senator smiled.", "Paul Brekke", "The Texas senator"),
    ],
)  # fmt: skip
def test_the_only_one_of_a_role(actors_of: Actors, text: str, name: str, mention: str) -> None:
    assert mention in actors_of(text).called(name)


@pytest.mark.parametrize(
    "text",
    [
        "Republican nominee Paul Brekke met Laura Holm. Weeks passed. The Democratic candidate smiled.",
        "Judge Paul Brekke met Laura Holm. Weeks passed. A judge smiled.",
    ],
)
def test_another_of_the_same_role(actors_of: Actors, text: str) -> None:
    assert all(" smiled" not in text[end : end + 7] for _, end in actors_of(text)["Paul Brekke"].mentions)


def test_a_firm_is_known_by_its_seat(actors_of: Actors) -> None:
    text = "They met Oslo-based Brekke Shipping. Rival Lund Oil waited. All slept. The Oslo-based {} would sell."
    assert "firm" in actors_of(text.format("firm")).called("Brekke Shipping")
    assert "firm" not in actors_of(text.format("firm").replace("The Oslo", "A Bergen")).called("Brekke Shipping")
