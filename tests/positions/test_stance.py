"""Which stance words say what: one small sentence a phenomenon, told as (stance, holder, issue)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.positions.issue import issue_label
from communique.positions.stance import find_stances


def told(doc: Doc) -> list[tuple[str, str, str | None]]:
    return [(c.stance, c.holder.text if c.holder else "-", issue_label(c.issue)) for c in find_stances(doc.tokens)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Norway demanded the release of the crew.", [("demands", "Norway", "release of crew")]),
        ("Kenya urged Uganda to lift the ban.", [("demands", "Kenya", "lifting ban")]),
        ("Kenya called on Uganda to lift the ban.", [("demands", "Kenya", "lifting ban")]),
        ("Kenya has called for the ban to be dropped.", [("demands", "Kenya", "dropping ban")]),
        ("Kenya demanded an explanation.", [("demands", "Kenya", "explanation")]),
        ("Kenya has accepted an explanation.", []),
        ("Peru insists that the league include the ports.", [("demands", "Peru", "including ports")]),
        ("Peru insists that the leagues include the ports.", []),
        ("Chad signed on to the treaty.", [("accepts", "Chad", "treaty")]),
        ("Chad ended the talks without signing a treaty.", []),
        ("They called on poor nations to commit themselves to peace.", [("demands", "They", "committing to peace")]),
        ("Peru wants the tariffs lifted.", [("demands", "Peru", "lifting tariffs")]),
        ("Peru offered to share the water.", [("offers", "Peru", "sharing water")]),
        ("Peru is prepared to share the water.", [("offers", "Peru", "sharing water")]),
        ("Chad agreed to a ceasefire.", [("accepts", "Chad", "ceasefire")]),
        ("Chad refused to sign the treaty.", [("refuses", "Chad", "signing treaty")]),
        ("Chad ruled out new elections.", [("refuses", "Chad", "new elections")]),
        ("The plan was rejected by Chad.", [("refuses", "Chad", "plan")]),
        ("The minister vowed to close the camps.", [("pledges", "minister", "closing camps")]),
        ("Ghana supports the truce.", [("supports", "Ghana", "truce")]),
        ("Ghana is opposed to the dam.", [("opposes", "Ghana", "dam")]),
        ("Ghana condemned the raid.", [("opposes", "Ghana", "raid")]),
        ("The unions are against the cuts.", [("opposes", "unions", "cuts")]),
        ("Togo's refusal to pay the fees angered banks.", [("refuses", "Togo", "paying fees")]),
        ("Ministers voiced support for the bridge.", [("supports", "Ministers", "bridge")]),
    ],
)
def test_words_show_a_stance(parsed: Callable[..., Doc], text: str, claims: list[tuple[str, str, str]]) -> None:
    assert told(parsed(text)) == claims


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Ghana does not support the truce.", ["opposes"]),
        ("Chad will not accept the plan.", ["refuses"]),
        ("Peru is not ready to share the water.", ["refuses"]),
        ("Chad did not rule out new elections.", []),
        ("Chad could not agree to leave the port.", ["refuses"]),
        ("Chad could agree to leave the port.", []),
        ("Kenya did not demand the money.", []),
        ("The two sides have not yet agreed to a truce.", []),
    ],
)
def test_negation_turns_or_silences(parsed: Callable[..., Doc], text: str, stances: list[str]) -> None:
    assert [claim[0] for claim in told(parsed(text))] == stances


@pytest.mark.parametrize(
    "text",
    [
        "Chad declined to comment.",
        "Did Chad reject the plan?",
        "If Chad rejects the plan, the talks end.",
        "Chad might accept the plan.",
        "Chad should accept the plan.",
        "The minister rejected claims of fraud.",
        "The demanded steps came late.",
        "It rained in Chad.",
        "",
    ],
)
def test_no_stance(parsed: Callable[..., Doc], text: str) -> None:
    assert told(parsed(text)) == []


def test_what_one_word_governs_is_not_told_twice(parsed: Callable[..., Doc]) -> None:
    assert told(parsed("Chad agreed to support the mission.")) == [("accepts", "Chad", "supporting mission")]


def test_several_issues_are_several_claims(parsed: Callable[..., Doc]) -> None:
    found = told(parsed("The unions demanded higher wages and shorter hours."))
    assert [claim[2] for claim in found] == ["higher wages", "shorter hours"]


def test_threats_are_marked(parsed: Callable[..., Doc]) -> None:
    claims = list(find_stances(parsed("Chad threatened to close the border. Chad promised to open the road.").tokens))
    assert [claim.threat for claim in claims] == [True, False]


def test_the_one_asked_is_kept(parsed: Callable[..., Doc]) -> None:
    claim = next(find_stances(parsed("Kenya urged Uganda to lift the ban.").tokens))
    assert claim.toward is not None and claim.toward.text == "Uganda"


def test_both_sides_of_a_deal(parsed: Callable[..., Doc]) -> None:
    claim = next(find_stances(parsed("Chad signed a trade deal with Niger.").tokens))
    assert claim.joint is not None and claim.joint.text == "Niger"
