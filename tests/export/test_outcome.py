"""The outcome comes from events and positions, and says nothing where they do not."""

from __future__ import annotations

from typing import Any

import pytest

from communique.export.outcome import outcome
from communique.types import Actor, Furniture, Mention, When

ARLAND = Actor(id="a1", name="Arland", kind="state", country="ARL")
BORDURIA = Actor(id="a2", name="Borduria", kind="state", country="BOR")
SIDES = Actor(id="a3", name="the two sides", kind="group")
EXPERTS = Actor(id="a4", name="experts", kind="group")
BOTH = {"actors": ("a1", "a2")}
ONE_TO_OTHER = {"actors": ("a1",), "recipients": ("a2",)}


@pytest.mark.parametrize(
    ("text", "type", "trigger", "fields", "expected"),
    [
        ("They signed a treaty.", "AGREE", "signed", {}, "agreement — ‘signed’ (Arland, Borduria)"),
        ("They will sign a treaty.", "AGREE", "sign", {"status": "planned"}, "agreement planned — ‘sign’ (Arland, Borduria)"),
        ("The deal was off.", "AGREE", "deal", {"status": "cancelled"}, "no agreement — ‘deal’ (Arland, Borduria)"),
        ("Talks ended without any deal.", "REJECT", "ended without", {}, "no agreement — ‘ended without’ (Arland, Borduria)"),
        ("They left without signing a text.", "REJECT", "signing", {}, "no agreement — ‘without signing’ (Arland, Borduria)"),
        ("They failed to reach a deal.", "REJECT", "failed", {}, "no agreement — ‘failed’ (Arland, Borduria)"),
        ("They couldn’t agree.", "REJECT", "agree", {}, "no agreement — ‘couldn’t agree’ (Arland, Borduria)"),
        ("It rejected the plan.", "REJECT", "rejected", ONE_TO_OTHER, "rejected — ‘rejected’ (Arland → Borduria)"),
        ("They met in Geneva.", "CONSULT", "met", {}, "talks held — ‘met’ (Arland, Borduria)"),
        ("Talks called off.", "CONSULT", "Talks", {"status": "cancelled"}, "talks called off — ‘Talks’ (Arland, Borduria)"),
        ("They agreed.", "AGREE", "agreed", {"actors": ("a3",)}, "agreement — ‘agreed’ (the two sides)"),
        # Not told: one side alone, only possible, denied in the words before, another type, another status.
        ("It promised aid.", "AGREE", "promised", {"actors": ("a1",)}, None),
        ("They might sign.", "AGREE", "sign", {"status": "hypothetical"}, None),
        ("They have not reached a deal.", "AGREE", "reached", {}, None),
        ("They didn’t meet.", "CONSULT", "meet", {}, None),
        ("It promised aid to Borduria.", "AGREE", "promised", ONE_TO_OTHER, None),
        ("They failed to find the wreck.", "REJECT", "failed", {}, None),
        ("Experts agreed.", "AGREE", "agreed", {"actors": ("a4",)}, None),
        ("They met the experts.", "CONSULT", "met", {"actors": ("a1", "a4")}, None),
        ("They had signed a treaty.", "AGREE", "signed", {}, None),
        ("It previously rejected the plan.", "REJECT", "rejected", ONE_TO_OTHER, None),
        ("It accused them.", "ACCUSE", "accused", {}, None),
        ("It will reject it.", "REJECT", "reject", {"status": "planned"}, None),
        ("It failed, and they signed.", "AGREE", "signed", {}, "agreement — ‘signed’ (Arland, Borduria)"),
    ],
)  # fmt: skip
def test_outcome_of_one_event(build, text: str, type: str, trigger: str, fields: dict[str, Any], expected: str | None) -> None:
    event = build.event(1, type, trigger, text=text, **{**BOTH, **fields})
    told = outcome(build.record(text, actors=(ARLAND, BORDURIA, SIDES, EXPERTS), events=(event,)))
    assert str(told) == f"Outcome: {expected or 'not told'}"
    assert text[slice(*told.span)] == told.words


