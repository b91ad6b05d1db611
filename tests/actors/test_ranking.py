"""The choice between candidates: a table of weights, and nobody among those who may be meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.actors.drafts import Draft
from communique.actors.ranking import KINDS, anaphor, choose, described, nobody, score
from communique.actors.scene import Candidate, Seen, part_of
from communique.lexicon import table
from communique.parse import Doc


def _candidates(doc: Doc, *words: str) -> list[Candidate]:
    out = []
    for word in words:
        token = next(t for t in doc.tokens if t.text == word)
        draft = Draft(word, "person", words=("ada", word.lower()), gender="m")
        seen = Seen(token, 0, -1, part_of(token), (draft,))
        out.append(Candidate((draft,), seen, subject_at=0 if seen.part == "subject" else -1, count=1, names=[seen]))
    return out


def test_every_kind_has_a_weight_for_nobody() -> None:
    rows = {row[0]: row[1:] for row in table("actors", "reference_weights")}
    assert len(rows["nobody"]) == len(KINDS)


def test_who_spoke_last_speaks_on(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Bell said that he thanked Young. He added that it rained.")
    he = next(t for t in doc.tokens if t.text == "He")
    young, bell = described(anaphor(he, "person", 1, -1), _candidates(doc, "Young", "Bell"))
    assert score(bell, "person") > score(young, "person")


def test_nobody_is_chosen_of_nobody(parsed: Callable[..., Doc]) -> None:
    doc = parsed("He smiled.")
    assert choose(anaphor(doc.tokens[0], "person", 0, -1), []) is None


def test_who_says_a_quotation_is_not_meant_in_it(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Bell thanked Young. He smiled.")
    he = next(t for t in doc.tokens if t.text == "He")
    candidates = _candidates(doc, "Young", "Bell")
    said = anaphor(he, "person", 1, -1, tellers=candidates[1].drafts)
    assert "speaks-it" in described(said, candidates)[1]
    assert score(["speaks-it"], "person") < 0


@pytest.mark.parametrize(("text", "extra"), [("It smiled.", "nobody-acts"), ("Its crews smiled.", "nobody-owns")])
def test_features_of_nobody(parsed: Callable[..., Doc], text: str, extra: str) -> None:
    assert extra in nobody(anaphor(parsed(text).tokens[0], "thing", 0, -1))
