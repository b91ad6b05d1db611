"""What a sense of a verb asks to stand beside it (`needs` in verbs.tsv), one test each."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from communique.events.clause import Clause, nouns_at
from communique.events.lexicon import Entry, Need, classes, group
from communique.events.parties import Parties, content
from communique.parse import tree


def met(need: Need, entry: Entry, clause: Clause, parties: Parties) -> bool:
    """True where the clause has what a sense of its verb asks for."""
    return _of_class(need, entry, clause) if need.lemmas else NEEDS[need.name](entry, clause, parties)


def _object(entry: Entry, clause: Clause, parties: Parties) -> bool:
    return bool(clause.goals) and clause.goals[0].lower_ != "comment"


def _prepositional(entry: Entry, clause: Clause, parties: Parties) -> bool:
    if not entry.rest:
        return bool(clause.preps)
    last = entry.rest[-1]
    return bool(clause.preps.get(last)) or any(child.lower_ == last for verb in clause.complements for child in verb.lefts)


def _party(entry: Entry, clause: Clause, parties: Parties) -> bool:
    nouns = clause.goals if "obj" in entry.places else nouns_at(entry.places[0], clause)
    return bool(parties.of(nouns)) and nouns[0].lemma_ not in group("things")


def _complement(entry: Entry, clause: Clause, parties: Parties) -> bool:
    return bool(clause.goals or clause.complements or clause.preps.get("to"))


def _infinitive(entry: Entry, clause: Clause, parties: Parties) -> bool:
    return any(verb.dep_ == "xcomp" or verb.tag_ == "VB" for verb in clause.complements)


def _directive(entry: Entry, clause: Clause, parties: Parties) -> bool:
    """`insists that the budget include`, `suggested that Seoul should`: not what is so, but what is to be."""
    return any(
        verb.tag_ == "VB"
        and tree.own_subject(verb) is not None
        and not any(child.dep_ == "aux" and child.lower_ not in {"should", "must"} for child in verb.lefts)
        for verb in clause.complements
    )


def _consent(entry: Entry, clause: Clause, parties: Parties) -> bool:
    return any(verb.dep_ == "xcomp" for verb in clause.complements) or bool(clause.preps.keys() & {"to", "on", "upon"})


def _hostile(entry: Entry, clause: Clause, parties: Parties) -> bool:
    return any(verb.lemma_ in group("hostile") for verb in clause.complements)


def _sides(entry: Entry, clause: Clause, parties: Parties) -> bool:
    return _several(clause, parties, "with")


def _foes(entry: Entry, clause: Clause, parties: Parties) -> bool:
    return _several(clause, parties, "with", "against") or bool(parties.of(clause.goals))


def _of_class(need: Need, entry: Entry, clause: Clause) -> bool:
    if need.name == "xcomp-":
        return bool(clause.complements) and not any(_tells(verb, need) for verb in clause.complements)
    if need.name == "xcomp":
        return any(verb.lemma_ in need.lemmas for verb in clause.complements)
    if need.name == "subj":
        nouns = clause.doers
    elif need.name == "obj":
        nouns = clause.goals
    else:
        nouns = clause.preps.get(entry.rest[-1], []) if entry.rest else [n for ns in clause.preps.values() for n in ns]
    return any(_is_of_class(content(part), need) for noun in nouns for part in tree.conjuncts(noun))


def _is_of_class(noun: Token, need: Need) -> bool:
    """By the noun itself or, for `aid deliveries`, by what is delivered."""
    if noun.lemma_.lower() in need.lemmas:
        return True
    carried = noun.lemma_.lower() in group("carriers")
    return carried and any(child.lemma_.lower() in need.lemmas for child in noun.lefts if child.dep_ in {"compound", "amod"})


def _tells(verb: Token, need: Need) -> bool:
    """`Declined to give details`: to a reporter, and no act; `refused to give aid` is one."""
    given = tree.direct_object(verb)
    return verb.lemma_ in need.lemmas and (given is None or content(given).lemma_.lower() in classes()["telling"])


def _controls(entry: Entry, clause: Clause, parties: Parties) -> bool:
    """`told Seoul to stop`: somebody is named who is to do it."""
    inner = [verb for verb in clause.complements if verb.tag_ == "VB" or verb.dep_ == "xcomp"]
    return any(child.dep_ == "aux" and child.lower_ == "to" for verb in inner for child in verb.lefts) and bool(
        parties.of(clause.goals) or parties.of(nouns_at("clause", clause))
    )


def _several(clause: Clause, parties: Parties, *prepositions: str) -> bool:
    """More than one side: a preposition, a named object, or a plural subject."""
    if any(parties.of(clause.preps.get(name, ())) for name in prepositions):
        return True
    doers = clause.doers or clause.goals
    if len(parties.of(doers)) > 1 or any(len(tree.conjuncts(doer)) > 1 for doer in doers):
        return True
    if clause.verb.lemma_ != "meet" or (clause.goals and not parties.of(clause.goals)):
        return False
    who = [parties.lookup.actors[actor] for actor in parties.of(doers)]
    return bool(parties.of(clause.goals)) or any(actor.kind == "organization" for actor in who)


def _travels(entry: Entry, clause: Clause, parties: Parties) -> bool:
    """A person goes to somebody's country: a visit. Soldiers, goods and tourists do not visit."""
    there = parties.of(clause.preps.get(entry.rest[-1], ())) if entry.rest else parties.of(clause.goals)
    who = [parties.lookup.actors[actor] for actor in parties.of(clause.doers)]
    return bool(there) and bool(who) and all(actor.kind == "person" and actor.name[:1].isupper() for actor in who)


def _person(entry: Entry, clause: Clause, parties: Parties) -> bool:
    return any(parties.lookup.actors[actor].name[:1].isupper() for actor in parties.of(clause.doers))


def _evil(entry: Entry, clause: Clause, parties: Parties) -> bool:
    """`called the launch unacceptable`, `described him as a liar`."""
    what = [c for c in clause.verb.rights if c.dep_ in {"oprd", "ccomp", "xcomp", "attr", "acomp"}] + clause.preps.get("as", [])
    bad = group("evil") | group("slurs")
    return any(part.lower_ in bad for head in what for part in head.doc[head.left_edge.i : head.right_edge.i + 1])


NEEDS: dict[str, Callable[[Entry, Clause, Parties], bool]] = {
    "obj": _object,
    "pobj": _prepositional,
    "party": _party,
    "comp": _complement,
    "clause": lambda entry, clause, parties: bool(clause.complements),
    "xcomp": _infinitive,
    "control": _controls,
    "directive": _directive,
    "recip": _sides,
    "recip-war": _foes,
    "agree": _consent,
    "threat": _hostile,
    "passive": lambda entry, clause, parties: clause.passive,
    "noobj": lambda entry, clause, parties: not (clause.goals or clause.complements or clause.passive),
    "subj": lambda entry, clause, parties: bool(parties.of(clause.doers)),
    "with": lambda entry, clause, parties: "with" in clause.preps,
    "trip": _travels,
    "wish": lambda entry, clause, parties: any(verb.tag_ == "VBN" for verb in clause.complements),
    "evil": _evil,
    "guilty": lambda entry, clause, parties: "guilty" in clause.words,
    "person": _person,
}
