"""The stage: what a position holds, and the promises every stage keeps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.models.language import load_language
from communique.parse import Doc, parse
from communique.positions import find_positions
from communique.types import Article, MadeBy, Record

Made = Callable[..., tuple[Doc, Record]]

WHO = {
    "Peru": ("state", "PER", None, ("Peru", "Lima")),
    "Chile": ("state", "CHL", None, ("Chile",)),
    "Ana Paz": ("person", "PER", "GOV", ("Ana Paz",)),
}
TEXT = "Ana Paz urged Chile to open the port unless it rains. She said Peru threatened to close the road."


def test_all_that_a_position_holds(made: Made) -> None:
    doc, record = made(TEXT, WHO, (("Peru threatened to close the road", "Ana Paz"),))
    demand, threat = find_positions(doc, record).positions
    assert (demand.id, demand.party, demand.voice, demand.stance, demand.toward) == ("p1", "a1", "a3", "demands", "a2")
    assert demand.issue.label == "opening port"
    assert demand.condition is not None and demand.condition.text == "unless it rains"
    assert demand.evidence.text == TEXT[demand.evidence.span[0] : demand.evidence.span[1]]
    assert demand.told_in is None and demand.status == "current" and not demand.threat
    assert (threat.stance, threat.threat, threat.told_in, threat.voice) == ("pledges", True, "s1", None)
    assert demand.why is not None and demand.why.rule == "urge-v-person"
    assert [TEXT[start:end] for start, end in demand.why.words] == ["urged"]


def test_half_a_bargain_is_an_offer_that_is_talked_of(made: Made) -> None:
    doc, record = made("They spoke of aid in exchange for Peru agreeing to close the mine.", WHO)
    (position,) = find_positions(doc, record).positions
    assert (position.stance, position.status) == ("offers", "hypothetical")


def test_states_are_added_only_where_they_are_parties(made: Made) -> None:
    who = {"Ana Paz": ("person", "PER", "GOV", ("Ana Paz",)), "Bo Lund": ("person", "SWE", "GOV", ("Bo Lund",))}
    doc, record = made("Ana Paz rejected the plan. Bo Lund slept.", who)
    assert [actor.name for actor in find_positions(doc, record).actors] == ["Ana Paz", "Bo Lund", "Peru"]


def test_headline_and_lead_are_one_position(made: Made) -> None:
    doc, record = made("Peru rejects harbour plan\nPeru on Monday rejected the plan for the harbour.\nIt rained.", WHO)
    (position,) = find_positions(doc, record).positions
    assert position.evidence.text.startswith("Peru on Monday")


def test_same_bytes_twice(made: Made) -> None:
    doc, record = made(TEXT, WHO)
    assert find_positions(doc, record) == find_positions(doc, record)


@pytest.mark.parametrize("text", [".", "!!!", "reject", "“”", "that that that", "\n \n", "a" * 500, "should must will " * 50])
def test_hostile_text(made: Made, text: str) -> None:
    doc, record = made(text, {})
    assert find_positions(doc, record).positions == ()


@given(st.lists(st.sampled_from("Peru Chile rejects demands to and if , . ? “ ” we will not the plan".split()), max_size=25))
def test_never_fails_and_spans_fit(words: list[str]) -> None:
    text = " ".join(words) or "x"
    article = Article(id="t", text=text)
    out = find_positions(parse(article, load_language()), Record(article=article, made_by=MadeBy(communique="t")))
    for position in out.positions:
        assert position.evidence.text == text[position.evidence.span[0] : position.evidence.span[1]]
