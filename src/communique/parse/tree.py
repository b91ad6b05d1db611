"""Questions that several stages ask a dependency tree: who is the subject, what is the object, where does a phrase end.

Labels are ClearNLP's, as spaCy's English pipelines use them (nsubj, dobj, agent, pobj, relcl, appos ...).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from communique.lexicon import words
from communique.vocabulary import Span

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_CLAUSES_OF_NOUNS = frozenset({"relcl", "acl", "appos"})
# A page of names is one chain of conjuncts: climbing it from each would cost the square of its length.
_LONGEST_LIST = 60


def char_span(first: Token, last: Token) -> Span:
    """Characters from the first token to the end of the last."""
    return first.idx, last.idx + len(last)


def trimmed(first: Token, last: Token) -> Span:
    """Like `char_span`, without white space and commas or the like at both ends."""
    tokens = first.doc
    start, end = first.i, last.i
    while start < end and (tokens[start].is_space or tokens[start].text in ",;:—–-"):
        start += 1
    while end > start and (tokens[end].is_space or tokens[end].text in ",;:—–-."):
        end -= 1
    return char_span(tokens[start], tokens[end])


def subtree_span(token: Token) -> Span:
    """Characters of a token with all that depends on it."""
    return trimmed(token.left_edge, token.right_edge)


def noun_phrase(head: Token) -> Span:
    """Characters of a noun with its determiner and modifiers up to the head and its `of`; no relative clause, no apposition."""
    last = head
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            last = _without_clauses(child)
        elif child.dep_ in {"case", "nummod", "nmod"}:
            last = child
        else:
            break
    return trimmed(_first_of_phrase(head), last)


def _first_of_phrase(head: Token) -> Token:
    lefts = [
        child for child in head.lefts if child.dep_ not in {"punct", "cc", "preconj", "mark", "advmod"} or child.i > head.i
    ]
    return lefts[0].left_edge if lefts else head


def _without_clauses(token: Token) -> Token:
    """The last token below `token` that lies before any clause or apposition that hangs on it."""
    cut = min((t.left_edge.i for t in token.subtree if t.dep_ in _CLAUSES_OF_NOUNS), default=token.right_edge.i + 1)
    return token.doc[max(token.i, cut - 1)]


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it: `A, B and C` -> [A, B, C]."""
    return [token, *(t for t in token.conjuncts if t.i > token.i)]


def first_conjunct(token: Token) -> Token:
    """The head of a coordination (`A, B and C` -> A for each); a token in none is its own."""
    for _ in range(_LONGEST_LIST):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token stands for itself."""
    if token.tag_ in {"WDT", "WP"}:
        for above in token.ancestors:
            if above.dep_ == "relcl":
                return above.head
    return token


def subject(verb: Token) -> Token | None:
    """The active or passive grammatical subject, also where it is shared with another verb (`came and saw`, `wants to go`)."""
    seen = 0
    current = verb
    while seen < 12:
        seen += 1
        for child in current.lefts:
            if child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS:
                return antecedent(child) if child.dep_ != "expl" else child
        if current.dep_ == "conj" and current.head.pos_ in {"VERB", "AUX"}:
            current = current.head
        elif current.dep_ == "xcomp" and current.head.pos_ in {"VERB", "AUX", "ADJ"}:
            raised = next((c for c in current.head.rights if c.dep_ == "dobj" and c.i < current.i), None)
            if raised is not None:
                return antecedent(raised)
            current = current.head
        elif current.dep_ in {"advcl", "pcomp", "ccomp"} and current.tag_ == "VBG" and current.head is not current:
            current = current.head if current.head.pos_ in {"VERB", "AUX"} else current.head.head
        elif current.dep_ in {"relcl", "acl"}:
            return current.head
        else:
            return None
    return None


def own_subject(verb: Token) -> Token | None:
    """The active or passive subject that stands before the verb in its own clause, as it stands: no antecedent, no control."""
    return next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)


def is_passive(verb: Token) -> bool:
    """True for `was lifted` and for reduced `sanctions lifted by ...`."""
    return any(c.dep_ in {"nsubjpass", "csubjpass", "auxpass"} for c in verb.lefts) or (
        verb.dep_ == "acl" and verb.tag_ == "VBN"
    )


def agent(verb: Token) -> Token | None:
    """The noun after `by` of a passive."""
    for child in verb.rights:
        if child.dep_ == "agent":
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def direct_object(verb: Token) -> Token | None:
    """The direct object (or attribute), the first of a coordination."""
    return next((antecedent(c) for c in verb.children if c.dep_ in {"dobj", "attr"}), None)


def prepositional(token: Token, *prepositions: str) -> Iterator[Token]:
    """Objects of the named prepositions below a verb or noun (`talks with officials from Seoul`, with: officials)."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in prepositions:
            yield from (c for c in child.children if c.dep_ in {"pobj", "pcomp"})


def is_visited(token: Token) -> bool:
    """True where somebody only goes there or comes from there (`they left Vietnam`): what is named so takes no side."""
    return token.dep_ == "dobj" and token.head.lemma_ in words("world", "travels")


def is_negated(verb: Token) -> bool:
    """True for `did not agree`, `never agreed`, `no deal was signed`, `neither side agreed`."""
    if any(c.dep_ == "neg" or c.lower_ in {"never", "hardly", "neither", "nor"} for c in verb.children):
        return True
    nouns = (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"})
    return any(d.lower_ in {"no", "neither"} and d.dep_ in {"det", "neg", "preconj"} for noun in nouns for d in noun.lefts)


def clause_span(verb: Token) -> Span:
    """Characters of a clause: the verb with its subject and complements, without coordinated further clauses and reporting."""
    left, right = verb, verb
    for child in verb.children:
        if child.dep_ in {"punct", "parataxis", "cc"}:
            continue
        if child.dep_ == "conj" or (child.dep_ == "ccomp" and child.i < verb.i):
            continue
        left = min(left, child.left_edge, key=lambda t: t.i)
        right = max(right, child.right_edge, key=lambda t: t.i)
    return trimmed(left, right)
