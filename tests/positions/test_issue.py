from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.positions.issue import gerund, issue_label


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("They want the lifting of all the sanctions.", "sanctions", "sanctions"),
        ("They oppose the new border tax.", "tax", "new border tax"),
        ("They reject talks with the rebels.", "talks", "talks with rebels"),
        ("They reject its offer.", "offer", "offer"),
        ("They welcome Norway's decision.", "decision", "Norway's decision"),
        ("They vowed to lift the sanctions.", "lift", "lifting sanctions"),
        ("They vowed not to cut aid.", "cut", "cutting aid"),
        ("They plan to pull out of the pact.", "pull", "pulling out of pact"),
        ("They must give up all of the sanctions.", "give", "giving up sanctions"),
        ("They oppose anti-dumping duties.", "duties", "anti-dumping duties"),
        ("They backed the new port plan. They oppose the plan.", "plan", "new port plan"),
        ("They oppose the plan to buy fish.", "plan", "buying fish"),
        ("They rejected the offer of direct talks.", "offer", "direct talks"),
        ("They rejected an offer of it.", "offer", "offer"),
        ("They oppose a decision to do it.", "decision", "decision to do"),
        ("They welcome the decision not to sell the port.", "decision", "decision not to sell port"),
        ("They welcome Norway's decision not to sell the port.", "decision", "Norway's decision"),
        ("They want to hold direct talks.", "hold", "direct talks"),
        ("The unions will co-ordinate any action.", "co", "co-ordinating action"),
        ("A new storm hit. They feared the storm.", "storm", "storm"),
        ("They vowed to go.", "go", None),
        ("They vowed to do it.", "do", None),
        ("They reject it.", "it", None),
    ],
)
def test_labels(parsed: Callable[..., Doc], text: str, word: str, label: str | None) -> None:
    token = [t for t in parsed(text).tokens if t.text == word][-1]
    assert issue_label(token) == label


def test_labels_are_short(parsed: Callable[..., Doc]) -> None:
    text = "They oppose the plan for a new bridge over the river near the old market in the north of the town."
    label = issue_label(next(t for t in parsed(text).tokens if t.text == "plan"))
    assert label is not None and 2 <= len(label.split()) <= 8


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("lift", "lifting"), ("cut", "cutting"), ("make", "making"), ("tie", "tying"), ("see", "seeing"), ("be", "being")],
)
def test_gerunds(lemma: str, form: str) -> None:
    assert gerund(lemma) == form
