from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.lookup import Lookup
from communique.parse import Doc
from communique.positions.sides import Sides
from communique.types import Record

Made = Callable[..., tuple[Doc, Record]]

UNION = "United Bakers of Norway"
WHO = {UNION: ("organization", None, "LAB", (UNION, "UBN")), "Jo Doe": ("person", None, None, ("Jo Doe",))}


def side(record: Record, name: str) -> str:
    lookup = Lookup(record)
    sides = Sides(record, lookup)
    by_name = {actor.name: actor.id for actor in record.actors}
    party = sides.of(by_name[name])
    return {**lookup.actors, **sides.added}[party.actor].name


@pytest.mark.parametrize(
    ("role", "party"),
    [
        ("United Bakers of Norway president", UNION),
        ("UBN spokesman", UNION),
        ("head of the United Bakers of Norway", UNION),
        ("former UBN spokesman", "Jo Doe"),
        ("UBN member", "Jo Doe"),
        ("spokesman", "Jo Doe"),
    ],
)
def test_roles(made: Made, role: str, party: str) -> None:
    _, record = made("The United Bakers of Norway (UBN) met. Jo Doe spoke.", WHO, roles={"Jo Doe": role})
    assert side(record, "Jo Doe") == party


def test_a_body_before_the_name(made: Made) -> None:
    assert side(made("The UBN met. UBN's Jo Doe spoke.", WHO)[1], "Jo Doe") == UNION
    assert side(made("The UBN met. Jo Doe spoke.", WHO)[1], "Jo Doe") == "Jo Doe"


def test_a_party_leader_is_a_politician(made: Made) -> None:
    who = {"Green Party": ("organization", None, "PTY", ("Green Party",)), "Jo Doe": ("person", None, None, ("Jo Doe",))}
    _, record = made("The Green Party met. Jo Doe spoke.", who, roles={"Jo Doe": "Green Party leader"})
    assert side(record, "Jo Doe") == "Jo Doe"
    _, record = made("The Green Party met. Jo Doe spoke.", who, roles={"Jo Doe": "Green Party spokeswoman"})
    assert side(record, "Jo Doe") == "Green Party"


def test_mayors_and_former_ministers_speak_for_themselves(made: Made) -> None:
    who = {"Jo Doe": ("person", "NOR", "GOV", ("Jo Doe",))}
    for role, party in [("minister", "Norway"), ("mayor", "Jo Doe"), ("former minister", "Jo Doe")]:
        assert side(made("Jo Doe spoke.", who, roles={"Jo Doe": role})[1], "Jo Doe") == party


def test_an_office_holder_in_a_report_without_a_date(made: Made) -> None:
    who = {"Tony Blair": ("person", "GBR", None, ("Tony Blair",))}
    assert side(made("Tony Blair spoke. The prime minister was brief.", who)[1], "Tony Blair") == "United Kingdom"
    assert side(made("Tony Blair spoke. The guest was brief.", who)[1], "Tony Blair") == "United Kingdom"
    assert side(made("The former prime minister Tony Blair spoke.", who)[1], "Tony Blair") == "Tony Blair"
