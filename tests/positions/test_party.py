from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.lookup import Lookup
from communique.parse import Doc
from communique.positions import claims, find_positions
from communique.positions.party import Parties
from communique.positions.sides import Sides
from communique.types import Record

Made = Callable[..., tuple[Doc, Record]]

CHAD = ("state", "TCD", None, ("Chad",))
NIGER = ("state", "NER", None, ("Niger",))


def parties(doc: Doc, record: Record) -> list[list[str]]:
    lookup = Lookup(record)
    resolver = Parties(lookup, Sides(record, lookup))
    names = {actor.id: actor.name for actor in find_positions(doc, record).actors}
    return [[names.get(party.actor, "?") for party in resolver.of(claim)] for claim in claims(doc, lookup)]


def test_all_of_whom(made: Made) -> None:
    text = "They met Chad and Niger, all of whom opposed the plan."
    doc, record = made(text, {"Chad": CHAD, "Niger": NIGER})
    assert parties(doc, record) == [["Chad", "Niger"]]


def test_coordinated_parties_each(made: Made) -> None:
    doc, record = made("Chad and Niger rejected the plan.", {"Chad": CHAD, "Niger": NIGER})
    assert parties(doc, record) == [["Chad", "Niger"]]


def test_leaders_of_states(made: Made) -> None:
    doc, record = made("Leaders of Chad and Niger rejected the plan.", {"Chad": CHAD, "Niger": NIGER})
    assert parties(doc, record) == [["Chad", "Niger"]]


def test_both_sides_of_a_deal(made: Made) -> None:
    doc, record = made("Chad signed a trade deal with Niger.", {"Chad": CHAD, "Niger": NIGER})
    assert parties(doc, record) == [["Chad", "Niger"]]


def test_a_minister_speaks_for_the_state_though_it_is_not_named(made: Made) -> None:
    doc, record = made("Minister Abel Doe rejected the plan.", {"Abel Doe": ("person", "TCD", "GOV", ("Abel Doe",))})
    out = find_positions(doc, record)
    party = {actor.id: actor for actor in out.actors}[out.positions[0].party]
    assert (party.name, party.kind, party.country) == ("Chad", "state", "TCD")
    assert out.positions[0].voice == "a1"


def test_a_private_person_is_a_party(made: Made) -> None:
    doc, record = made("Abel Doe rejected the plan.", {"Abel Doe": ("person", "TCD", None, ("Abel Doe",))})
    out = find_positions(doc, record)
    assert (out.positions[0].party, out.positions[0].voice) == ("a1", None)


@pytest.mark.parametrize(("role", "party"), [("Acme chief executive", "Acme"), ("Acme engineer", "Jo Doe")])
def test_who_speaks_for_a_company(made: Made, role: str, party: str) -> None:
    who = {"Jo Doe": ("person", None, None, ("Jo Doe",)), "Acme": ("organization", None, "BUS", ("Acme",))}
    doc, record = made(f"{role} Jo Doe rejected the offer.", who, roles={"Jo Doe": role})
    assert parties(doc, record) == [[party]]


def test_the_spokesman_for_a_body(made: Made) -> None:
    words = "a spokesman for Acme"
    who = {"Acme": ("organization", None, None, ("Acme",)), "spokesman for Acme": ("person", None, None, (words,))}
    doc, record = made("Yesterday a spokesman for Acme rejected the offer.", who)
    assert parties(doc, record) == [["Acme"]]


def test_government_of_the_country_that_a_report_is_about(made: Made) -> None:
    text = "Chad had rain. Chad had hail. The government rejected the plan."
    government = ("organization", None, "GOV", ("The government",))
    doc, record = made(text, {"Chad": CHAD, "government": government})
    assert parties(doc, record) == [["Chad"]]
    doc, record = made(
        text.replace("Chad had hail", "Niger had hail"), {"Chad": CHAD, "Niger": NIGER, "government": government}
    )
    assert parties(doc, record) == [["government"]]


def test_pronoun_of_a_body(made: Made) -> None:
    doc, record = made("Acme grew. It pledged to build a mill.", {"Acme": ("organization", None, None, ("Acme",))})
    assert parties(doc, record) == [["Acme"]]


def test_we_is_who_speaks_and_they_are_the_other_side(made: Made) -> None:
    said = "They wanted the sanctions lifted, and we will not open the border"
    doc, record = made(f"Niger met Chad. {said}, Chad said.", {"Chad": CHAD, "Niger": NIGER}, ((said, "Chad"),))
    assert parties(doc, record) == [["Niger"], ["Chad"]]


def test_they_are_not_where_somebody_went(made: Made) -> None:
    said = "They wanted the sanctions lifted"
    who = {"Chad": CHAD, "Niger": NIGER, "Mali": ("state", "MLI", None, ("Mali",))}
    doc, record = made(f"Niger met Chad and left Mali. {said}, Chad said.", who, ((said, "Chad"),))
    assert parties(doc, record) == [["Niger"]]


def test_they_in_quotation_marks_are_not_the_speakers_own_side(made: Made) -> None:
    said = "They wanted the sanctions lifted"
    both = {"Chad": (*CHAD[:3], ("Chad", "They")), "Niger": (*NIGER[:3], ("Niger", "They"))}
    doc, record = made(f"Niger met Chad. “{said},” Chad said.", both, ((said, "Chad"),))
    assert parties(doc, record) == [["Chad", "Niger"]]
    quoted = replace(record, statements=tuple(replace(one, kind="direct") for one in record.statements))
    assert parties(doc, quoted) == [["Niger"]]


def test_own_conduct_of_somebody_else_is_a_forecast(made: Made) -> None:
    said = "Niger will open the border"
    doc, record = made(f"{said}, Chad said.", {"Chad": CHAD, "Niger": NIGER}, ((said, "Chad"),))
    assert parties(doc, record) == [[]]


def test_the_company_in_its_own_words(made: Made) -> None:
    said = "the company would build a mill"
    doc, record = made(f"Acme said {said}.", {"Acme": ("organization", None, None, ("Acme",))}, ((said, "Acme"),))
    assert parties(doc, record) == [["Acme"]]


def test_nobody_known_no_position(made: Made) -> None:
    doc, record = made("Somebody rejected the plan.", {})
    assert find_positions(doc, record).positions == ()


def test_a_name_in_another_form(made: Made) -> None:
    doc, record = made("Acme Inc. grew. Acme rejected the offer.", {"Acme Inc.": ("organization", None, None, ("Acme Inc",))})
    assert parties(doc, record) == [["Acme Inc."]]
