from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.positions.holders import clause_head, holder_of, joint_holder, members
from communique.positions.pronouns import antecedents, is_other, is_speaker, teller


@pytest.mark.parametrize(
    ("text", "word", "part", "holder"),
    [
        ("Chad rejected the plan.", "rejected", "V", "Chad"),
        ("The plan was rejected by Chad.", "rejected", "V", "Chad"),
        ("The plan was rejected.", "rejected", "V", None),
        ("Chad came home and rejected the plan.", "rejected", "V", "Chad"),
        ("Chad issued a statement, rejecting the plan.", "rejecting", "V", "Chad"),
        ("Its refusal to pay angered banks.", "refusal", "N", "Its"),
        ("Opposition from unions to the plan grew.", "Opposition", "N", "unions"),
        ("Ministers made an offer to pay.", "offer", "N", "Ministers"),
        ("They met at the request of Chad.", "request", "N", "Chad"),
        ("Ministers withdrew proposals to tax bread.", "proposals", "N", None),
        ("Chad is ready to talk.", "ready", "A", "Chad"),
        ("They left Chad open to attack.", "open", "A", None),
        ("The unions are against the cuts.", "against", "A", "unions"),
        ("They ran against the wind.", "against", "A", None),
    ],
)
def test_holders(parsed: Callable[..., Doc], text: str, word: str, part: str, holder: str | None) -> None:
    token = next(t for t in parsed(text).tokens if t.text == word)
    found = holder_of(token, part)
    assert (found.text if found is not None else None) == holder


def test_members_joint_and_clause(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Leaders of Chad and Niger signed a pact with Mali.")
    by_text = {token.text: token for token in doc.tokens}
    assert [token.text for token in members(by_text["Leaders"])] == ["Chad", "Niger"]
    assert members(by_text["pact"]) == []
    joint = joint_holder(by_text["signed"])
    assert joint is not None and joint.text == "Mali"
    assert clause_head(by_text["pact"]).text == "signed"


@pytest.mark.parametrize(
    ("text", "pronoun", "nouns"),
    [
        ("The union said it would strike.", "it", ["union"]),
        ("The unions said they would strike.", "they", ["unions"]),
        ("The bank raised its offer for the mill.", "its", ["bank"]),
        ("The company grew. It pledged to build a mill.", "It", ["company"]),
        ("The companies grew. It rained.", "It", []),
        ("She said it would rain.", "it", []),
    ],
)
def test_antecedents(parsed: Callable[..., Doc], text: str, pronoun: str, nouns: list[str]) -> None:
    token = [t for t in parsed(text).tokens if t.text == pronoun][-1]
    assert [noun.text for noun in antecedents(token)][:1] == nouns


def test_nobody_calls_himself_it(parsed: Callable[..., Doc]) -> None:
    token = next(t for t in parsed("The union said it would strike.").tokens if t.text == "it")
    assert list(antecedents(token, quoted=True)) == []


def test_speakers(parsed: Callable[..., Doc]) -> None:
    we, they, told = parsed("We know. They left. The mayor said that taxes rose.").tokens[0], None, None
    doc = parsed("The mayor said that they rose.")
    they = next(t for t in doc.tokens if t.text == "they")
    told = teller(they)
    assert is_speaker(we) and not is_speaker(they)
    assert is_other(they) and not is_other(we)
    assert told is not None and told.text == "mayor"
    assert teller(doc.tokens[1]) is None
