from __future__ import annotations

import pytest

from communique.positions.merge import issue_words, joined, same_issue, without_headlines
from communique.types import Issue, Phrase, Position
from communique.vocabulary import Stance


def position(start: int, label: str, *, party: str = "a1", stance: Stance = "demands", end: int | None = None) -> Position:
    return Position(
        id="",
        party=party,
        stance=stance,
        issue=Issue(label=label),
        evidence=Phrase(text="", span=(start, end or start + 10)),
        confidence=0.5,
        by="positions.rules.v1",
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("lifting sanctions", "lifting the sanctions", True),
        ("lifting sanctions", "lifting all sanctions", True),
        ("lifting sanctions", "lifting travel ban", False),
        ("gun rights", "free speech", False),
        ("it", "", False),
    ],
)
def test_same_issue(one: str, other: str, same: bool) -> None:
    assert same_issue(issue_words(one), issue_words(other)) is same


def test_retellings_are_joined_to_the_first() -> None:
    told = [position(0, "lifting sanctions"), position(50, "lifting the sanctions"), position(90, "new elections")]
    assert [p.evidence.span[0] for p in joined(told)] == [0, 90]


def test_other_parties_and_stances_stay() -> None:
    told = [position(0, "the ban"), position(50, "the ban", party="a2"), position(90, "the ban", stance="opposes")]
    assert len(joined(told)) == 3


def test_never_two_with_the_same_party_and_evidence() -> None:
    assert len(joined([position(0, "wages"), position(0, "hours"), position(0, "wages", party="a2")])) == 2


def test_a_headline_told_again_in_the_lead_is_left_to_the_lead() -> None:
    told = [position(0, "mill strike"), position(30, "strike at the mill"), position(60, "wages")]
    assert [p.evidence.span[0] for p in without_headlines(told, 20, 50)] == [30, 60]
    assert len(without_headlines([position(0, "mill strike"), position(30, "wages")], 20, 50)) == 2
    assert len(without_headlines(told, 0, 0)) == 3
