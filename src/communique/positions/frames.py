"""What follows a stance word: its object, its `to do`, its `that` clause, its preposition, and who is to do it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from communique.lexicon import words
from communique.parse.tree import antecedent, direct_object, is_passive, own_subject

_DESIRES = frozenset({"want", "like", "need"})  # `the areas that we wanted` tells which areas, and demands nothing
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl"})


@dataclass(frozen=True, slots=True)
class Complement:
    """`kind` is a complement of `predicates.tsv`; `issue` is the head of what it is about, `toward` who is to do it."""

    kind: str
    issue: Token
    toward: Token | None = None


def complements(token: Token) -> dict[str, Complement]:
    """The complements of a verb, noun or adjective, the first of each kind."""
    found: dict[str, Complement] = {}
    for complement in (*_objects(token), *_clauses(token), *_prepositions(token)):
        found.setdefault(complement.kind, complement)
    if "obj" in found and "p:of" in found:
        found["obj&p:of"] = Complement("obj&p:of", found["obj"].issue, found["p:of"].issue)
    return found


def _objects(token: Token) -> Iterator[Complement]:
    if token.pos_ in {"VERB", "AUX"} and is_passive(token):
        patient = next((c for c in token.lefts if c.dep_ == "nsubjpass"), None)
        patient = patient or (token.head if token.dep_ == "acl" else None)
        if patient is not None:
            yield Complement("obj", patient)
            yield from _person(token, patient)
        return
    relative = next((c for c in token.lefts if c.dep_ == "dobj"), None)
    if relative is not None and token.lemma_ not in _DESIRES and antecedent(relative) is not relative:
        yield Complement("obj", antecedent(relative))
    elif token.dep_ == "relcl" and token.lemma_ not in _DESIRES and not _has_object(token):
        yield Complement("obj", token.head)
    particle = next((c for c in token.rights if c.dep_ == "prt"), None)
    for child in token.rights:
        if child.dep_ in {"dobj", "attr", "oprd"} or (child.dep_ == "pobj" and token.pos_ in {"ADP", "SCONJ"}):
            yield Complement(f"prt:{particle.lower_}" if particle is not None else "obj", child)
            if child.lemma_ in words("positions", "deals"):
                yield Complement("deal", child)
            if child.lemma_ in words("positions", "bids"):
                yield Complement("bid", child)
            for asked in _person(token, child):
                yield asked if particle is None else Complement(f"p:{particle.lower_}&inf", asked.issue, child)
        elif child.dep_ == "pcomp":
            yield Complement("obj", child)


def _has_object(verb: Token) -> bool:
    """Whether a relative clause is complete without its noun (`the town where they signed`, `who signed the pact`)."""
    return any(c.dep_ in {"dobj", "attr", "ccomp", "xcomp"} or c.tag_ in {"WDT", "WP", "WRB"} for c in verb.children)


def _person(verb: Token, somebody: Token) -> Iterator[Complement]:
    """`urge somebody to do`: the infinitive may hang on the verb or on the somebody."""
    for child in (*verb.rights, *somebody.rights):
        if child.dep_ in _CLAUSES and child.i > somebody.i and is_infinitive(child):
            yield Complement("person", child, somebody)


def _clauses(token: Token) -> Iterator[Complement]:
    for child in token.rights:
        if child.dep_ not in _CLAUSES or child.dep_ == "relcl":
            continue
        subject = own_subject(child)
        if is_infinitive(child):
            yield from _infinitive(token, child, subject)
        elif child.tag_ == "VBG" and child.dep_ == "xcomp":
            yield Complement("ger", child)
        elif child.dep_ == "ccomp" and subject is not None:
            yield Complement("done" if _is_done(token, child) else "that", child, subject)
            if any(t.dep_ == "mark" and t.lower_ == "unless" for c in child.rights for t in c.lefts):
                yield Complement("unless", child)
            if is_duty(child):
                yield Complement("duty", child, subject)


def _infinitive(token: Token, verb: Token, subject: Token | None) -> Iterator[Complement]:
    if subject is not None:
        asked = any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.lefts)
        yield Complement("p:for" if asked else "person", verb, subject)
    elif verb.lemma_ == "see" and (seen := direct_object(verb)) is not None:
        yield Complement("see", seen)
    elif verb.lemma_ == "see" and (clause := next((c for c in verb.rights if c.dep_ in {"ccomp", "xcomp"}), None)) is not None:
        yield Complement("see", clause, own_subject(clause))
    elif verb.dep_ != "advcl" or token.pos_ == "ADJ":
        yield Complement("inf", verb)
        if any(c.dep_ == "neg" for c in verb.lefts):
            yield Complement("not&inf", verb)


def _prepositions(token: Token) -> Iterator[Complement]:
    for child in token.rights:
        if child.dep_ not in {"prep", "agent", "prt", "dative"}:
            continue
        for target in child.rights:
            if target.dep_ in {"pobj", "pcomp"}:
                yield Complement(f"p:{child.lower_}", target)
                if token.dep_ == "pobj" and token.head.lower_ == "in":
                    yield Complement(f"in&p:{child.lower_}", target)
                for clause in (*token.rights, *target.rights):
                    if clause.dep_ in _CLAUSES and clause.i > target.i and is_infinitive(clause):
                        yield Complement(f"p:{child.lower_}&inf", clause, target)
                for action in target.rights:  # "calls for the North to stop" is often read as a clause below the preposition
                    if child.lower_ == "for" and action.dep_ == "acl" and is_infinitive(action):
                        yield Complement("p:for", action, target)


def is_infinitive(verb: Token) -> bool:
    """True for `to lift`."""
    return any(c.tag_ == "TO" for c in verb.lefts)


def is_duty(verb: Token) -> bool:
    """True for `insist that the plan must go`, `insist that it go`."""
    modals = [c.lower_ for c in verb.lefts if c.tag_ == "MD"]
    if modals or verb.tag_ == "VB":
        return not modals or bool({"must", "should"} & set(modals))
    doer = own_subject(verb)
    return (
        verb.tag_ == "VBP"
        and doer is not None
        and doer.tag_ in {"NN", "NNP"}
        and not any(c.dep_ == "conj" for c in doer.rights)
    )


def _is_done(verb: Token, clause: Token) -> bool:
    """True for `wanted the sanctions lifted`: a participle with no auxiliary, which after `want` is often read as a past."""
    bare = not any(c.dep_ in {"aux", "auxpass", "mark"} for c in clause.lefts)
    return bare and (clause.tag_ == "VBN" or (clause.tag_ == "VBD" and verb.lemma_ in _DESIRES))
