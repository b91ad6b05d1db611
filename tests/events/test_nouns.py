"""Nouns: parties around them, light verbs, what only refers back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PAIR = "Peru, Chile"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Talks between Peru and Chile began.", ("CONSULT", ["Peru", "Chile"], [])),
        ("Peru held talks with Chile.", ("CONSULT", ["Peru", "Chile"], [])),
        ("Peru took part in talks with Chile.", ("CONSULT", ["Peru", "Chile"], [])),
        ("Peru's offer to Chile was generous.", ("AGREE", ["Peru"], ["Chile"])),
        ("The attack by Peru on Chile went on.", ("ASSAULT", ["Peru"], ["Chile"])),
        ("Peru launched an attack on Chile.", ("ASSAULT", ["Peru"], ["Chile"])),
        ("The bombing of Chile by Peru went on.", ("ASSAULT", ["Peru"], ["Chile"])),
        ("The war between Peru and Chile was long.", ("ASSAULT", ["Peru", "Chile"], [])),
        ("A missile test by Peru was seen.", ("MOBILIZE", ["Peru"], [])),
        ("Peru opened an investigation into Chile.", ("ACCUSE", ["Peru"], ["Chile"])),
        ("Chile faces sanctions.", ("SANCTION", [], ["Chile"])),
        ("Sanctions imposed by Peru on Chile remain.", ("SANCTION", ["Peru"], ["Chile"])),
        ("Peru adopted a new round of sanctions against Chile.", ("SANCTION", ["Peru"], ["Chile"])),
        ("Joint drills by Peru and Chile began.", ("COOPERATE", ["Peru", "Chile"], [])),
        ("The request by Peru surprised Chile.", ("REQUEST", ["Peru"], [])),
        ("Peru's withdrawal from Chile was slow.", ("RETREAT", ["Peru"], ["Chile"])),
    ],
)
def test_parties(told: Callable[..., Any], text: str, row: tuple[str, list[str], list[str]]) -> None:
    assert told(text, PAIR).rows == [row]


@pytest.mark.parametrize(
    "text",
    [
        "The test was hard for Peru.",
        "Sanctions are a blunt tool.",
        "Peru answered a request for comment.",
        "The deal was good.",
        "Peru held a news conference.",
        "Drought poses a threat to Peru.",
    ],
)
def test_no_event(told: Callable[..., Any], text: str) -> None:
    assert told(text, PAIR).rows == []


def test_possessor_of_an_arrest_is_arrested(told: Callable[..., Any]) -> None:
    assert told("Orlov's arrest caused anger.", "Orlov=person").rows == [("COERCE", [], ["Orlov"])]


def test_state_before_a_protest_is_where_it_was(told: Callable[..., Any]) -> None:
    assert told("The Peru protests continued.", "Peru").rows == [("PROTEST", [], [])]


def test_unmistakable_nouns_need_no_party(told: Callable[..., Any]) -> None:
    assert told("Fears grew after a flurry of missile launches.", "Peru").rows == [("MOBILIZE", [], [])]


def test_launches_are_theirs_whose_all_others_are(told: Callable[..., Any]) -> None:
    found = told("Fears grew after a flurry of rocket launches. Peru tested a nuclear bomb.", "Peru")
    assert found.rows == [("MOBILIZE", ["Peru"], []), ("MOBILIZE", ["Peru"], [])]


@pytest.mark.parametrize(
    ("names", "said"),
    [("Peru", False), ("Peru=person", False), ("Peru=organization/IGO", True), ("Peru=group", True)],
)
def test_one_state_holds_no_talks(told: Callable[..., Any], names: str, said: bool) -> None:
    assert bool(told("Peru held talks.", names).events) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [("Peru may attack.", False), ("Peru may attack Chile.", True), ("A war between Peru and Chile is possible.", True)],
)
def test_imagined_force_needs_both_sides(told: Callable[..., Any], text: str, said: bool) -> None:
    assert bool(told(text, PAIR).events) is said
