"""Pronouns: resolved where one antecedent is sensible, left alone otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Actors = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        ("Laura Bell said she would run.", "Laura Bell", "she"),
        ("John Bell met Laura Young. She left early.", "Laura Young", "She"),
        ("John Bell praised his deputy.", "John Bell", "his"),
        ("Toyota said it would close two plants.", "Toyota", "it"),
        ("Protesters said they would return.", "Protesters", "they"),
        ("North Korea threatened to cut its ties.", "North Korea", "its"),
        ("Ada Young rested, said Laura Bell. She added that talks had failed.", "Laura Bell", "She"),
        ("Laura Bell resigned. She wept.", "Laura Bell", "She"),
    ],
)
def test_pronouns_find_their_antecedent(actors_of: Actors, text: str, name: str, pronoun: str) -> None:
    assert pronoun in actors_of(text).called(name)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Paul Bell met John Young and Mark Hill. After talks with Jim Fox and Tom Ray, a deal with him was near.", "him"),
        ("North Korea agreed. It is clear that talks will follow.", "It"),
        ("Laura Bell met a friend. He left.", "He"),
        ("It rained.", "It"),
    ],
)
def test_pronouns_left_alone(actors_of: Actors, text: str, pronoun: str) -> None:
    found = actors_of(text)
    at = text.rindex(pronoun)
    people = [a for a in found.record.actors if a.name != "friend"]
    assert all((at, at + len(pronoun)) not in actor.mentions for actor in people)


def test_nobody_says_he_of_himself(actors_of: Actors) -> None:
    found = actors_of('John Bell was pleased. "He is a friend," Mark Young said.')
    assert "He" not in found.called("Mark Young")


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        # Behind an opening phrase.
        ("Reporters waited. In her speech, Laura Bell praised the crews.", "Laura Bell", "her"),
        # The one who spoke last.
        ("John Bell met Mark Young. The talks failed, Mark Young said. He added that nobody would sign.", "Mark Young", "He"),
        # Somebody else's lawyer.
        ("Mark Young rested. His lawyer said that John Bell would wait.", "Mark Young", "His"),
    ],
)
def test_pronouns_are_weighed(actors_of: Actors, text: str, name: str, pronoun: str) -> None:
    assert pronoun in actors_of(text).called(name)


def test_who_is_named_in_a_quotation_does_not_say_it(actors_of: Callable[..., Any]) -> None:
    text = "Paul Brekke gave a furious answer. “Karl Holm should tell his friends that I will sell,” he said."
    found = actors_of(text)
    assert "he" in found.called("Paul Brekke")
    assert "he" not in found.called("Karl Holm")
