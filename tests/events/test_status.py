"""Whether it happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PAIR = "Peru, Chile"


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Peru attacked Chile.", "ASSAULT", "happened"),
        ("Peru has attacked Chile.", "ASSAULT", "happened"),
        ("Peru is attacking Chile.", "ASSAULT", "ongoing"),
        ("Peru said it was investigating Chile.", "ACCUSE", "ongoing"),
        ("Peru supports Chile.", "SUPPORT", "ongoing"),
        ("Peru has supported Chile.", "SUPPORT", "happened"),
        ("Peru is backed by Chile.", "SUPPORT", "ongoing"),
        ("Peru began to attack Chile.", "ASSAULT", "happened"),
        ("The rain enabled Peru to attack Chile.", "ASSAULT", "happened"),
        ("Had Peru attacked Chile, it would have lost.", "ASSAULT", "hypothetical"),
        ("Peru allegedly attacked Chile.", "ASSAULT", "claimed"),
        ("Peru is alleged to have attacked Chile.", "ASSAULT", "claimed"),
        ("The protests in Peru continue.", "PROTEST", "ongoing"),
        ("Peru continued to attack Chile.", "ASSAULT", "ongoing"),
        ("Peru will attack Chile.", "ASSAULT", "planned"),
        ("Peru plans to attack Chile.", "ASSAULT", "planned"),
        ("Peru may attack Chile.", "ASSAULT", "hypothetical"),
        ("Peru wants to attack Chile.", "ASSAULT", "hypothetical"),
        ("All is lost if Peru attacks Chile.", "ASSAULT", "hypothetical"),
        ("The risk of a war between Peru and Chile grew.", "ASSAULT", "hypothetical"),
        ("A possible attack by Peru on Chile is feared.", "ASSAULT", "hypothetical"),
        ("The planned attack by Peru on Chile is known.", "ASSAULT", "planned"),
        ("The alleged attack by Peru on Chile was bloody.", "ASSAULT", "claimed"),
        ("Peru and Chile were supposed to sign a treaty.", "AGREE", "cancelled"),
        ("Peru cancelled its planned talks with Chile.", "CONSULT", "cancelled"),
        ("The talks between Peru and Chile were called off.", "CONSULT", "cancelled"),
        ("A ceremony to sign a treaty between Peru and Chile was scrapped.", "AGREE", "cancelled"),
    ],
)
def test_status(told: Callable[..., Any], text: str, kind: str, status: str) -> None:
    assert [(event.type, event.status) for event in told(text, PAIR).events] == [(kind, status)]


@pytest.mark.parametrize("text", ["Peru did not attack Chile.", "Nobody said that Peru never bombed Chile."])
def test_what_did_not_happen_is_left_out(told: Callable[..., Any], text: str) -> None:
    assert told(text, PAIR).rows == []


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Peru and Chile will meet.", "AGREE", "planned"),
        ("Peru is willing to talk.", "AGREE", "happened"),
        ("Peru did not support Chile.", "REJECT", "happened"),
        ("Peru will not release Chile's soldiers.", "REJECT", "happened"),
    ],
)
def test_announcements_and_refusals(told: Callable[..., Any], text: str, kind: str, status: str) -> None:
    assert [(event.type, event.status) for event in told(text, PAIR).events] == [(kind, status)]


def test_failed_talks(told: Callable[..., Any]) -> None:
    found = told("Talks between Peru and Chile ended without any agreement.", PAIR)
    assert found.rows == [("CONSULT", ["Peru", "Chile"], []), ("REJECT", ["Peru", "Chile"], [])]
    assert [event.status for event in found.events] == ["happened", "happened"]


def test_what_only_the_other_side_tells_is_claimed(told: Callable[..., Any]) -> None:
    text = "Chile said Peru attacked Chile again."
    event = told(text, PAIR, said=[("Chile", "Peru attacked Chile again", "said")]).events[0]
    assert (event.status, event.told_in) == ("claimed", "s1")


def test_what_one_tells_of_oneself_happened(told: Callable[..., Any]) -> None:
    text = "Peru said Peru attacked Chile again."
    event = told(text, PAIR, said=[("Peru", "Peru attacked Chile again", "said")]).events[0]
    assert (event.status, event.told_in) == ("happened", "s1")


def test_done_by_saying_so(told: Callable[..., Any]) -> None:
    text = "“We would urge Chile to act,” Peru said."
    said = [("Peru", "We would urge Chile to act", "said")]
    (event,) = told(text, "Peru, Chile", said=said).events
    assert (event.type, event.status) == ("REQUEST", "happened")
