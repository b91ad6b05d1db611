"""Offices are dated: who is meant by a title on a day, and what becomes of those who held it, or would like to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.actors import name_actor
from communique.actors.kb import Entry, with_title


@pytest.mark.parametrize(
    ("text", "day", "name", "country", "sector", "role"),
    [
        # one title, two people
        ("President Bush", "1991-02-01", "George H. W. Bush", "USA", "GOV", "president"),
        ("President Bush", "2005-02-01", "George W. Bush", "USA", "GOV", "president"),
        ("President Bush", None, "Bush", "USA", "GOV", "president"),
        ("former President Bush", "1995-01-01", "George H. W. Bush", "USA", "ELI", "former president"),
        ("former President Bush", "2010-01-01", "Bush", "USA", "ELI", "former president"),
        # one surname, two people
        ("former President Clinton", "2019-02-28", "Bill Clinton", "USA", "ELI", "former president"),
        ("President Clinton", "1995-01-01", "Bill Clinton", "USA", "GOV", "president"),
        ("Secretary Clinton", "2010-01-01", "Hillary Clinton", "USA", "GOV", "secretary of state"),
        ("Mrs. Clinton", "2010-01-01", "Hillary Clinton", "USA", "GOV", "secretary of state"),
        ("then President George W. Bush", "2010", "George W. Bush", "USA", "GOV", "president"),
        # in office, before, after
        ("Angela Merkel", "2010", "Angela Merkel", "DEU", "GOV", "chancellor"),
        ("Angela Merkel", "2023", "Angela Merkel", "DEU", "ELI", "former chancellor"),
        ("Angela Merkel", "1995", "Angela Merkel", "DEU", None, None),
        ("ex-Prime Minister Tony Blair", "2010", "Tony Blair", "GBR", "ELI", "former prime minister"),
        ("the late French president Francois Mitterrand", "2001", "Francois Mitterrand", "FRA", "ELI", "former president"),
        ("outgoing President Barack Obama", "2016-12-01", "Barack Obama", "USA", "GOV", "president"),
        # nobody listed
        ("acting President Anna Berg", "2005", "Anna Berg", None, "GOV", "president"),
        ("President-elect Anna Berg", "2005", "Anna Berg", None, "GOV", "president"),
        ("prime minister-designate Anna Berg", None, "Anna Berg", None, "GOV", "prime minister"),
        ("would-be president Anna Berg", None, "Anna Berg", None, "PTY", "would-be president"),
        ("one-time defence minister Anna Berg", None, "Anna Berg", None, "ELI", "former defence minister"),
        ("deposed President Anna Berg", None, "Anna Berg", None, "ELI", "deposed president"),
        ("a former minister", None, "former minister", None, "ELI", "former minister"),
        # the office alone
        ("the French president", "2010-01-01", "Nicolas Sarkozy", "FRA", "GOV", "president"),
        ("the chancellor of Germany", "2010-01-01", "Angela Merkel", "DEU", "GOV", "chancellor"),
        ("a French president", "2010-01-01", "French president", "FRA", "GOV", "president"),
        ("the former French president", "2010-01-01", "former French president", "FRA", "ELI", "former president"),
        ("the French president's spokesman", "2010-01-01", "French president's spokesman", "FRA", "GOV", "spokesman"),
        ("the French president", None, "French president", "FRA", "GOV", "president"),
    ],
)
def test_whom_a_title_means_on_a_day(
    text: str, day: str | None, name: str, country: str | None, sector: str | None, role: str | None
) -> None:
    named = name_actor(text, date=day)
    assert (named.name, named.country, named.sector, named.role) == (name, country, sector, role)


def test_a_state_has_its_wikidata_id_and_a_body_its_usual_name() -> None:
    assert [name_actor(text).wikidata for text in ("France", "the French", "Paris", "a table")] == ["Q142"] * 3 + [None]
    named = name_actor("Chad's foreign ministry")
    assert (named.name, named.country, named.sector, named.kind) == ("Chadian Foreign Ministry", "TCD", "GOV", "organization")
    assert name_actor("the central bank", context="inflation in Kenya").name == "Kenyan Central Bank"


@pytest.mark.parametrize("pronoun", ["He", "She", "We"])
def test_a_pronoun_is_nobody_of_that_surname(pronoun: str) -> None:
    assert name_actor(pronoun).name is None


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("president", ["A"]),
        ("secretary", ["B"]),
        ("minister", ["C"]),
        ("vice president", ["D"]),
        ("chairman", ["A"]),
        ("leader", ["A", "F"]),
        ("mayor", []),
    ],
)
def test_which_offices_a_title_names(title: str, names: list[str]) -> None:
    offices = ["president", "secretary of state", "foreign minister", "vice president", "deputy prime minister", "party leader"]
    entries = tuple(Entry(name, "person", role=role) for name, role in zip("ABCDEF", offices, strict=True))
    assert [entry.name for entry in with_title(entries, title)] == names


@pytest.mark.parametrize(
    ("text", "day", "name", "sector"),
    [
        ("President Bush met the envoys in Oslo. Bush said he was pleased.", "1991-02-01", "George H. W. Bush", "GOV"),
        ("President Bush met the envoys in Oslo. Bush said he was pleased.", "2005-02-01", "George W. Bush", "GOV"),
        ("Former President Clinton met the envoys in Oslo.", "2019-02-28", "Bill Clinton", "ELI"),
        ("Chancellor Merkel met the envoys in Oslo.", "2010-05-01", "Angela Merkel", "GOV"),
    ],
)
def test_titles_in_a_report(actors_of: Callable[..., object], text: str, day: str, name: str, sector: str) -> None:
    actor = actors_of(text, published=day)[name]  # type: ignore[index]
    assert (actor.sector, actor.country in {"USA", "DEU"}) == (sector, True)


@pytest.mark.parametrize(
    ("text", "sector", "role"),
    [
        ("Former President Anna Berg met the envoys in Oslo.", "ELI", "Former President"),
        ("Ex-President Anna Berg met the envoys in Oslo.", "ELI", "Ex-President"),
        ("The late Prime Minister Anna Berg met the envoys in Oslo.", "ELI", "late Prime Minister"),
        ("One-time defence minister Anna Berg met the envoys in Oslo.", "ELI", "One-time defence minister"),
        ("A onetime senator, Anna Berg met the envoys in Oslo. Onetime president Ole Dahl left.", "ELI", "Onetime president"),
        ("Acting President Anna Berg met the envoys in Oslo.", "GOV", "President"),
        ("President-elect Anna Berg met the envoys in Oslo.", "GOV", "President-elect"),
        ("Would-be president Anna Berg met the envoys in Oslo.", "PTY", "Would-be president"),
        ("Aspiring senator Anna Berg met the envoys in Oslo.", "PTY", "Aspiring senator"),
    ],
)
def test_former_acting_elected_and_would_be_in_a_report(
    actors_of: Callable[..., object], text: str, sector: str, role: str
) -> None:
    found = actors_of(text, published="2012-05-01")
    assert (sector, role) in {(actor.sector, actor.role) for actor in found.record.actors}  # type: ignore[attr-defined]


def test_a_title_of_several_without_a_day_tells_the_country_alone(actors_of: Callable[..., object]) -> None:
    actor = actors_of("President Bush met the envoys in Oslo.")["Bush"]  # type: ignore[index]
    assert (actor.country, actor.role) == ("USA", "President")
