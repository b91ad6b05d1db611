"""Names that bodies of several states share: whose is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from communique.actors import name_actor
from communique.actors.kb import Entry
from communique.actors.shared import whose

Actors = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Malta was calm. The Labour Party won the vote.", "Maltese Labour Party", "MLT"),
        ("Norway's Labour Party won the vote.", "Norwegian Labour Party", "NOR"),
        ("Norway and Malta were calm. The Labour Party won the vote.", "Labour Party", None),
        ("In Malta, Gozo and all over Malta, and in Malta's ports, as in Norway, Labour won.", "Maltese Labour Party", "MLT"),
        ("The Labour Party of the islands won the vote.", "Labour Party", None),
        ("Labour and the Liberal Democrats voted against it.", "Labour Party", "GBR"),
        ("The White House was silent. Democrats voted against it.", "Democrats", "USA"),
        ("Peru's Congress passed the law.", "Peruvian Congress", "PER"),
        ("Congress passed the law.", "Congress", None),
    ],
)
def test_the_report_tells_whose_it_is(actors_of: Actors, text: str, name: str, country: str | None) -> None:
    assert actors_of(text)[name].country == country


def test_a_name_of_more_states_than_are_listed_needs_its_state_clearly_named(actors_of: Actors) -> None:
    text = "Britain sent two ships. Kenya, Kenya and Kenya. The Electoral Commission published the result."
    assert actors_of(text)["Electoral Commission"].country is None


def test_a_name_of_vague_words_tells_a_state_only_where_it_is_named(actors_of: Actors) -> None:
    assert actors_of("Egypt voted. The Freedom and Justice Party won.")["Freedom and Justice Party"].country == "EGY"
    assert actors_of("Chad voted. The Freedom and Justice Party won.")["Freedom and Justice Party"].country is None


def test_an_ordinary_word_is_a_body_only_where_its_state_is_named(actors_of: Actors) -> None:
    assert actors_of("In Tokyo, Japan's capital, the Diet passed the law.")["Diet"].country == "JPN"
    assert "Diet" not in actors_of("Diet and sport helped the chancellor.").names()


@pytest.mark.parametrize(
    ("text", "context", "country"),
    [("the Labour Party", None, None), ("the Maltese Labour Party", None, "MLT"), ("Labour", "Norwegian voters", "NOR")],
)
def test_a_phrase_alone(text: str, context: str | None, country: str | None) -> None:
    named = name_actor(text, context=context)
    assert (named.country, named.sector) == (country, "PTY")


def test_entries_that_differ_in_trade_tell_none() -> None:
    entries = (Entry("A", "organization", "FRA", "PTY"), Entry("B", "organization", "IND", "LEG"))
    assert whose("X", entries) == Entry("X", "organization")
    assert whose("X", entries, Counter({"IND": 1})).name == "B"
    assert whose("X", entries[:1], Counter({"IND": 1})).name == "A"


def test_a_body_that_is_named_with_its_state_is_meant_later_too(actors_of: Actors) -> None:
    text = "Britain, Britain and Britain. Malta's Labour Party won. In Britain the Labour Party was silent."
    assert actors_of(text).called("Maltese Labour Party") == ["Labour Party", "Labour Party"]
