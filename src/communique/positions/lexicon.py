"""Words that say where a party stands, by lemma and part of speech, with the complements that they need."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from spacy.tokens import Token

from communique.lexicon import known, table
from communique.vocabulary import Stance

Sureness = Literal["sure", "likely", "weak"]
_PARTS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A", "ADP": "A", "SCONJ": "A"}


@dataclass(frozen=True, slots=True)
class Predicate:
    """One row of the table: a word in one use. `negated` is the stance of its negation, None where that says nothing."""

    lemma: str
    part: str
    complements: tuple[str, ...]
    stance: Stance
    negated: Stance | None
    sureness: Sureness


@cache
def predicates() -> dict[tuple[str, str], tuple[Predicate, ...]]:
    """Rows of `predicates.tsv` by lemma and part (V, N, A), in the order of the file."""
    found: dict[tuple[str, str], tuple[Predicate, ...]] = {}
    for lemma, part, complements, stance, negated, sureness in table("positions", "predicates"):
        row = Predicate(
            lemma,
            part,
            tuple(complements.split(",")),
            cast(Stance, stance),
            cast("Stance | None", known(negated)),
            cast(Sureness, sureness),
        )
        found[lemma, part] = (*found.get((lemma, part), ()), row)
    return found


def uses_of(token: Token) -> tuple[Predicate, ...]:
    """The rows that a token's lemma and part of speech may be; none for most."""
    if _is_state(token) and (found := predicates().get((token.lower_, "A"))):
        return found  # `opposed to`, `prepared to` are often tagged as participles
    part = _PARTS.get(token.pos_)
    return predicates().get((token.lemma_.lower(), part), ()) if part else ()


def _is_state(token: Token) -> bool:
    if token.dep_ == "acomp":
        return True
    passive = token.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in token.lefts)
    return passive and not any(c.dep_ == "agent" for c in token.rights)
