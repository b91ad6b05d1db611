"""Named people: titles, appositions, surnames, and who is who."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.actors.people import _same_person

Actors = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "name", "country", "sector", "role"),
    [
        ("Kenyan Finance Minister Grace Wanjiru spoke.", "Grace Wanjiru", "KEN", "GOV", "Kenyan Finance Minister"),
        ("Secretary of State Anna Miller arrived.", "Anna Miller", None, "GOV", "Secretary of State"),
        ("Peter Okafor, Nigeria's oil minister, resigned.", "Peter Okafor", "NGA", "GOV", "Nigeria's oil minister"),
        ("The Danish defence minister, Karen Holm, resigned.", "Karen Holm", "DNK", "GOV", "Danish defence minister"),
        ("Former Chilean President Pablo Rojas was tried.", "Pablo Rojas", "CHL", "ELI", "Former Chilean President"),
        ("Hamas spokesman Karim Nasser denied it.", "Karim Nasser", "PSE", "REB", "Hamas spokesman"),
        ("Adm. Jack Turner warned of a war.", "Jack Turner", None, "MIL", "Adm."),
        ("Shadow Home Secretary Jane Cole objected.", "Jane Cole", None, "OPP", "Shadow Home Secretary"),
        (
            "U.S. ambassador to the United Nations Jane Cole sat down.",
            "Jane Cole",
            "USA",
            "GOV",
            "U.S. ambassador to the United Nations",
        ),
        (
            "Last week, Deputy Chairman of the Danish parliament's committee Peter Holm objected.",
            "Peter Holm",
            "DNK",
            None,
            "Deputy Chairman of the Danish parliament's committee",
        ),
        ("The app's co-founder Maria Lopez left.", "Maria Lopez", None, None, "app's co-founder"),
    ],
)
def test_the_report_says_who_somebody_is(
    actors_of: Actors, text: str, name: str, country: str | None, sector: str | None, role: str | None
) -> None:
    actor = actors_of(text)[name]
    assert (actor.kind, actor.country, actor.sector, actor.role) == ("person", country, sector, role)


@pytest.mark.parametrize(
    ("text", "name", "called"),
    [
        ("Laura Bell won. Bell thanked voters. Mrs. Bell left.", "Laura Bell", ["Laura Bell", "Bell", "Mrs. Bell"]),
        ("Choi Min-ho met reporters. Choi declined to comment.", "Choi Min-ho", ["Choi Min-ho", "Choi"]),
        ("Sarah Anne Young spoke. Sarah Young left.", "Sarah Anne Young", ["Sarah Anne Young", "Sarah Young"]),
        ("Hong's speech was short. Hong Il-sun had flown in.", "Hong Il-sun", ["Hong", "Hong Il-sun"]),
    ],
)
def test_short_names_find_their_person(actors_of: Actors, text: str, name: str, called: list[str]) -> None:
    assert actors_of(text).called(name) == called


def test_two_people_of_one_surname_are_kept_apart(actors_of: Actors) -> None:
    found = actors_of(
        "David Clark attacked the plan. His wife Susan Clark backed it. Mrs Clark said it would pass. Mr Clark laughed."
    )
    assert found.called("Susan Clark")[-1] == "Mrs Clark"
    assert "Mr Clark" in found.called("David Clark")


def test_a_pair_of_surnames_is_two_people(actors_of: Actors) -> None:
    found = actors_of("Putin-Merkel talks end\nVladimir Putin met Angela Merkel. Putin smiled. Merkel did not.")
    assert found.called("Vladimir Putin")[0] == "Putin"
    assert found.called("Angela Merkel")[0] == "Merkel"


@pytest.mark.parametrize(
    ("text", "day", "name", "sector"),
    [
        ("President Bush addressed troops.", "1991-02-01", "George H. W. Bush", "GOV"),
        ("President Bush addressed troops.", "2005-02-01", "George W. Bush", "GOV"),
        ("Former President Clinton addressed voters.", "2019-02-28", "Bill Clinton", "ELI"),
        ("Tony Blair addressed voters.", "2016-02-28", "Tony Blair", "ELI"),
    ],
)
def test_offices_are_dated(actors_of: Actors, text: str, day: str, name: str, sector: str) -> None:
    assert actors_of(text, published=day)[name].sector == sector


def test_without_a_date_no_office_is_claimed(actors_of: Actors) -> None:
    actor = actors_of("Tony Blair addressed voters.")["Tony Blair"]
    assert (actor.country, actor.sector, actor.role) == ("GBR", None, None)


def test_a_bare_surname_is_a_known_leader_only_beside_the_state(actors_of: Actors) -> None:
    assert "Angela Merkel" in actors_of("Germany will wait, Merkel said.", published="2015-05-01").names()
    assert "Gordon Brown" not in actors_of("The farm will wait, Brown said.", published="2008-05-01").names()


def test_western_first_names_of_east_asia_leave_the_surname_last(actors_of: Callable[..., Any]) -> None:
    found = actors_of(
        "Carrie Lam said the bill was dead. Lam apologised. Tsai Ing-wen won. Tsai smiled.", published="2019-07-01"
    )
    assert found.called("Carrie Lam") == ["Carrie Lam", "Lam"]
    assert found.called("Tsai Ing-wen")[:2] == ["Tsai Ing-wen", "Tsai"]


@pytest.mark.parametrize(
    ("day", "name", "sector"),
    [("2006-01-01", "Condoleezza Rice", "GOV"), ("2012-01-01", "Condoleezza Rice", "ELI"), ("2030-01-01", "Rice", "GOV")],
)
def test_a_title_that_is_still_said(actors_of: Callable[..., Any], day: str, name: str, sector: str) -> None:
    found = actors_of("Secretary Rice met American officials, the memo said.", published=day)
    assert found[name].sector == sector


def test_a_first_name_by_itself(actors_of: Actors) -> None:
    found = actors_of("Laura Brekke met reporters. They asked what Laura would say.")
    assert "Laura" in found.called("Laura Brekke")


def test_a_surname_with_its_particle(actors_of: Actors) -> None:
    found = actors_of("Eva van Brekke spoke on Monday. On Tuesday, reporters met van Brekke in Oslo.")
    assert "van Brekke" in found.called("Eva van Brekke")


@pytest.mark.parametrize(("a", "b", "same"), [
    (("bin", "laden"), ("osama", "bin", "laden"), True),
    (("eva", "laden"), ("osama", "bin", "laden"), False),
])  # fmt: skip
def test_particles_belong_to_the_surname(a: tuple[str, ...], b: tuple[str, ...], same: bool) -> None:
    assert _same_person(a, b) is same
