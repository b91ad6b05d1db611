"""When and where, and how many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.events.counts import number
from communique.parse import Doc

PAIR = "Peru, Chile"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("17", 17),
        ("1,200", 1200),
        ("at least 17", 17),
        ("1.7 million", 1_700_000),
        ("twenty-three", 23),
        ("two hundred and five", 205),
        ("three thousand", 3000),
        ("dozens", None),
        ("hundred", None),
        ("", None),
    ],
)
def test_number(words: str, value: int | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("text", "dead", "injured"),
    [
        ("Peru attacked Chile, killing at least 17 people and wounding twenty.", 17, 20),
        ("Peru attacked Chile; six people were killed.", 6, None),
        ("Peru attacked Chile, killing dozens of people.", None, None),
        ("Peru attacked Chile and 30 people died.", 30, None),
        ("Peru attacked Chile and left 12 people dead.", 12, None),
        ("Peru attacked Chile, with a death toll of 40.", 40, None),
        ("Peru attacked Chile. The raid, which claimed the lives of 15 people, was brief.", 15, None),
    ],
)
def test_dead_and_injured(told: Callable[..., Any], text: str, dead: int | None, injured: int | None) -> None:
    counts = told(text, PAIR).events[0].counts
    assert (counts.dead, counts.injured) == (dead, injured)


def test_size_of_a_protest(told: Callable[..., Any]) -> None:
    event = told("Some 4,000 teachers protested against Peru.", "Peru, Some 4,000 teachers=group").events[0]
    assert event.counts.size == 4000


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Peru deployed 1,500 troops to Chile.", 1500),
        ("Peru deployed warships to Chile.", None),
        ("A protest against Peru drew 300 farmers in Chile.", 300),
    ],
)
def test_size(told: Callable[..., Any], text: str, size: int | None) -> None:
    assert told(text, PAIR).events[-1].counts.size == size


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Peru attacked Chile on Monday.", "2020-05-04"),
        ("Peru held talks with Chile on Monday.", "2020-05-04"),
        ("On Monday Peru spoke up, urging Chile to act.", "2020-05-04"),
        ("Kenya said on Monday that Peru had attacked Chile.", None),
        ("Peru has attacked Chile since Monday.", None),
    ],
)
def test_when(told: Callable[..., Any], text: str, day: str | None) -> None:
    event = told(text, PAIR, dates={"Monday": "2020-05-04"}).events[0]
    assert (event.when.start if event.when else None) == day


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Peru met Chile in Quito.", "Quito"),
        ("The Quito summit of Peru and Chile was short.", "Quito"),
        ("Peru attacked Chile on the way to Quito.", None),
        ("Peru condemned the closing of a school in Quito by Chile.", None),
        ("Peru hit the ships of Chile in Quito.", "Quito"),
        ("Peru met Chile. Later Kenya spoke in Quito.", None),
    ],
)
def test_where(told: Callable[..., Any], text: str, place: str | None) -> None:
    event = told(text, PAIR, places=["Quito"]).events[0]
    assert (event.place.name if event.place else None) == place


def test_a_visit_is_where_it_goes(told: Callable[..., Any]) -> None:
    assert told("The visit by Peru to Chile was short.", PAIR, places=["Chile"]).events[0].place.name == "Chile"


def test_place_of_a_later_mention_that_refers_back_is_not_taken(told: Callable[..., Any]) -> None:
    event = told("Peru met Chile. The Quito meeting was short.", PAIR, places=["Quito"]).events[0]
    assert event.place is None


@pytest.mark.parametrize("text", ["", "talks", "—!?", '"' * 50, "Peru met " * 400, "(" * 3000])
def test_odd_text(parsed: Callable[..., Doc], told: Callable[..., Any], text: str) -> None:
    found = told(text, PAIR)
    assert all(text[slice(*event.trigger.span)] == event.trigger.text for event in found.events)
