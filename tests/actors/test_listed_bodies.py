"""Bodies of the tables in reports: what is known of them, and what is no body."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.actors import name_actor

Actors = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("the Southern African Customs Union", "IGO", None),
        ("MONUSCO", "IGO", None),
        ("Jaish al-Adl", "IRN", "REB"),
        ("the Gulf Clan", "COL", "CRM"),
        ("the Ulster Volunteer Force", "GBR", "PRM"),
        ("Chama Cha Mapinduzi", "TZA", "PTY"),
        ("Samajwadi Party", "IND", "PTY"),
        ("Chatham House", "GBR", "NGO"),
        ("the Moscow Helsinki Group", "RUS", "HRI"),
        ("IG Metall", "DEU", "LAB"),
        ("Yedioth Ahronoth", "ISR", "JRN"),
        ("the Kuwait News Agency", "KWT", "GOV"),
        ("Sinopec", "CHN", "BUS"),
        ("the Security Service of Ukraine", "UKR", "SPY"),
        ("the Armed Forces of the Philippines", "PHL", "MIL"),
        ("the Riksbank", "SWE", "GOV"),
        ("Bank of Mexico", "MEX", "GOV"),
        ("the Old Bailey", "GBR", "JUD"),
    ],
)
def test_what_a_listed_body_is(text: str, country: str, sector: str | None) -> None:
    named = name_actor(text)
    assert (named.country, named.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Liberty is dear to us.", "Liberty"),
        ("Solidarity among neighbours helped.", "Solidarity"),
        ("Labor Day was sunny in Australia.", "Australian Labor Party"),
        ("Shell companies hid the money in Panama.", "Shell"),
        ("He took part in a victory party.", "Victory Party"),
    ],
)
def test_ordinary_words_are_no_bodies(actors_of: Actors, text: str, name: str) -> None:
    assert name not in actors_of(text).names()


def test_a_surname_that_is_a_company_too_is_a_person(actors_of: Actors) -> None:
    found = actors_of("Mary Ferrari spoke to the council. Ferrari left early.")
    assert found.called("Mary Ferrari") == ["Mary Ferrari", "Ferrari"]


def test_a_name_with_a_possessive_in_it_is_one(actors_of: Actors) -> None:
    assert actors_of("The Lord's Resistance Army attacked a village.").names() == ["Lord's Resistance Army"]


def test_a_name_may_begin_with_an_arabic_article(actors_of: Actors) -> None:
    assert actors_of("Gunmen of al-Shabaab fled.").called("Al-Shabaab") == ["al-Shabaab"]


def test_an_international_body_is_no_states(actors_of: Actors) -> None:
    assert actors_of("The Swiss-based group OPEC met. The Austrian organisation OPEC met.")["OPEC"].country is None
