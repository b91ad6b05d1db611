"""The tables: well formed, of known codes, and dated."""

from __future__ import annotations

from typing import get_args

import pycountry
import pytest

from communique.actors.cities import city_country
from communique.actors.days import iso_day
from communique.actors.kb import Entry, known_on, load_knowledge
from communique.actors.roles import find_role
from communique.lexicon import table, tables
from communique.vocabulary import Sector
from communique.world import state_names

KNOWLEDGE = load_knowledge()
CODES = {country.alpha_3 for country in pycountry.countries} | {"XKX", "-"}


@pytest.mark.parametrize(
    ("room", "name", "columns", "country", "sectors"),
    [
        ("world", "states", 6, 0, ()),
        *(("actors", file, 6, 3, (4, 5)) for file in tables("actors", "organisations")),
        ("world", "holders", 7, 2, (3,)),
        ("actors", "regions", 3, 1, (2,)),
        ("actors", "national_bodies", 6, 2, (3, 4)),
        ("actors", "body_patterns", 7, None, (1, 2)),
        ("actors", "roles", 4, None, (1, 2)),
        ("actors", "cities", 2, 1, ()),
    ],
)
def test_tables_are_well_formed(room: str, name: str, columns: int, country: int | None, sectors: tuple[int, ...]) -> None:
    for row in table(room, name):
        assert len(row) == columns and all(row), row
        assert country is None or row[country] in CODES, row
        assert all(row[i] in {*get_args(Sector), "-"} for i in sectors), row


def test_every_member_of_the_united_nations_is_there() -> None:
    known = state_names()
    dependent = {"PRI", "GUM", "HKG", "MAC", "GRL", "GIB", "FLK", "NCL", "BMU", "FRO", "ESH", "TWN", "XKX", "VAT", "PSE"}
    assert len(set(known) - dependent) == 193


def test_roles_are_many_and_terms_run_forward() -> None:
    assert len(table("actors", "roles")) > 1700
    for row in table("world", "holders"):
        assert row[6] == "-" or row[5] <= row[6].rstrip("?") or row[6].rstrip("?").startswith(row[5]), row


def test_forms_are_found_as_written_and_in_capitals() -> None:
    assert KNOWLEDGE.at("North Korea")[0].country == KNOWLEDGE.at("NORTH KOREA")[0].country == "PRK"
    assert not KNOWLEDGE.at("us")


@pytest.mark.parametrize(
    ("day", "sector", "role"),
    [
        ("2019-05-01", "GOV", "chancellor"),
        ("2019", "GOV", "chancellor"),
        ("2023-01-01", "ELI", "former chancellor"),
        ("2001-01-01", None, None),
        (None, None, None),
    ],
)
def test_an_office_holds_in_its_term(day: str | None, sector: str | None, role: str | None) -> None:
    known = known_on(tuple(e for e in KNOWLEDGE.surname_holders("merkel") if e.name == "Angela Merkel"), day)
    assert (known.name, known.country, known.sector, known.role) == ("Angela Merkel", "DEU", sector, role)


def test_an_unsure_end_says_nothing_of_later_days() -> None:
    entry = Entry("A B", "person", start="2010", end="2015", unsure_after=True)
    assert entry.holds_on("2012-01-01") and not entry.holds_on("2016-01-01") and not entry.over_on("2016-01-01")


def test_the_holder_of_an_office() -> None:
    holder = KNOWLEDGE.office_holder("FRA", "president", "2010-01-01")
    assert holder is not None and holder.name == "Nicolas Sarkozy"
    assert KNOWLEDGE.office_holder("FRA", "president", "1950-01-01") is None


@pytest.mark.parametrize(
    ("phrase", "words", "sector", "plural"),
    [
        ("the german defence minister", "defence minister", "GOV", False),
        ("riot police", "riot police", "COP", True),
        ("separatist commanders", "commander", "REB", True),
        ("gunmen", "gunman", "UAF", True),
        ("national intelligence agency officer", "officer", "SPY", False),
        ("embassies", "embassy", "GOV", True),
    ],
)
def test_role_nouns(phrase: str, words: str, sector: str, plural: bool) -> None:
    role = find_role(phrase.split())
    assert role is not None and (role.words, role.sector, role.plural) == (words, sector, plural)


def test_what_is_no_role() -> None:
    assert find_role(["green", "table"]) is None and find_role([]) is None


def test_cities_and_days() -> None:
    assert city_country(["Shanghai", "police"]) == "CHN" and city_country(["green"]) is None
    given = ["2019-02-28", "2019", "12 April 2022", "October 1, 2021", "today", None, "32 Foo 2020"]
    assert [iso_day(day) for day in given] == ["2019-02-28", "2019", "2022-04-12", "2021-10-01", None, None, None]
