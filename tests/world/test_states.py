"""The table of states as typed rows."""

from __future__ import annotations

import re

import pycountry

from communique.world import codes, state_names, states


def test_a_state_has_its_names_people_capitals_and_seats() -> None:
    state = next(state for state in states() if state.code == "GBR")
    assert state.name == "United Kingdom" and "Britain" in state.others and "British" in state.adjectives
    assert "London" in state.capitals and "Downing Street" in state.seats


def test_an_empty_cell_is_no_name() -> None:
    assert not any(form in {"", "-"} for state in states() for form in (*state.others, *state.adjectives, *state.capitals))


def test_codes_are_alpha_3_and_each_stands_once() -> None:
    codes = [state.code for state in states()]
    assert len(codes) == len(set(codes)) and all(re.fullmatch("[A-Z]{3}", code) for code in codes)


def test_names_by_code() -> None:
    assert state_names()["PRK"] == "North Korea"


def test_every_state_has_its_codes_in_the_order_of_the_table() -> None:
    assert list(codes()) == [state.code for state in states()]


def test_codes_are_those_of_iso_3166() -> None:
    for code, row in codes().items():
        country = pycountry.countries.get(alpha_3=code)
        assert (row.alpha_2, row.number) == ((country.alpha_2, country.numeric) if country else ("XK", None)), code


def test_other_codes_are_well_formed_and_no_two_states_share_one() -> None:
    numbers = [row.cow for row in codes().values() if row.cow]
    ids = [id for row in codes().values() for id in row.wikidata]
    assert len(numbers) == len(set(numbers)) == 195 and all(number.isdigit() for number in numbers)
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"Q\d+", id) for id in ids)


def test_codes_of_one_state() -> None:
    row = codes()["DEU"]
    assert (row.alpha_2, row.number, row.cow, row.wikidata[0]) == ("DE", "276", "255", "Q183")
    assert row.official == "Federal Republic of Germany" and codes()["ESH"].cow is None
