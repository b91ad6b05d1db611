"""A verb with what stands around it, looked up once: subject, objects, prepositional objects, particles, complements."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from communique.events.parties import Ids, Parties, content
from communique.parse import tree

_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i"})
_TOWARD = ("to", "with", "against", "for", "from", "on", "in")


@dataclass(slots=True)
class Clause:
    """One verb and its arguments. `doers` act and `goals` are acted on, whichever voice the verb is in."""

    verb: Token
    passive: bool
    doers: list[Token] = field(default_factory=list)
    goals: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    preps: dict[str, list[Token]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    complements: list[Token] = field(default_factory=list)


def read_clause(verb: Token) -> Clause:
    """The clause of a verb."""
    bare = verb.tag_ == "VBN" and verb.dep_ in {"ccomp", "xcomp", "oprd"} and not any(c.dep_ == "aux" for c in verb.lefts)
    clause = Clause(verb, bare or tree.is_passive(verb))
    subject = tree.subject(verb)
    if subject is None and verb.dep_ == "advcl" and _infinitive(verb):
        subject = tree.subject(verb.head)
    if subject is not None and subject.dep_ != "expl":
        (clause.goals if clause.passive else clause.doers).append(subject)
    for child in verb.children:
        _read_child(clause, child)
    for noun in [token for token in clause.goals if token.i > verb.i]:
        counted = content(noun)
        for child in [*noun.rights, *(counted.rights if counted is not noun else ())]:
            if child.dep_ == "prep":
                _read_preposition(clause, child, own=False)
    return clause


def _read_child(clause: Clause, child: Token) -> None:
    match child.dep_:
        case "dobj" | "attr":
            clause.goals.append(tree.antecedent(child))
        case "dative" if child.pos_ != "ADP":
            clause.datives.append(child)
        case "agent":
            clause.doers += [c for c in child.rights if c.dep_ == "pobj"]
        case "prep" | "dative" if child.lower_ != "according":
            _read_preposition(clause, child, own=True)
        case "prt" | "advmod":
            clause.words.add(child.lower_)
            if child.dep_ == "prt":
                for deeper in child.children:
                    if deeper.dep_ == "prep":
                        _read_preposition(clause, deeper, own=True)
        case "ccomp" | "xcomp" | "advcl":
            if child.i > clause.verb.i and (child.dep_ != "advcl" or _infinitive(child)):
                clause.complements.append(child)
                clause.words.add(child.lower_)
                clause.words |= {mark.lower_ for mark in child.lefts if mark.dep_ == "mark" and mark.lower_ == "for"}


def _read_preposition(clause: Clause, preposition: Token, *, own: bool) -> None:
    if any(child.dep_ == "pobj" and child.ent_type_ in {"DATE", "TIME"} for child in preposition.children):
        return
    if own:
        clause.words.add(preposition.lower_)
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            clause.preps.setdefault(preposition.lower_, []).append(tree.antecedent(child))
        elif child.dep_ == "prep":
            _read_preposition(clause, child, own=own)


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.dep_ in {"aux", "mark"} and child.lower_ in {"to", "for"} for child in verb.lefts)


def nouns_at(place: str, clause: Clause) -> list[Token]:
    """The nouns at one of the places that verbs.tsv names: obj, dat, clause, inner, or a preposition."""
    match place:
        case "obj":
            return clause.goals
        case "dat":
            return clause.datives
        case "clause":
            return [subject for verb in clause.complements if (subject := tree.own_subject(verb)) is not None]
        case "of":
            return []
        case "inner":
            return _inner(clause)
    return [noun for noun in clause.preps.get(place, ()) if noun.pos_ != "VERB"]


def _inner(clause: Clause) -> list[Token]:
    """Whom the complement of the verb is about: `threatened to attack Guam`, `agreed to work with China`."""
    found: list[Token] = []
    for verb in clause.complements:
        if verb.dep_ in {"xcomp", "advcl"} and not found:
            inner = read_clause(verb)
            found = [*inner.datives, *inner.goals, *nouns_at("clause", inner)]
            found += [noun for name in _TOWARD for noun in inner.preps.get(name, ()) if noun.pos_ != "VERB"]
    return found


def reported(clause: Clause, parties: Parties) -> Ids:
    """`Chile says it will not sign`: a pronoun that nothing else explains is the one who says so."""
    above = clause.verb.head
    if clause.verb.dep_ != "ccomp" or not any(doer.pos_ == "PRON" and doer.lower_ in _PRONOUNS for doer in clause.doers):
        return ()
    subject = tree.subject(above)
    return parties.of([subject]) if subject is not None and not tree.is_passive(above) else ()
