"""Role descriptions: whom they mean, and actors without a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Actors = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "name", "called"),
    [
        ("President Jan Novak spoke. The president left.", "Jan Novak", ["President Jan Novak", "The president"]),
        (
            "North Korean leader Kim Jong Un flew home. The North Korean dictator was silent.",
            "Kim Jong Un",
            ["North Korean leader Kim Jong Un", "The North Korean dictator"],
        ),
        (
            "Prime Minister Eva Lind met union leader Tom Berg. The union leader smiled.",
            "Tom Berg",
            ["union leader Tom Berg", "The union leader"],
        ),
    ],
)
def test_a_description_means_somebody_named(actors_of: Actors, text: str, name: str, called: list[str]) -> None:
    assert actors_of(text).called(name) == called


def test_an_office_is_filled_by_the_day(actors_of: Actors) -> None:
    assert actors_of("The French president called for calm.", published="2018-05-01")["Emmanuel Macron"].country == "FRA"
    assert actors_of("The French president called for calm.", published="2009-05-01")["Nicolas Sarkozy"].country == "FRA"


@pytest.mark.parametrize(
    ("text", "name", "kind", "country", "sector"),
    [
        ("Critics called it a farce.", "Critics", "group", None, None),
        ("Riot police fired tear gas.", "Riot police", "group", None, "COP"),
        ("South Korean officials confirmed it.", "South Korean officials", "group", "KOR", "GOV"),
        ("A spokesman for the ministry declined to comment.", "spokesman for the ministry", "person", None, "GOV"),
        ("Rebel commanders rejected the truce.", "Rebel commanders", "group", None, "REB"),
        ("Outside observers had low hopes.", "Outside observers", "group", None, None),
        ("The Italian government fell.", "Italian government", "organization", "ITA", "GOV"),
    ],
)
def test_unnamed_actors(actors_of: Actors, text: str, name: str, kind: str, country: str | None, sector: str | None) -> None:
    actor = actors_of(text)[name]
    assert (actor.kind, actor.country, actor.sector) == (kind, country, sector)


def test_the_same_description_again_is_the_same_actor(actors_of: Actors) -> None:
    found = actors_of("A spokesman for the ministry declined to comment. The spokesman left.")
    assert found.called("spokesman for the ministry") == ["A spokesman for the ministry", "The spokesman"]


@pytest.mark.parametrize(
    "text", ["No president has ever won.", "They shook my head.", "It was done by force.", "The flag flew at half-staff."]
)
def test_nobody(actors_of: Actors, text: str) -> None:
    assert all(actor.kind == "state" for actor in actors_of(text).record.actors)


@pytest.mark.parametrize(
    ("text", "phrase", "members"),
    [
        (
            "Vladimir Putin met Angela Merkel. The two leaders shook hands.",
            "The two leaders",
            ["Vladimir Putin", "Angela Merkel"],
        ),
        ("India accused Pakistan of shelling. Both sides fired.", "Both sides", ["India", "Pakistan"]),
        ("India accused Pakistan of shelling. Its envoy left Oman before both sides met.", "both sides", ["India", "Pakistan"]),
        ("India accused Pakistan of shelling. The two countries share a border.", "The two countries", ["India", "Pakistan"]),
    ],
)
def test_plural_mentions_are_of_each_member(actors_of: Actors, text: str, phrase: str, members: list[str]) -> None:
    found = actors_of(text, published="2017-05-01")
    assert all(phrase in found.called(member) for member in members)


def test_a_plural_of_three_is_left_alone(actors_of: Actors) -> None:
    found = actors_of("India, China and Pakistan met. The two countries share a border.")
    assert "The two countries" not in found.called("India")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Angela Merkel's former lawyer Karl Weber sued.", "Karl Weber"),
        ("Emmanuel Macron dismissed an aide. Macron adviser Luc Petit resigned.", "Luc Petit"),
    ],
)
def test_aides_share_the_country_of_whom_they_serve(actors_of: Actors, text: str, name: str) -> None:
    assert actors_of(text, published="2019-05-01")[name].country in {"DEU", "FRA"}


def test_the_company_is_the_one_that_the_sentence_before_is_about(actors_of: Actors) -> None:
    found = actors_of("Toyota sued a union over a strike. The company said it lost money.")
    assert "The company" in found.called("Toyota")


def test_the_regime_is_the_only_state_called_so(actors_of: Actors) -> None:
    assert "the regime" in actors_of("Syria agreed with Jordan. Envoys said the regime would sign.").called("Syria")
    both = actors_of("Syria agreed with Iran. Envoys said the regime would sign.")
    assert "the regime" not in both.called("Syria") + both.called("Iran")


def test_an_office_of_an_office(actors_of: Actors) -> None:
    found = actors_of("President Jan Novak rested. The president's office denied it.")
    assert found["president's office"].sector == "GOV"
    assert found.called("Jan Novak")[-1] == "The president"