def test_no_events_no_outcome(build) -> None:
    told = outcome(build.record("Nothing happened."))
    assert (str(told), told.entry) == ("Outcome: not told", None)


def test_agreement_comes_before_talks_and_the_report_before_a_source(build) -> None:
    text = "They met. They signed a deal. They agreed, she said."
    met, signed = build.event(1, "CONSULT", "met", text=text, **BOTH), build.event(2, "AGREE", "signed", text=text, **BOTH)
    agreed = build.event(3, "AGREE", "agreed", text=text, told_in="s1", status="claimed", **BOTH)
    assert outcome(build.record(text, events=(met, agreed, signed))).entry is signed
    assert outcome(build.record(text, events=(met, agreed))).entry is agreed


def test_what_a_source_tells_names_the_source(build) -> None:
    text = "“They signed,” said Ana Sato."
    speaker = Mention(text="Ana Sato", span=build.at("Ana Sato", text))
    statement = build.statement(1, "“They signed,”", text=text, speaker=speaker)
    event = build.event(1, "AGREE", "signed", text=text, told_in="s1", **BOTH)
    record = build.record(text, actors=(ARLAND, BORDURIA), statements=(statement,), events=(event,))
    assert str(outcome(record)) == "Outcome: agreement, according to Ana Sato — ‘signed’ (Arland, Borduria)"


def test_told_by_a_source_past_perfect_is_no_background(build) -> None:
    text = "He regretted that they had not reached an agreement."
    event = build.event(1, "REJECT", "reached", text=text, told_in="s1", **BOTH)
    assert outcome(build.record(text, events=(event,))).words == "not reached"
    assert outcome(build.record(text, events=(build.event(1, "REJECT", "reached", text=text, **BOTH),))).entry is None


def test_a_source_that_says_they_met_is_no_outcome(build) -> None:
    text = "“We met,” said Ana Sato."
    event = build.event(1, "CONSULT", "met", text=text, told_in="s1", **BOTH)
    assert outcome(build.record(text, actors=(ARLAND, BORDURIA), events=(event,))).entry is None


@pytest.mark.parametrize(
    ("start", "published", "told"),
    [
        ("2024-03-10", "2024-03-15", True),
        ("2018-06-12", "2024-03-15", False),
        ("2018", "2024-03-15", False),
        ("2024", "2024-03-15", True),
        ("2018-06-12", None, True),
    ],
)
def test_old_agreements_are_background(build, start: str, published: str | None, told: bool) -> None:
    text = "They signed a treaty."
    event = build.event(1, "AGREE", "signed", text=text, when=When(start=start, end=start), **BOTH)
    assert (outcome(build.record(text, published=published, events=(event,))).entry is event) is told


def test_only_the_lead_tells_the_outcome(build) -> None:
    text = "Filler words. " * 200 + "They signed a treaty."
    event = build.event(1, "AGREE", "signed", text=text, **BOTH)
    assert outcome(build.record(text, events=(event,))).entry is None
    advert = (Furniture(kind="advert", span=(0, len("Filler words. ") * 200)),)
    assert outcome(build.record(text, events=(event,), furniture=advert)).entry is event


def test_positions_stand_in_where_the_report_itself_tells_them(build) -> None:
    text = "Arland refused to open the dam."
    refusal = build.position(1, "a1", "refuses", "opening the dam", "refused to open the dam", text=text, toward="a2")
    record = build.record(text, actors=(ARLAND,), positions=(refusal,))
    assert str(outcome(record)) == "Outcome: refused: opening the dam — ‘refused to open the dam’ (Arland)"
    alone = build.position(1, "a1", "refuses", "opening the dam", "refused to open the dam", text=text)
    assert outcome(build.record(text, positions=(alone,))).entry is None
    demand = build.position(1, "a1", "demands", "opening the dam", "open the dam", text=text, toward="a2")
    assert outcome(build.record(text, positions=(demand,))).entry is None
