"""Who a source is: pronouns, roles, groups, messages, labels."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.types import Record, Statement


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Maria Ode opened the meeting. The talks had failed, she added.", "she", "Maria Ode"),
        ('"The talks failed," the spokesman said.', "the spokesman", "spokesman"),
        ("The foreign minister said the talks had failed.", "The foreign minister", "foreign minister"),
        ("Critics say the talks have failed.", "Critics", "Critics"),
        ("Officials said the talks had failed.", "Officials", "Officials"),
        ("Many of the residents said they were afraid.", "Many of the residents", "residents"),
        ("One of the diplomats said the talks had failed.", "One of the diplomats", None),
        ("The ministry's statement said the talks had failed.", "The ministry's statement", "ministry"),
        ('"We tried," read a statement from the ministry.', "a statement", "ministry"),
        ("The statement said the talks had failed.", "The statement", None),
        ("Everyone said the talks had failed.", "Everyone", None),
    ],
)
def test_speaker(told: Callable[[str], tuple[Statement, ...]], text: str, source: str, name: str | None) -> None:
    speaker = told(text)[0].speaker
    assert speaker is not None
    assert (speaker.text, speaker.name if speaker.actor else None) == (source, name)


def test_a_label_in_capitals_names_a_person_of_the_report(told: Callable[[str], tuple[Statement, ...]]) -> None:
    text = "Norwegian Prime Minister Ada Holm met the press.\nHOLM: We tried.\nHOST: Why?\nADA HOLM: It failed."
    names = [s.speaker.name if s.speaker and s.speaker.actor else None for s in told(text)]
    assert names == ["Ada Holm", None, "Ada Holm"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The president of the Norwegian Council for the Care of Animals, Ada Holm,", "Ada Holm"),
        ("The head of the union, Ada Holm,", "Ada Holm"),
        ("Ada Holm, a friend of Maria Ode,", "Ada Holm"),
    ],
)
def test_a_person_named_behind_a_role_is_the_speaker(record_of: Callable[..., Record], source: str, name: str) -> None:
    record = record_of(f"Prime Minister Maria Ode met the union. {source} said the law had failed.")
    names = {actor.id: actor.name for actor in record.actors}
    assert [names[one.speaker.actor or ""] for one in record.statements if one.speaker] == [name]
