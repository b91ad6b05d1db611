"""Questions asked of a dependency tree, on sentences that the parser reads well."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from communique.parse import Doc, tree

Parsed = Callable[..., Doc]


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc.tokens if token.text == text)


def name(token: Token | None) -> str | None:
    return token.text if token is not None else None


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The minister rejected the plan.", "rejected", "minister"),
        ("The plan was rejected by Iran.", "rejected", "plan"),
        ("The minister came and rejected the plan.", "rejected", "minister"),
        ("The minister wants to reject the plan.", "reject", "minister"),
        ("The minister who rejected the plan left.", "rejected", "minister"),
        ("Reject the plan!", "Reject", None),
    ],
)
def test_subject(parsed: Parsed, text: str, verb: str, subject: str | None) -> None:
    assert name(tree.subject(word(parsed(text), verb))) == subject


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The minister rejected the plan.", "rejected", "minister"),
        ("The plan was rejected by Iran.", "rejected", "plan"),
        ("The minister came and rejected the plan.", "rejected", None),
        ("The minister who rejected the plan left.", "rejected", "who"),
    ],
)
def test_a_verbs_own_subject_is_not_shared_or_resolved(parsed: Parsed, text: str, verb: str, subject: str | None) -> None:
    assert name(tree.own_subject(word(parsed(text), verb))) == subject


@pytest.mark.parametrize(
    ("text", "first"), [("Peru, Chile and Brazil signed the pact.", "Peru"), ("Brazil signed the pact.", "Brazil")]
)
def test_the_first_of_a_coordination(parsed: Parsed, text: str, first: str) -> None:
    assert tree.first_conjunct(word(parsed(text), "Brazil")).text == first


@pytest.mark.parametrize(
    ("text", "verb", "passive", "agent"),
    [
        ("The plan was rejected by Iran.", "rejected", True, "Iran"),
        ("The sanctions imposed by Washington remain.", "imposed", True, "Washington"),
        ("Iran rejected the plan.", "rejected", False, None),
    ],
)
def test_passives(parsed: Parsed, text: str, verb: str, passive: bool, agent: str | None) -> None:
    token = word(parsed(text), verb)
    assert (tree.is_passive(token), name(tree.agent(token))) == (passive, agent)


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        ("Iran did not accept the plan.", "accept", True),
        ("Iran never accepted the plan.", "accepted", True),
        ("No deal was signed.", "signed", True),
        ("Iran accepted the plan.", "accepted", False),
    ],
)
def test_negation(parsed: Parsed, text: str, verb: str, negated: bool) -> None:
    assert tree.is_negated(word(parsed(text), verb)) is negated


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        ("The foreign minister of Iran, a cleric, left.", "minister", "The foreign minister of Iran"),
        ("The envoy who resigned left.", "envoy", "The envoy"),
    ],
)
def test_a_noun_phrase_stops_at_clauses(parsed: Parsed, text: str, head: str, phrase: str) -> None:
    doc = parsed(text)
    assert doc.text(tree.noun_phrase(word(doc, head))) == phrase


def test_a_subtree_is_trimmed_of_commas(parsed: Parsed) -> None:
    doc = parsed("The envoy, who resigned, left.")
    assert doc.text(tree.subtree_span(word(doc, "envoy"))) == "The envoy, who resigned"


def test_objects_and_prepositions(parsed: Parsed) -> None:
    doc = parsed("Iran negotiated with envoys from Oman and signed the plan.")
    assert name(tree.direct_object(word(doc, "signed"))) == "plan"
    assert [token.text for token in tree.prepositional(word(doc, "negotiated"), "with")] == ["envoys"]


def test_conjuncts_begin_with_the_token(parsed: Parsed) -> None:
    doc = parsed("Iran, Oman and Qatar agreed.")
    assert [token.text for token in tree.conjuncts(word(doc, "Iran"))] == ["Iran", "Oman", "Qatar"]


def test_a_clause_leaves_out_what_is_coordinated(parsed: Parsed) -> None:
    doc = parsed("Iran rejected the plan and Oman accepted it.")
    assert doc.text(tree.clause_span(word(doc, "rejected"))) == "Iran rejected the plan"
