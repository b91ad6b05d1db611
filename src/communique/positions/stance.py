"""From stance words to claims: which use a word has here, who holds the stance, and what negation and mood make of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from communique.lexicon import words
from communique.parse.tree import conjuncts, is_negated
from communique.positions.claim import Claim
from communique.positions.frames import Complement, complements, is_infinitive
from communique.positions.holders import clause_head, holder_of, joint_holder
from communique.positions.lexicon import Predicate, uses_of
from communique.vocabulary import Stance

_NOT_DONE = frozenset({"may", "might", "could", "must", "should", "ought"})
_CONDITIONAL = frozenset({"if", "unless", "whether"})


def find_stances(tokens: SpacyDoc) -> Iterator[Claim]:
    """Claims from the stance words of a text, in its order. What one word governs ("agreed to support") is not told twice."""
    governed: set[int] = set()
    for token in tokens:
        uses = uses_of(token)
        if not uses or token.i in governed or not _is_told(token):
            continue
        found = complements(token)
        for use in uses:
            complement = next((found[kind] for kind in use.complements if kind in found), None)
            claim = _claim(token, use, complement) if complement else None
            if claim is not None:
                governed.add(claim.issue.i)
                yield from _each_issue(claim)
                break


def _each_issue(claim: Claim) -> Iterator[Claim]:
    """The claim once for each of several coordinated issues (`supports gun rights and free speech`)."""
    issues = [issue for issue in conjuncts(claim.issue) if issue.pos_ == claim.issue.pos_ and _is_full(issue)]
    if len(issues) < 2 or issues[0] is not claim.issue:
        yield claim
        return
    for issue in issues:
        yield replace(claim, issue=issue, split=True)


def _is_full(issue: Token) -> bool:
    """False for a bare noun, which shares its neighbour's modifiers (`police violence and misconduct`)."""
    return issue.pos_ == "VERB" or any(c.dep_ in {"amod", "compound", "poss", "prep", "nummod"} for c in issue.children)


def _claim(token: Token, use: Predicate, complement: Complement) -> Claim | None:
    stance = _polar(token, use)
    if stance is None or not _is_issue(complement.issue, stance):
        return None
    head = clause_head(token)
    holder = holder_of(token, use.part)
    if holder is None or holder.i == complement.issue.i:
        return None
    joint = joint_holder(token) if stance == "accepts" else None
    threat = token.lemma_.startswith("threat") or complement.kind == "unless"
    rule = f"{use.lemma}-{use.part}-{complement.kind}".lower()
    return Claim(token, head, stance, holder, complement.issue, complement.toward, rule, use.sureness, threat, joint=joint)


def _is_issue(issue: Token, stance: Stance) -> bool:
    """False for silence, for facts denied, and for people who are opposed or refused themselves."""
    if (stance != "demands" and issue.lemma_ in words("positions", "no_issues")) or (
        stance == "refuses" and issue.lemma_ in words("positions", "silences")
    ):
        return False
    if stance == "demands" and issue.lemma_ in {"comment", "interview"}:
        return False
    return issue.ent_type_ not in {"PERSON", "NORP"} or stance in {"supports", "accepts"}


def _polar(token: Token, use: Predicate) -> Stance | None:
    """The stance, turned round where the word or its light verb is negated; None where that says nothing."""
    verb = token if token.pos_ in {"VERB", "AUX"} else token.head
    # `They left without signing a pact`: no assent, and not yet a refusal.
    if any(c.lower_ == "yet" for c in verb.children) or (verb.dep_ == "pcomp" and verb.head.lower_ == "without"):
        return None
    negated = is_negated(verb) or (use.part != "V" and any(c.dep_ == "neg" or c.lower_ == "no" for c in token.lefts))
    return use.negated if negated else use.stance


def _is_told(token: Token) -> bool:
    """False in questions, conditions, mere possibilities, duties and purposes, and for attributes (`the demanded steps`)."""
    if token.dep_ in {"amod", "compound", "aux", "auxpass", "csubj"} or token.sent[-1].text == "?":
        return False
    verb = clause_head(token)
    modal = next((c.lower_ for c in verb.lefts if c.dep_ == "aux" and c.lower_ in _NOT_DONE), None)
    if modal is not None and not (modal == "could" and is_negated(verb)):
        return False
    if verb.dep_ in {"advcl", "ccomp"} and any(c.dep_ == "mark" and c.lower_ in _CONDITIONAL for c in verb.lefts):
        return False
    return not is_infinitive(verb) or (verb.dep_ == "xcomp" and verb.head.lemma_ in words("positions", "carriers"))
