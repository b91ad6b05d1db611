"""Events told by verbs: which sense of the verb fits what stands around it, who acts, and on whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from communique.events.clause import Clause, read_clause
from communique.events.find import Find
from communique.events.lexicon import RECIPROCAL, Entry, Need, group
from communique.events.nouns import sorts_of
from communique.events.parties import Ids, Parties, content, merged
from communique.events.status import status_of_verb
from communique.parse import tree

_OVER = frozenset({"over", "toward", "towards"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i"})
_TOWARD = ("to", "with", "against", "for", "from", "on", "in")
_ABOUT = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "AGREE", "COERCE", "ASSAULT"})


def read_verb(clause: Clause, entries: Sequence[Entry], parties: Parties, speaker: Ids) -> Find | None:
    """The event that a verb tells, or None. `speaker` is who speaks where the verb is the cue of a statement."""
    for entry in entries:
        if set(entry.rest) <= clause.words and all(_met(need, entry, clause, parties) for need in entry.needs):
            return None if _no_act(clause, entry, parties) else _find(clause, entry, parties, speaker)
    return None


def _find(clause: Clause, entry: Entry, parties: Parties, speaker: Ids) -> Find:
    papers = any(doer.lemma_.lower() in group("papers") for doer in clause.doers)
    actors = (() if papers else parties.of(clause.doers)) or speaker or _behind(clause, parties) or _reported(clause, parties)
    recipients, about = _recipients(clause, entry, parties)
    if entry.type in RECIPROCAL and (entry.type != "AGREE" or parties.of(clause.preps.get("with", ()))):
        actors, recipients = merged((actors, recipients)), ()
    recipients = tuple(actor for actor in recipients if actor not in actors)
    return Find(
        token=clause.verb,
        entry=entry,
        type=entry.type,
        actors=actors,
        recipients=recipients,
        status=status_of_verb(clause.verb),
        anchor=clause.verb,
        about=about,
        sorts=sorts_of(clause.goals) if entry.type == "MOBILIZE" else frozenset(),
    )


def _no_act(clause: Clause, entry: Entry, parties: Parties) -> bool:
    """`People accused of theft`, `the bill proposes`, `she spoke to reporters`: nobody's act toward anybody."""
    if entry.type == "ACCUSE" and clause.verb.dep_ == "acl" and clause.passive and not clause.doers:
        return True
    if any(doer.lemma_.lower() in group("papers") for doer in clause.doers) and not _behind(clause, parties):
        return True
    if entry.type != "CONSULT":
        return False
    named = [
        parties.lookup.actors[actor] for actor in parties.of([*clause.doers, *clause.goals, *sum(clause.preps.values(), [])])
    ]
    return any(actor.sector == "JRN" for actor in named)


def _behind(clause: Clause, parties: Parties) -> Ids:
    """Whose decree, bill or statement it is that does it: `signed a decree banning`, `Seoul's plan to deploy`."""
    noun = clause.verb.head
    paper = noun.lemma_.lower() in group("papers")
    if clause.passive or (clause.verb.dep_ != "acl" and not (paper and clause.verb.dep_ == "relcl")):
        return ()
    if found := parties.owner(noun):
        return found
    for _ in range(4):
        if noun.dep_ not in {"dobj", "pobj", "prep", "conj"}:
            return ()
        noun = noun.head
        if noun.pos_ == "VERB":
            subject = tree.subject(noun)
            return parties.of([subject]) if subject is not None and not tree.is_passive(noun) else ()
    return ()


def _reported(clause: Clause, parties: Parties) -> Ids:
    """`Hungary says it will not accept`: a pronoun that nothing else explains is the one who says so."""
    above = clause.verb.head
    if clause.verb.dep_ != "ccomp" or not any(doer.pos_ == "PRON" and doer.lower_ in _PRONOUNS for doer in clause.doers):
        return ()
    subject = tree.subject(above)
    return parties.of([subject]) if subject is not None and not tree.is_passive(above) else ()


