"""Verbs: the sense, who acts, and on whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PAIR = "Peru, Chile"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Peru urged Chile to withdraw its troops.", ("REQUEST", ["Peru"], ["Chile"])),
        ("Peru called on Chile to end the siege.", ("REQUEST", ["Peru"], ["Chile"])),
        ("Peru demanded that Chile reopen the port.", ("REQUEST", ["Peru"], ["Chile"])),
        ("Peru accused Chile of spying.", ("ACCUSE", ["Peru"], ["Chile"])),
        ("Peru condemned Chile's decision.", ("ACCUSE", ["Peru"], ["Chile"])),
        ("Peru called Chile a disgrace.", ("ACCUSE", ["Peru"], ["Chile"])),
        ("Peru rejected the offer from Chile.", ("REJECT", ["Peru"], ["Chile"])),
        ("Peru ruled out a deal with Chile.", ("REJECT", ["Peru"], ["Chile"])),
        ("Peru refused to meet Chile.", ("REJECT", ["Peru"], ["Chile"])),
        ("Peru threatened to attack Chile.", ("THREATEN", ["Peru"], ["Chile"])),
        ("Peru agreed to share data with Chile.", ("AGREE", ["Peru"], ["Chile"])),
        ("Peru signed a treaty with Chile.", ("AGREE", ["Peru", "Chile"], [])),
        ("Peru met Chile.", ("CONSULT", ["Peru", "Chile"], [])),
        ("Peru negotiated with Chile.", ("CONSULT", ["Peru", "Chile"], [])),
        ("Peru welcomed Chile's proposal.", ("SUPPORT", ["Peru"], ["Chile"])),
        ("Peru lifted the embargo on Chile.", ("CONCEDE", ["Peru"], ["Chile"])),
        ("Peru withdrew its troops from Chile.", ("RETREAT", ["Peru"], ["Chile"])),
        ("Peru gave $2 million to Chile.", ("AID", ["Peru"], ["Chile"])),
        ("Peru and Chile joined forces.", ("COOPERATE", ["Peru", "Chile"], [])),
        ("Peru fired two missiles.", ("MOBILIZE", ["Peru"], [])),
        ("Peru expelled the ambassador of Chile.", ("SANCTION", ["Peru"], ["Chile"])),
        ("Peru imposed sanctions on Chile.", ("SANCTION", ["Peru"], ["Chile"])),
        ("Peru closed its border with Chile.", ("COERCE", ["Peru"], ["Chile"])),
        ("Peru bombed Chile.", ("ASSAULT", ["Peru"], ["Chile"])),
        ("Chile was invaded by Peru.", ("ASSAULT", ["Peru"], ["Chile"])),
        ("Peru cut ties with Chile.", ("SANCTION", ["Peru"], ["Chile"])),
        ("Peru protested.", ("PROTEST", ["Peru"], [])),
    ],
)
def test_sense_and_parties(told: Callable[..., Any], text: str, row: tuple[str, list[str], list[str]]) -> None:
    assert told(text, PAIR).rows == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Peru said the weather was fine.",
        "Peru declined to comment on Chile.",
        "Peru met expectations.",
        "Peru released the figures.",
        "Peru demonstrated that the plan works.",
        "People accused of theft in Peru stayed away.",
    ],
)
def test_no_event(told: Callable[..., Any], text: str) -> None:
    assert told(text, PAIR).rows == []


def test_several_events_in_a_sentence(told: Callable[..., Any]) -> None:
    found = told("Peru condemned Chile and urged Brazil to act.", "Peru, Chile, Brazil")
    assert found.rows == [("ACCUSE", ["Peru"], ["Chile"]), ("REQUEST", ["Peru"], ["Brazil"])]


def test_compound_actors_and_relative_clause(told: Callable[..., Any]) -> None:
    found = told("Peru and Brazil, which condemned Chile, met Kenya.", "Peru, Brazil, Chile, Kenya")
    assert ("ACCUSE", ["Peru", "Brazil"], ["Chile"]) in found.rows


def test_decree_is_its_signers(told: Callable[..., Any]) -> None:
    found = told("Orlov signed a decree banning the sect.", "Orlov=person, sect=group")
    assert found.rows == [("COERCE", ["Orlov"], ["sect"])]


def test_speaker_of_a_cue_acts(told: Callable[..., Any]) -> None:
    text = '"Leave," they urged Chile.'
    found = told(text + " Peru knew.", "Peru, Chile", said=[("Peru", "Leave", "urged")])
    assert found.rows == [("REQUEST", ["Peru"], ["Chile"])]


def test_modes(told: Callable[..., Any]) -> None:
    assert told("Peru accused Chile of spying.", PAIR).events[0].mode == "allege"
    assert told("Peru expelled the ambassador of Chile.", PAIR).events[0].mode == "expel"


def test_journalists_are_not_consulted(told: Callable[..., Any]) -> None:
    assert told("Orlov spoke to the Herald.", "Orlov=person, Herald=organization/JRN").rows == []


def test_according_to_somebody_is_not_toward_them(told: Callable[..., Any]) -> None:
    found = told("According to Kenya, Peru expressed disappointment.", "Peru, Kenya")
    assert found.rows == [("ACCUSE", ["Peru"], [])]


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Peru bombed the barracks of an army from Chile.", "ASSAULT", ["Chile"]),
        ("Peru condemned the arrest of a farmer in Chile.", "ACCUSE", ["Chile"]),
        ("Peru rejected a plan for a new port in Chile.", "REJECT", ["Chile"]),
        ("Peru lifted its blockade of Chile.", "CONCEDE", ["Chile"]),
        ("Peru suspended aid deliveries to Chile.", "SANCTION", ["Chile"]),
        ("Peru refused to give aid to Chile.", "REJECT", ["Chile"]),
        ("Peru violated the truce with Chile.", "ASSAULT", ["Chile"]),
        ("Peru imposed a curfew in Chile.", "COERCE", ["Chile"]),
        ("Peru opened an investigation against the banks of Chile.", "ACCUSE", ["Chile"]),
        ("Peru launched a probe of Chile's banks.", "ACCUSE", ["Chile"]),
        ("Peru lifted restrictions imposed on Chile.", "CONCEDE", ["Chile"]),
        ("Peru refused to allow Chile to land.", "REJECT", ["Chile"]),
        ("Peru voiced Kenya's support for Chile.", "SUPPORT", ["Chile"]),
    ],
)
def test_whom_a_thing_belongs_to(told: Callable[..., Any], text: str, kind: str, recipients: list[str]) -> None:
    assert told(text, PAIR).rows[0] == (kind, ["Peru"], recipients)


def test_details_that_are_not_given(told: Callable[..., Any]) -> None:
    assert told("Peru refused to give details to Chile.", PAIR).rows == []


def test_who_shares_a_noun(told: Callable[..., Any]) -> None:
    text = "Peruvian and Chilean troops attacked Kenya."
    names = "Peruvian, Chilean, Kenya"
    assert told(text, names).rows == [("ASSAULT", ["Peruvian", "Chilean"], ["Kenya"])]
