"""Which of several people or bodies a short mention means: surnames, styles, descriptions, pairs, messages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.types import Record
from tests.actors.conftest import Found

Actors = Callable[..., Found]


def test_a_bare_surname_is_who_was_named_first(actors_of: Actors) -> None:
    found = actors_of("Paul Brekke spoke. His sister Laura Brekke left. Crews met Laura Brekke. Brekke said it was late.")
    assert "Brekke" in found.called("Paul Brekke")


def test_sir_is_never_mr(actors_of: Actors) -> None:
    found = actors_of("Paul Holm met Sir Ian Holm. The port was shut. Mr Holm left.")
    assert "Mr Holm" in found.called("Paul Holm")


def test_party_letters_in_brackets_are_no_mention(actors_of: Actors) -> None:
    assert "R-Ohio" not in " ".join(actors_of("Sen. Paul Brekke (R-Ohio) voted.").called("Paul Brekke"))


@pytest.mark.parametrize(
    ("text", "name", "mention"),
    [
        ("Another local official, deputy police chief Paul Brekke, said it rained.", "Paul Brekke", "Another local official"),
        ("A student named Paul Brekke left.", "Paul Brekke", "A student"),
        ("Paul Brekke, a shopkeeper, said the shopkeeper would stay.", "Paul Brekke", "the shopkeeper"),
    ],
)  # fmt: skip
def test_descriptions_beside_a_name(actors_of: Actors, text: str, name: str, mention: str) -> None:
    assert mention in actors_of(text).called(name)


def test_a_spokesman_of_one_body_is_not_that_of_another(actors_of: Actors) -> None:
    found = actors_of("Taliban spokesman Karim Aziz said it was calm. The NATO spokesman said it was not.")
    assert all("NATO" not in mention for mention in found.called("Karim Aziz"))


def test_an_office_is_not_taken_up_by_who_does_not_hold_it(actors_of: Actors) -> None:
    found = actors_of("Reporter Paul Brekke spoke of the flood. The mayor said the bridge had gone.")
    assert "The mayor" not in found.called("Paul Brekke")


def test_our_correspondent_is_named_before(actors_of: Actors) -> None:
    found = actors_of("Correspondent Paul Brekke said it was calm. Talks will follow, our correspondent added.")
    assert "our correspondent" in found.called("Paul Brekke")


def test_his_lawyer_leaves_his_to_somebody(actors_of: Actors) -> None:
    found = actors_of("Paul Brekke rested. His lawyer called.")
    assert "His" in found.called("Paul Brekke")


def test_both_countries_are_the_two_named_together_last(actors_of: Actors) -> None:
    text = "France warned Iran. Norway and Chile agreed with Iran. Norway and Chile signed. Both countries cheered."
    found = actors_of(text)
    assert "Both countries" in found.called("Norway")
    assert "Both countries" in found.called("Chile")
    assert "Both countries" not in found.called("France")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Pak Jae-In has left.", "Pak Jae-In"),
        ("Paul Amman was jailed. Amman sent letters.", "Paul Amman"),
    ],
)
def test_names_are_whole(actors_of: Actors, text: str, name: str) -> None:
    assert name in actors_of(text).names()


def test_a_surname_is_no_city_that_nothing_else_speaks_of(actors_of: Actors) -> None:
    found = actors_of("Paul Amman was jailed. Amman sent letters.")
    assert "Jordan" not in found.names()


def test_a_report_speaks_for_who_released_it(record_of: Callable[..., Record]) -> None:
    text = "The agency KCNA released a report on Saturday. “Do not expect any change at all in the policy,” the report read."
    record = record_of(text, stages=["actors", "statements", "voices"])
    names = {actor.id: actor.name for actor in record.actors}
    said = [s.speaker for s in record.statements if s.speaker is not None and s.speaker.text == "the report"]
    assert [names.get(one.actor or "") for one in said] == ["KCNA"]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Laura Lund left. Paul Brekke met Karl Holm. Later the two men rested.", "the two men"),
        ("Laura Lund left. Some weeks later Paul Brekke met Karl Holm. Relations between the two soured.", "the two"),
        ("Paul Brekke and Karl Holm spoke. They were late.", "They"),
    ],
)
def test_two_who_were_named_lately(actors_of: Actors, text: str, mention: str) -> None:
    found = actors_of(text)
    assert all(mention in found.called(name) for name in ("Paul Brekke", "Karl Holm"))


def test_two_of_three_are_nobody(actors_of: Actors) -> None:
    found = actors_of("Paul Brekke met Karl Holm and Nils Lund. Relations between the two soured.")
    assert all("the two" not in found.called(name) for name in ("Paul Brekke", "Karl Holm", "Nils Lund"))
