"""The knowledge base asked: forms, capitals, surnames, offices on a day; a user's entries before ours."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from communique.actors.kb import Entry, Knowledge, known_on, load_knowledge
from communique.actors.kb.file import write_entries

OURS = [
    Entry("Norland", "state", "NOR", forms=("Norland", "N-Land")),
    Entry("Fish Party", "organization", "NOR", "PTY", forms=("Fish Party", "FiP")),
    Entry("Fish Party", "organization", "SWE", "PTY"),
    Entry("Anna Berg", "person", "NOR", "GOV", None, "mayor", "2001", "2005"),
    Entry("Ole Berg", "person", "NOR", "GOV", None, "mayor", "2005", None),
    Entry("Kim Jong Dal", "person", "PRK", "GOV", None, "premier", "2001", None),
]
OWN = [
    Entry("Fish Party", "organization", "DNK", "NGO"),
    Entry("Ole Berg", "person", "DNK", "BUS"),
    Entry("Liv Dahl", "person", "NOR", "GOV", None, "mayor", "2005", None),
]


def test_forms_and_capitals() -> None:
    base = Knowledge(OURS)
    assert [entry.country for entry in base.at("Fish Party")] == ["NOR", "SWE"]
    assert base.at("FISH PARTY") == base.at("Fish Party") == base.folded("fish party")
    assert not base.at("fish party") and not base.at("FIP") and base.at("FiP") and not base.folded("fip")
    assert base.longest("N-") == base.longest("n-") == 3 and base.longest("Fi") == 2 and base.longest("Xy") == 0


def test_surnames_in_both_orders() -> None:
    base = Knowledge(OURS)
    assert [entry.name for entry in base.surname_holders("berg")] == ["Anna Berg", "Ole Berg"]
    assert [entry.name for entry in base.surname_holders("kim")] == ["Kim Jong Dal"] and not base.surname_holders("dal")


@pytest.mark.parametrize(
    ("day", "name"), [("2003-01-01", "Anna Berg"), ("2006", "Ole Berg"), ("2005-06-01", None), ("1990", None)]
)
def test_who_held_an_office(day: str, name: str | None) -> None:
    held = Knowledge(OURS).office_holder("NOR", "mayor", day)
    assert (held and held.name) == name


def test_a_users_entries_come_before_ours() -> None:
    base = Knowledge(OURS, before=OWN)
    assert [entry.sector for entry in base.at("Fish Party")] == ["NGO"] and base.at("FiP")
    assert [(entry.name, entry.sector) for entry in base.surname_holders("berg")] == [("Ole Berg", "BUS"), ("Anna Berg", "GOV")]
    held = base.office_holder("NOR", "mayor", "2010"), base.office_holder("NOR", "mayor", "2002")
    assert [entry and entry.name for entry in held] == ["Liv Dahl", "Anna Berg"]


def test_everything_under_a_name() -> None:
    base = Knowledge(OURS)
    assert len(base.everything_at("fish  party")) == 2 and len(base.everything_at("BERG")) == 2
    assert base.everything_at("nobody") == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2003", ("GOV", "mayor")), ("2009", ("ELI", "former mayor")), ("1990", (None, None)), (None, (None, None))],
)
def test_a_person_on_a_day(day: str | None, expected: tuple[str | None, str | None]) -> None:
    known = known_on((OURS[3],), day)
    assert ((known.sector, known.role), known.country) == (expected, "NOR")


def test_an_entry_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(OURS)) == OURS


def test_a_users_file_is_loaded_beside_ours(tmp_path: Path) -> None:
    with (tmp_path / "own.jsonl").open("wb") as stream:
        write_entries([Entry("Bundestag", "organization", "XXX", "NGO")], stream)
    base = load_knowledge(tmp_path / "own.jsonl")
    assert base.at("Bundestag")[0].country == "XXX" and base.at("France")[0].country == "FRA"
    assert load_knowledge().at("Bundestag")[0].country == "DEU"


def test_offices_of_organisations_have_no_say_in_the_country() -> None:
    minister = Entry("Ada Holm", "person", "NOR", "GOV", None, "foreign minister", "1998", "2002")
    envoy = Entry("Ada Holm", "person", None, "IGO", None, "UN envoy", "2004", "2006")
    assert known_on((envoy, minister), None).country == "NOR"
    later = known_on((envoy, minister), "2010-01-01")
    assert (later.country, later.sector, later.role) == ("NOR", "ELI", "former UN envoy")
    elsewhere = Entry("Ada Holm", "person", "SWE", "GOV", None, "foreign minister", "1998", "2002")
    assert known_on((elsewhere, minister), None).country is None, "two people may bear one name"
