"""Entries from the tables: states with their codes, bodies by patterns and by name, holders joined."""

from __future__ import annotations

import pytest

from communique.actors.kb import Knowledge, load_knowledge
from communique.actors.kb import holders as holders_module
from communique.actors.kb.holders import holders
from communique.actors.kb.tables import all_entries
from communique.world import Term


@pytest.fixture(scope="module")
def ours() -> Knowledge:
    return load_knowledge()


def test_a_state_with_its_codes_and_official_name(ours: Knowledge) -> None:
    (state,) = ours.at("Republic of Chile")
    assert (state.name, state.kind, state.country, state.wikidata) == ("Chile", "state", "CHL", "Q298")
    assert dict(state.facts) == {
        "official name": "Republic of Chile", "capital": "Santiago", "seats of government": "La Moneda",
        "people": "Chilean, Chileans", "ISO alpha-2": "CL", "ISO number": "152", "COW number": "155",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "country", "sector", "role"),
    [
        ("Chad's foreign ministry", "TCD", "GOV", "foreign ministry"),
        ("the Ministry of Foreign Affairs of Chad", "TCD", "GOV", "foreign ministry"),
        ("Honduran Defense Ministry", "HND", "GOV", "defence ministry"),
        ("the Central Bank of Kenya", "KEN", "GOV", "central bank"),
        ("the Netherlands' parliament", "NLD", "LEG", "parliament"),
        ("the UAE foreign ministry", "ARE", "GOV", "foreign ministry"),
        ("New Zealand army", "NZL", "MIL", "army"),
        ("Palestinian foreign ministry", "PSE", "GOV", "foreign ministry"),
        ("Fiji's Supreme Court", "FJI", "JUD", "supreme court"),
        ("Peruvian intelligence service", "PER", "SPY", "intelligence service"),
    ],
)
def test_bodies_of_states(ours: Knowledge, phrase: str, country: str, sector: str, role: str) -> None:
    found = ours.body(phrase)
    assert {(e.country, e.sector, e.role, e.generated) for e in found} == {(country, sector, role, True)}


@pytest.mark.parametrize("phrase", ["Costa Rican army", "central bank of Panama", "Gibraltar's foreign ministry", "ministry"])
def test_bodies_that_no_state_has(ours: Knowledge, phrase: str) -> None:
    assert ours.body(phrase) == () and ours.at(phrase) == ()


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("Bundestag", "DEU", "LEG"), ("Knesset", "ISR", "LEG"), ("Duma", "RUS", "LEG"), ("Verkhovna Rada", "UKR", "LEG"),
        ("Majlis", "IRN", "LEG"), ("Mossad", "ISR", "SPY"), ("ISI", "PAK", "SPY"), ("MI6", "GBR", "SPY"),
        ("Riksbank", "SWE", "GOV"), ("Storting", "NOR", "LEG"), ("Bundeswehr", "DEU", "MIL"), ("Supo", "FIN", "SPY"),
    ],
)  # fmt: skip
def test_well_known_bodies(ours: Knowledge, name: str, country: str, sector: str) -> None:
    assert (ours.at(name)[0].country, ours.at(name)[0].sector) == (country, sector)


def test_no_two_entries_are_the_same_and_every_one_says_where_it_is_from() -> None:
    entries = list(all_entries())
    assert len(entries) == len(set(entries)) and all(entry.table for entry in entries)
    assert [entry.generated for entry in entries] == sorted(entry.generated for entry in entries)


def term(name: str, start: str, end: str | None, *others: str, unsure: bool = False, table: str = "holders_x") -> Term:
    return Term(name, others, "NOR", "GOV", "mayor", start, end, unsure, "likely", table)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        # one term in two tables, under two spellings
        (
            [term("Anna Berg", "2001", "2003", "Anna Lind Berg"), term("Anna Lind Berg", "2001-05", "2003-02")],
            [("Anna Berg", "2001", "2003")],
        ),
        # the one that knows the end
        ([term("Anna Berg", "2001", "2002", unsure=True), term("Anna Berg", "2001", "2003")], [("Anna Berg", "2001", "2003")]),
        # two terms, one after the other
        (
            [term("Anna Berg", "2001", "2003"), term("Anna Berg", "2003", "2005")],
            [("Anna Berg", "2001", "2003"), ("Anna Berg", "2003", "2005")],
        ),
        # two people who share a surname alone
        (
            [term("Anna Berg", "2001", "2003", "Berg"), term("Ole Berg", "2001", "2003", "Berg")],
            [("Anna Berg", "2001", "2003"), ("Ole Berg", "2001", "2003")],
        ),
    ],
)
def test_terms_are_joined(
    monkeypatch: pytest.MonkeyPatch, terms: list[Term], expected: list[tuple[str, str, str | None]]
) -> None:
    monkeypatch.setattr(holders_module, "terms", lambda: tuple(terms))
    assert [(entry.name, entry.start, entry.end) for entry in holders()] == expected
    assert {(entry.confidence, entry.table) for entry in holders()} == {("likely", "world/holders_x")}


def test_all_rows_of_a_person_carry_all_names(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [term("Anna Berg", "2001", "2003"), term("Anna Berg", "2005", None, "A. Berg"), term("A. Berg", "2010", None)]
    monkeypatch.setattr(holders_module, "terms", lambda: tuple(rows))
    assert {entry.names for entry in holders()} == {("Anna Berg", "A. Berg")}
