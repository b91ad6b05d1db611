"""The table of offices as typed rows."""

from __future__ import annotations

import re

from communique.lexicon import tables
from communique.world import Term, state_names, terms
from communique.world.terms import _term

_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def test_a_term_has_its_person_office_and_days() -> None:
    held = [term for term in terms() if term.name == "Angela Merkel"]
    assert held == [Term("Angela Merkel", held[0].others, "DEU", "GOV", "chancellor", "2005-11-22", "2021-12-08", False)]


def test_an_office_of_no_state_has_no_country() -> None:
    assert {term.country for term in terms() if term.office == "secretary-general of the United Nations"} == {None}


def test_every_table_of_holders_is_read_with_and_without_a_column_of_confidence() -> None:
    assert _term("t", "A B", "-", "FRA", "GOV", "president", "1990", "1995?").confidence == "sure"
    term = _term("t", "A B", "A. B.|AB", "-", "IGO", "president", "-", "1995", "likely")
    assert (term.confidence, term.table, term.country, term.start, term.others) == ("likely", "t", None, None, ("A. B.", "AB"))
    assert {term.confidence for term in terms()} <= {"sure", "likely"}
    assert {term.table for term in terms()} == set(tables("world", "holders"))


def test_a_mark_behind_the_end_says_that_nothing_is_known_after_it() -> None:
    unsure = [term for term in terms() if term.unsure_after]
    assert any(term.end for term in unsure) and all(_DAY.fullmatch(term.end) for term in unsure if term.end)


def test_a_term_begins_before_it_ends_in_a_known_state() -> None:
    for term in terms():
        assert term.country is None or term.country in state_names(), term
        assert all(_DAY.fullmatch(day) for day in (term.start, term.end) if day is not None), term
        assert term.start is None or term.end is None or term.start[: len(term.end)] <= term.end[: len(term.start)], term