def _recipients(clause: Clause, entry: Entry, parties: Parties) -> tuple[Ids, Token | None]:
    """Who it is done to, and the noun that stands for them where none is named."""
    about = None
    for place in entry.places:
        nouns = _at(place, clause)
        if found := parties.of(nouns):
            return found, None
        if nouns and (place in {"obj", "inner", *entry.rest} and entry.type in _ABOUT or place in _OVER):
            if found := merged(parties.around(content(noun)) for noun in nouns):
                return found, None
            about = about or nouns[0]
        if place == "of" and (found := merged(parties.owner(noun) for noun in clause.goals)):
            return found, None
    return (), about


def _at(place: str, clause: Clause) -> list[Token]:
    match place:
        case "obj":
            return clause.goals
        case "dat":
            return clause.datives
        case "clause":
            return [subject for verb in clause.complements if (subject := _own_subject(verb)) is not None]
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
            found = [*inner.datives, *inner.goals]
            found += [noun for name in _TOWARD for noun in inner.preps.get(name, ()) if noun.pos_ != "VERB"]
    return found


def _own_subject(verb: Token) -> Token | None:
    return next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)


def _met(need: Need, entry: Entry, clause: Clause, parties: Parties) -> bool:
    return _of_class(need, entry, clause) if need.lemmas else _NEEDS[need.name](entry, clause, parties)


def _object(entry: Entry, clause: Clause, parties: Parties) -> bool:
    return bool(clause.goals) and clause.goals[0].lower_ != "comment"


def _prepositional(entry: Entry, clause: Clause, parties: Parties) -> bool:
    if not entry.rest:
        return bool(clause.preps)
    last = entry.rest[-1]
    return bool(clause.preps.get(last)) or any(child.lower_ == last for verb in clause.complements for child in verb.lefts)


def _party(entry: Entry, clause: Clause, parties: Parties) -> bool:
    nouns = clause.goals if "obj" in entry.places else _at(entry.places[0], clause)
    return bool(parties.of(nouns)) and nouns[0].lemma_ not in group("things")


def _complement(entry: Entry, clause: Clause, parties: Parties) -> bool:
    return bool(clause.goals or clause.complements or clause.preps.get("to"))


def _infinitive(entry: Entry, clause: Clause, parties: Parties) -> bool:
    return any(verb.dep_ == "xcomp" or verb.tag_ == "VB" for verb in clause.complements)


def _directive(entry: Entry, clause: Clause, parties: Parties) -> bool:
    """`insists that the budget include`, `suggested that Seoul should`: not what is so, but what is to be."""
    return any(
        verb.tag_ == "VB"
        and _own_subject(verb) is not None
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
        return bool(clause.complements) and all(verb.lemma_ not in need.lemmas for verb in clause.complements)
    if need.name == "xcomp":
        return any(verb.lemma_ in need.lemmas for verb in clause.complements)
    if need.name == "subj":
        nouns = clause.doers
    elif need.name == "obj":
        nouns = clause.goals
    else:
        nouns = clause.preps.get(entry.rest[-1], []) if entry.rest else [n for ns in clause.preps.values() for n in ns]
    return any(content(part).lemma_.lower() in need.lemmas for noun in nouns for part in tree.conjuncts(noun))


def _controls(entry: Entry, clause: Clause, parties: Parties) -> bool:
    """`told Seoul to stop`: somebody is named who is to do it."""
    inner = [verb for verb in clause.complements if verb.tag_ == "VB" or verb.dep_ == "xcomp"]
    return any(child.dep_ == "aux" and child.lower_ == "to" for verb in inner for child in verb.lefts) and bool(
        parties.of(clause.goals) or parties.of(_at("clause", clause))
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


_NEEDS: dict[str, Callable[[Entry, Clause, Parties], bool]] = {
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
    "guilty": lambda entry, clause, parties: "guilty" in clause.words,
    "person": _person,
}
