"""The table of states as typed rows."""

from __future__ import annotations

import re

from communique.world import state_names, states


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
