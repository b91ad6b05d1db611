from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.dossier.events import compatible, find_events
from communique.dossier.held import Held

A = "Norway fired a signal rocket over the Icelandic trawler fleet off Jan Mayen."
B = "Norway has fired a rocket over Icelandic trawlers near Jan Mayen, the coast guard's log shows."


def test_one_event_in_two_reports_is_one(held: Callable[..., Held]) -> None:
    a = held("a", A, events=[("fired", "MOBILIZE", "NOR", "2031-05-05")])
    b = held("b", B, events=[("fired", "MOBILIZE", "NOR", "2031-05-05")])
    (event,) = find_events([a, b])
    assert event.type == "MOBILIZE"
    assert event.actors == ("Norway",)
    assert event.outlets == 2
    assert event.corroborated
    assert event.days == ("2031-05-05", "2031-05-05")


def test_two_launches_on_two_days_are_two(held: Callable[..., Held]) -> None:
    a = held("a", A, events=[("fired", "MOBILIZE", "NOR", "2031-05-05")])
    b = held("b", B, day="2031-05-22", events=[("fired", "MOBILIZE", "NOR", "2031-05-21")])
    assert [len(event.tellings) for event in find_events([a, b])] == [1, 1]


def test_two_states_do_not_do_one_deed(held: Callable[..., Held]) -> None:
    a = held("a", "Norway condemned the rocket launch off Jan Mayen.", events=[("condemned", "ACCUSE", "NOR", None)])
    b = held("b", "Iceland condemned the rocket launch off Jan Mayen.", events=[("condemned", "ACCUSE", "ISL", None)])
    assert len(find_events([a, b])) == 2


def test_a_sentence_tells_an_event_that_its_record_lacks(held: Callable[..., Held]) -> None:
    a = held("a", A, events=[("fired", "MOBILIZE", "NOR", "2031-05-05")])
    (event,) = find_events([a, held("b", B)])
    assert [telling.event for telling in event.tellings] == ["e0", None]
    assert not event.corroborated


def test_a_copy_corroborates_nothing(held: Callable[..., Held]) -> None:
    events = [("fired", "MOBILIZE", "NOR", "2031-05-05")]
    (event,) = find_events([held("a", A, events=events), held("b", A, events=events, copy_of="a")])
    assert event.outlets == 1
    assert not event.corroborated


def test_what_is_only_planned_is_not_corroborated(held: Callable[..., Held]) -> None:
    events = [("fired", "MOBILIZE", "NOR", "2031-05-05")]
    (event,) = find_events([held("a", A, events=events), held("b", B, events=events, status="planned")])
    assert not event.corroborated


def test_two_events_of_one_sentence_have_two_ids(held: Callable[..., Held]) -> None:
    events = [("met", "CONSULT", "NOR", None), ("condemned", "ACCUSE", "NOR", None)]
    found = find_events([held("a", "Norway met the fleet owners and condemned the launch.", events=events)])
    assert len({event.id for event in found}) == 2


def test_ids_do_not_hang_on_what_else_is_held(held: Callable[..., Held]) -> None:
    a = held("a", A, events=[("fired", "MOBILIZE", "NOR", "2031-05-05")])
    z = held("z", "Peru signed a copper treaty.", events=[("signed", "AGREE", "PER", None)], story="copper")
    assert find_events([a])[0].id in {event.id for event in find_events([a, z])}


@pytest.mark.parametrize(("a", "b", "same"), [("AGREE", "AGREE", True), ("SANCTION", "COERCE", True), ("AID", "ACCUSE", False)])
def test_types_that_may_be_one(a: str, b: str, same: bool) -> None:
    assert compatible(a, b) is same
