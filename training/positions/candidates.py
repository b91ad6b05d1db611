"""Where a position may be told: verbs and stance nouns, each with the clause around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from communique.parse.tree import subtree_span, trimmed
from communique.positions.claim import Claim
from communique.positions.evidence import evidence_of
from communique.positions.holders import clause_head, owner_of
from communique.positions.lexicon import predicates
from communique.vocabulary import Span

_HELPERS = frozenset({"aux", "auxpass"})
_NOT_OF_CLAUSE = frozenset({"parataxis", "cc", "punct", "conj", "mark", "advcl", "prep", "npadvmod", "advmod", "intj"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may tell a position: `span` is the characters of its clause, `claim` what rules make of it."""

    head: Token
    span: Span
    claim: Claim | None = None


def find_candidates(tokens: SpacyDoc, claims: Sequence[Claim]) -> list[Candidate]:
    """One candidate for each claim of the rules, other verb of a clause and owned stance noun, in the order of the text."""
    taken = {token.i for claim in claims for token in (claim.cue, claim.head)}
    found = [Candidate(claim.cue, evidence_of(claim), claim) for claim in claims]
    for token in tokens:
        if token.i in taken:
            continue
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in _HELPERS:
            found.append(Candidate(token, clause_of(token)))
        elif token.pos_ == "NOUN" and (token.lemma_, "N") in predicates() and owner_of(token) is not None:
            found.append(Candidate(token, subtree_span(token)))
    return sorted(found, key=lambda one: (one.head.i, one.span))


def clause_of(verb: Token) -> Span:
    """Characters of a verb's clause: from its subject to the end of its complements, without what is coordinated with it."""
    first, last = verb, verb
    for child in verb.lefts:
        if child.dep_ not in _NOT_OF_CLAUSE and child.dep_ != "ccomp":
            first = min(first, child.left_edge, key=lambda token: token.i)
    for child in verb.rights:
        if child.dep_ in {"punct", "parataxis", "cc"}:
            continue
        if child.dep_ == "conj":
            break
        last = max(last, child.right_edge, key=lambda token: token.i)
    return trimmed(first, last)


def governor(token: Token) -> Token:
    """The verb over a word's own clause, itself for the head of a sentence."""
    own = clause_head(token)
    return clause_head(own.head) if own.head is not own else own
