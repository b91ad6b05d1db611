from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.positions.evaluations import find_evaluations
from communique.positions.modals import find_modals


def always(_: int) -> bool:
    return True


def never(_: int) -> bool:
    return False


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Niger must open the border.", ["demands"]),
        ("Niger should open the border.", ["demands"]),
        ("The council needs to act.", ["demands"]),
        ("We must open the border.", ["supports"]),
        ("The border should be opened.", ["supports"]),
        ("The border should not be opened.", ["opposes"]),
        ("We will open the border.", ["pledges"]),
        ("We will not open the border.", ["refuses"]),
        ("We cannot open the border.", ["refuses"]),
        ("The army cannot open the border.", []),
        ("You must open the border.", []),
        ("It should rain.", []),
        ("We will be happy.", []),
        ("If we must open the border, we go.", []),
        ("Must Niger open the border?", []),
    ],
)
def test_speech(parsed: Callable[..., Doc], text: str, stances: list[str]) -> None:
    assert [claim.stance for claim in find_modals(parsed(text).tokens, always)] == stances


def test_narration_only_tells_plans(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Niger must open the border. We will open the border. The workers will leave. The party is to scrap the fee.")
    assert [(c.stance, c.rule) for c in find_modals(doc.tokens, never)] == [("pledges", "is-to")]
    doc = parsed("Niger will open the border.")
    assert [(c.stance, c.own) for c in find_modals(doc.tokens, never)] == [("pledges", False)]


def test_own_conduct_counts_only_for_the_speaker(parsed: Callable[..., Doc]) -> None:
    claims = list(find_modals(parsed("Niger will open the border. Niger must open the border.").tokens, always))
    assert [claim.own for claim in claims] == [True, False]
    assert claims[1].holder is None and claims[1].toward is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway called the test a provocation.", [("opposes", "Norway", "test")]),
        ('Norway described the law as "unacceptable".', [("opposes", "Norway", "law")]),
        ("The launch was unacceptable.", [("opposes", None, "launch")]),
        ("The treaty is vital.", [("supports", None, "treaty")]),
        ("The treaty is not vital.", []),
        ("The treaty is not acceptable.", [("opposes", None, "treaty")]),
        ("Ada Poe is a disgrace.", []),
        ("The treaty is not a mistake.", []),
        ("The claims were wrong.", []),
        ("The weather is wet.", []),
    ],
)
def test_evaluations(parsed: Callable[..., Doc], text: str, found: list[tuple[str, str | None, str]]) -> None:
    claims = find_evaluations(parsed(text).tokens, always)
    assert [(c.stance, c.holder.text if c.holder else None, c.issue.text) for c in claims] == found


def test_evaluations_by_be_need_a_speaker(parsed: Callable[..., Doc]) -> None:
    assert not list(find_evaluations(parsed("The launch was unacceptable.").tokens, never))
