"""Approval and disapproval in so many words: `called the test a provocation`, and in speech `the deal is unacceptable`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from communique.lexicon import table, words
from communique.parse.tree import direct_object, is_negated, subject
from communique.positions.claim import Claim
from communique.positions.lexicon import Sureness
from communique.vocabulary import Stance


@cache
def evaluations() -> dict[str, tuple[Stance, Sureness]]:
    """Stance and sureness by lemma, from `evaluations.tsv`."""
    rows = table("positions", "evaluations")
    return {word: (cast(Stance, stance), cast(Sureness, sureness)) for word, stance, sureness in rows}


def find_evaluations(tokens: SpacyDoc, spoken: Callable[[int], bool]) -> Iterator[Claim]:
    """Claims from words of approval and disapproval, in the order of the text.

    Args:
        spoken: whether a character lies in what somebody says.
    """
    for token in tokens:
        found = evaluations().get(token.lemma_.lower())
        if found is None or token.pos_ not in {"ADJ", "NOUN", "VERB"} or token.sent[-1].text == "?":
            continue
        verb = _verb_over(token)
        if verb is None or (is_negated(verb) and found[0] == "opposes"):
            continue
        stance: Stance = "opposes" if is_negated(verb) else found[0]
        sureness = found[1]
        if verb.lemma_ in words("positions", "namings"):
            thing, holder = _named(verb), subject(verb)
            if thing is not None and holder is not None:
                yield Claim(token, verb, stance, holder, thing, None, f"name-{stance}", sureness)
        elif verb.lemma_ == "be" and token.dep_ in {"acomp", "attr"} and spoken(token.idx):
            thing = subject(verb)
            if thing is not None and thing.lemma_ not in words("positions", "no_issues"):
                yield Claim(token, verb, stance, None, thing, None, f"is-{stance}", sureness)


def _verb_over(token: Token) -> Token | None:
    """The verb that an evaluating word completes, through `as` and coordination."""
    current = token
    for _ in range(4):
        if current.dep_ not in {
            "acomp",
            "attr",
            "oprd",
            "xcomp",
            "ccomp",
            "dobj",
            "pobj",
            "pcomp",
            "prep",
            "conj",
            "amod",
            "advcl",
        }:
            return None
        current = current.head
        if current.pos_ in {"VERB", "AUX"}:
            return current
    return None


def _named(verb: Token) -> Token | None:
    """What is called something: the object, or the subject of the small clause that it is often read as."""
    for child in verb.rights:
        if child.dep_ in {"ccomp", "xcomp"}:
            thing = next((c for c in child.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
            if thing is not None:
                return thing
    return direct_object(verb)
