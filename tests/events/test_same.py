"""One event told several times is one event; two events are two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.types import Record

PAIR = "Peru, Chile"


@pytest.mark.parametrize(
    "text",
    [
        "Peru tested a missile. The test worried Chile.",
        "Peru attacked Chile. The attack went on.",
        "Peru accused Chile of spying. Peru again accused Chile of spying.",
        "Peru held talks with Chile. The talks were long.",
        "Peru attacked Chile, killing people.",
        "Peru attacks Chile\nOn a cold night Peru attacked Chile.",
    ],
)
def test_one_event(told: Callable[..., Any], text: str) -> None:
    assert len(told(text, PAIR).events) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Peru tested a missile. Peru conducted a nuclear test.",
        "Peru attacked Chile. Chile attacked Peru.",
        "Peru met Chile. Peru met Kenya.",
        "Peru accused Chile of spying. Peru accused Kenya of spying.",
        "The first summit of Peru and Chile failed. The second summit of Peru and Chile was short.",
        "Peru attacked Chile. Peru may attack Chile again.",
        "Peru bombed Chile. Three gunmen bombed a market.",
    ],
)
def test_two_events(told: Callable[..., Any], text: str) -> None:
    assert len(told(text, "Peru, Chile, Kenya, gunmen=group").events) == 2


def test_days_tell_events_apart(told: Callable[..., Any]) -> None:
    text = "Peru tested a missile on 4 May. Peru tested a missile on 9 June."
    found = told(text, PAIR, dates={"4 May": "2020-05-04", "9 June": "2020-06-09"})
    assert [event.when.start for event in found.events] == ["2020-05-04", "2020-06-09"]


def test_the_fullest_mention_is_the_trigger(told: Callable[..., Any]) -> None:
    text = "Peru launched a raid. The raid by Peru on Chile was quick."
    event = told(text, PAIR).events[0]
    assert event.trigger.span[0] == text.index("raid by")
    assert len(event.recipients) == 1


def test_the_attackers_are_condemned(told: Callable[..., Any]) -> None:
    found = told("Peru attacked Chile. Kenya condemned the attack.", "Peru, Chile, Kenya")
    assert found.rows == [("ASSAULT", ["Peru"], ["Chile"]), ("ACCUSE", ["Kenya"], ["Peru"])]


def test_protests_are_the_protesters(told: Callable[..., Any]) -> None:
    found = told("The protests against Peru went on. Angry protesters sang.", "Peru, Angry protesters=group")
    assert found.rows == [("PROTEST", ["Angry protesters"], ["Peru"])]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A bomber attacked Chile. The Shining Path claimed responsibility for the attack.", ["Shining Path"]),
        ("A bomber attacked Chile. The Shining Path said it carried out the attack.", ["Shining Path"]),
        ("A bomber attacked Chile. The Shining Path did not claim responsibility for the attack.", ["bomber"]),
        ("Peru attacked Chile. The Shining Path claimed responsibility for the attack.", ["Peru"]),
    ],
)
def test_who_claims_an_attack(told: Callable[..., Any], text: str, doers: list[str]) -> None:
    names = "Peru, Chile, bomber=person, Shining Path=group/REB"
    assert told(text, names).rows[0] == ("ASSAULT", doers, ["Chile"])


def test_whom_the_blow_hurt(told: Callable[..., Any]) -> None:
    text = "Peru attacked Chile, killing six farmers."
    assert told(text, "Peru, Chile, six farmers=group").rows == [("ASSAULT", ["Peru"], ["Chile", "six farmers"])]


def test_a_blow_and_its_answer(told: Callable[..., Any]) -> None:
    assert len(told("Peru shot Chile. Chile shot Peru.", "Peru, Chile").rows) == 2


def test_a_demand_in_two_halves(told: Callable[..., Any]) -> None:
    text = "Peru called for help, urging Chile to act."
    assert told(text, PAIR).rows == [("REQUEST", ["Peru"], ["Chile"])]


def test_what_leaders_sign_and_what_a_state_pledges_in_it(record_of: Callable[..., Record]) -> None:
    text = "Norwegian leader Ada Holm and Danish leader Otto Brun signed a joint statement where Norway pledged to open ports."
    found = record_of(text, stages=["actors", "events"])
    names = {actor.id: actor.name for actor in found.actors}
    assert [(event.trigger.text, [names[id] for id in event.actors]) for event in found.events] == [
        ("signed", ["Ada Holm", "Otto Brun"]),
        ("pledged", ["Norway"]),
    ]


def test_a_plan_calls_for_nothing(told: Callable[..., Any]) -> None:
    assert told("The plan calls for Chile to disarm.", PAIR).rows == []


def test_a_path_is_no_place(told: Callable[..., Any]) -> None:
    assert told("Peru fired a missile over Chile.", PAIR, places=["Chile"]).events[0].place is None
