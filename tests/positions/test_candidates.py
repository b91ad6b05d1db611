from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.lookup import Lookup
from communique.parse import Doc
from communique.positions import claims
from communique.positions.candidates import Candidate, clause_of, find_candidates, governor
from communique.types import Record

Made = Callable[..., tuple[Doc, Record]]


def candidates(doc: Doc, record: Record) -> list[Candidate]:
    return find_candidates(doc.tokens, claims(doc, Lookup(record)))


def test_claims_come_with_what_rules_make_of_them(made: Made) -> None:
    (found,) = candidates(*made("Chad rejected the plan.", {}))
    assert (found.head.text, found.claim and found.claim.stance) == ("rejected", "refuses")


def test_other_verbs_of_clauses_but_no_auxiliaries(made: Made) -> None:
    found = candidates(*made("The envoy has left and the minister was told.", {}))
    assert [(one.head.text, one.claim) for one in found] == [("left", None), ("told", None)]


def test_owned_stance_nouns(made: Made) -> None:
    found = candidates(*made("The ministry's refusal has angered the unions.", {}))
    assert "refusal" in [one.head.text for one in found]
    assert "refusal" not in [one.head.text for one in candidates(*made("A refusal has angered the unions.", {}))]


@pytest.mark.parametrize(
    ("text", "verb", "clause"),
    [
        ("The dam will flood the valley and the mayor left.", "flood", "The dam will flood the valley"),
        ("On Monday the union said the offer was poor.", "said", "the union said the offer was poor"),
    ],
)
def test_clause_of(parsed: Callable[[str], Doc], text: str, verb: str, clause: str) -> None:
    doc = parsed(text)
    token = next(token for token in doc.tokens if token.text == verb)
    assert doc.text(clause_of(token)) == clause


def test_governor_is_the_verb_over_the_clause(parsed: Callable[[str], Doc]) -> None:
    tokens = parsed("The union said the offer was poor.").tokens
    assert [governor(token).text for token in tokens if token.text in {"was", "said"}] == ["said", "said"]
