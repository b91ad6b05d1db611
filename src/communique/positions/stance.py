"""From stance words to claims: which use a word has here, who holds the stance, and what negation and mood make of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from communique.lexicon import words
from communique.parse.tree import agent, is_negated, is_passive, subject
from communique.positions.claim import Claim
from communique.positions.frames import Complement, complements, is_infinitive
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
                yield claim
                break


def _claim(token: Token, use: Predicate, complement: Complement) -> Claim | None:
    stance = _polar(token, use)
    if stance is None or not _is_issue(complement.issue, stance):
        return None
    head = clause_head(token)
    holder = holder_of(token)
    if holder is None or holder.i == complement.issue.i:
        return None
    threat = token.lemma_.startswith("threat")
    rule = f"{use.lemma}-{use.part}-{complement.kind}".lower()
    return Claim(token, head, stance, holder, complement.issue, complement.toward, rule, use.sureness, threat)


def _is_issue(issue: Token, stance: Stance) -> bool:
    """False for silence, for facts denied, and for people who are opposed or refused themselves."""
    if issue.lemma_ in words("positions", "hearsay") or (
        stance == "refuses" and issue.lemma_ in words("positions", "silences")
    ):
        return False
    return issue.ent_type_ != "PERSON" or stance in {"supports", "accepts"}


def _polar(token: Token, use: Predicate) -> Stance | None:
    """The stance, turned round where the word or its light verb is negated; None where that says nothing."""
    verb = token if use.part == "V" else token.head
    if any(c.lower_ == "yet" for c in verb.children):
        return None
    negated = is_negated(verb) or (use.part != "V" and any(c.dep_ == "neg" or c.lower_ == "no" for c in token.lefts))
    return use.negated if negated else use.stance


def _is_told(token: Token) -> bool:
    """False in questions, conditions, mere possibilities, duties and purposes, and for attributes (`the demanded steps`)."""
    if token.dep_ in {"amod", "compound", "aux", "auxpass", "csubj"} or token.sent[-1].text == "?":
        return False
    verb = clause_head(token)
    if any(c.dep_ == "aux" and c.lower_ in _NOT_DONE for c in verb.lefts):
        return False
    if verb.dep_ in {"advcl", "ccomp"} and any(c.dep_ == "mark" and c.lower_ in _CONDITIONAL for c in verb.lefts):
        return False
    return not is_infinitive(verb) or (verb.dep_ == "xcomp" and verb.head.lemma_ in words("positions", "carriers"))


def clause_head(token: Token) -> Token:
    """The verb whose clause holds a word: a verb itself, the verb that a noun or adjective depends on."""
    current = token
    for _ in range(8):
        if current.pos_ in {"VERB", "AUX"} or current.head is current:
            return current
        current = current.head
    return token


def holder_of(token: Token) -> Token | None:
    """The head of the words that name who holds the stance of a verb, noun or adjective."""
    if token.pos_ in {"VERB", "AUX"}:
        return agent(token) if is_passive(token) else _agent_subject(token)
    if token.pos_ in {"NOUN", "PROPN"}:
        return _owner(token) or _light_subject(token)
    verb = token.head
    if token.pos_ == "ADP" and verb.lemma_ not in {"be", "stand", "come", "remain"}:
        return None
    return subject(verb) if token.dep_ in {"acomp", "xcomp", "oprd", "prep", "advcl", "conj"} else None


def _agent_subject(verb: Token) -> Token | None:
    found = subject(verb)
    return found if found is None or found.i != verb.i else None


def _owner(noun: Token) -> Token | None:
    """`its refusal`, `the EU demand`, `a call by unions`, `opposition from the left`."""
    for child in noun.lefts:
        if child.dep_ == "poss" or (child.dep_ in {"compound", "amod", "nmod"} and (child.ent_type_ or child.pos_ == "PROPN")):
            return child
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "among"}:
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def _light_subject(noun: Token) -> Token | None:
    """The subject of the verb that the noun completes: `made an offer`, `voiced support`, `is in favour`."""
    head = noun.head
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        head = head.head
    if noun.dep_ not in {"dobj", "pobj", "attr", "conj"} or head.pos_ not in {"VERB", "AUX"}:
        return None
    return agent(head) if is_passive(head) else subject(head)
