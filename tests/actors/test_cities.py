"""In which country a city lies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.actors import name_actor
from communique.actors.cities import city_named


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Cologne", "DEU"),
        ("Krakow", "POL"),
        ("Kraków", "POL"),
        ("Odessa", "UKR"),
        ("shanghai", "CHN"),
        ("Nowhere", None),
        ("", None),
    ],
)
def test_cities_by_english_and_plain_names(name: str, country: str | None) -> None:
    assert city_named(name) == country


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Krakow police", "POL"),
        ("a court in Lyon", "FRA"),
        ("Liverpool police", "GBR"),
        ("Kennedy supporters", None),
        ("Nancy aides", None),
        ("Alexandria Smith-Jones", None),
    ],
)
def test_no_person_is_a_city(phrase: str, country: str | None) -> None:
    assert name_actor(phrase).country == country


@pytest.mark.parametrize(("around", "country"), [("Talks began in Germany.", "DEU"), ("Talks began.", None)])
def test_a_city_tells_the_country_where_the_report_names_it(actors_of: Callable[..., Any], around: str, country: str) -> None:
    assert actors_of(f"{around} Cologne Mayor Ada Holm said no.")["Ada Holm"].country == country
