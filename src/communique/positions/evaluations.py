"""Approval and disapproval in so many words: `called the test a provocation`, and in speech `the deal is unacceptable`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from communique.lexicon import known, table, words
from communique.parse.tree import direct_object, is_negated, own_subject, subject
from communique.positions.claim import Claim
from communique.positions.lexicon import Sureness
from communique.vocabulary import Stance

_COMPLETING = frozenset("acomp attr oprd xcomp ccomp dobj pobj pcomp prep conj amod advcl".split())


@cache
def evaluations() -> dict[str, tuple[Stance, Stance | None, Sureness]]:
    """Stance, stance when negated, and sureness by lemma, from `evaluations.tsv`."""
    return {
        word: (cast(Stance, stance), cast("Stance | None", known(negated)), cast(Sureness, sureness))
        for word, stance, negated, sureness in table("positions", "evaluations")
    }


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
        stance = None if verb is None else found[1] if is_negated(verb) else found[0]
        if verb is None or stance is None:
            continue
        thing, holder, rule = _judged(token, verb, spoken)
        if thing is not None and _is_issue(thing):
            yield Claim(token, verb, stance, holder, thing, None, f"{rule}-{stance}", found[2])


def _judged(token: Token, verb: Token, spoken: Callable[[int], bool]) -> tuple[Token | None, Token | None, str]:
    """What is judged, by whom (None: whoever speaks), and the rule; nothing where the words judge nothing."""
    if verb.lemma_ in words("positions", "namings"):
        holder = subject(verb)
        return (_named(verb), holder, "name") if holder is not None else (None, None, "")
    predicate = token.head if token.dep_ == "amod" else token
    if verb.lemma_ == "be" and predicate.dep_ in {"acomp", "attr"} and spoken(token.idx):
        return subject(verb), None, "is"
    return None, None, ""


def _is_issue(thing: Token) -> bool:
    """False for people, who are called names, and for facts denied."""
    return thing.ent_type_ != "PERSON" and thing.lemma_ not in words("positions", "no_issues")


def _verb_over(token: Token) -> Token | None:
    """The verb that an evaluating word completes, through `as` and coordination."""
    current = token
    for _ in range(4):
        if current.dep_ not in _COMPLETING:
            return None
        current = current.head
        if current.pos_ in {"VERB", "AUX"}:
            return current
    return None


def _named(verb: Token) -> Token | None:
    """What is called something: the object, or the subject of the small clause that it is often read as."""
    for child in verb.rights:
        if child.dep_ in {"ccomp", "xcomp"}:
            thing = own_subject(child)
            if thing is not None:
                return thing
    return direct_object(verb)
