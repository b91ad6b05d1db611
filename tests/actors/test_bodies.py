"""Organisations: what their names tell, and their short forms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Actors = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("The White House denied it.", "White House", "USA", "GOV"),
        ("Russia's Foreign Ministry protested.", "Foreign Ministry", "RUS", "GOV"),
        ("The UN Security Council voted.", "UN Security Council", None, "IGO"),
        ("The U.S. Securities and Exchange Commission sued.", "Securities and Exchange Commission", "USA", "GOV"),
        ("The Ministry of Foreign Affairs of Kenya protested.", "Ministry of Foreign Affairs", "KEN", "GOV"),
        ("Boko Haram attacked a village.", "Boko Haram", "NGA", "REB"),
    ],
)
def test_what_a_body_is(actors_of: Actors, text: str, name: str, country: str | None, sector: str) -> None:
    actor = actors_of(text)[name]
    assert (actor.country, actor.sector) == (country, sector)


def test_company_forms_and_acronyms_name_the_same_body(actors_of: Actors) -> None:
    found = actors_of("Microsoft Corp sued the Northern Workers Union of Canada (NWUC). Microsoft won. The NWUC appealed.")
    assert found.called("Microsoft") == ["Microsoft Corp", "Microsoft"]
    assert "NWUC" in found.called("Northern Workers Union of Canada")


def test_a_role_before_a_body_is_part_of_its_mention(actors_of: Actors) -> None:
    found = actors_of("The state news agency KCNA reported a launch.")
    assert found.called("KCNA") == ["state news agency KCNA"]


def test_a_party_adjective_is_not_the_party(actors_of: Actors) -> None:
    assert "Republicans" not in actors_of("The Republican nominee spoke to farmers.").names()


def test_a_common_noun_takes_up_the_body_before(actors_of: Actors) -> None:
    found = actors_of("Hezbollah fired rockets at an army post. The militant group denied it.")
    assert found.called("Hezbollah") == ["Hezbollah", "The militant group"]


def test_a_surname_taken_for_a_body_is_the_person(actors_of: Actors) -> None:
    found = actors_of("Senator Bob Harlan spoke.\nHarlan won.\nHarlan's usual partner was silent.")
    assert [actor.name for actor in found.record.actors if "Harlan" in actor.name] == ["Bob Harlan", "Harlan's usual partner"]


def test_names_joined_by_and_are_two(actors_of: Actors) -> None:
    assert {"Amnesty International", "Human Rights Watch"} <= set(
        actors_of("Amnesty International and Human Rights Watch sued.").names()
    )


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The Department of Harbour Affairs shut. Callers reached the HA late. HA patients left.", ["HA", "HA"]),
        ("The Department of Harbour Affairs shut. Callers met HA late.", []),
        ("The Department of Harbour Affairs and the Ministry of Health Aid shut. Callers reached the HA late.", []),
    ],
)
def test_letters_that_only_one_body_begins_with(actors_of: Actors, text: str, called: list[str]) -> None:
    assert [words for words in actors_of(text).called("Department of Harbour Affairs") if words == "HA"] == called
