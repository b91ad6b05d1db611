"""Events told by verbs: which sense of the verb fits what stands around it, who acts, and on whom."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from communique.events.clause import Clause
from communique.events.find import Find
from communique.events.lexicon import RECIPROCAL, Entry, Need, group
from communique.events.parties import Ids, Parties, merged
from communique.events.status import status_of_verb
from communique.parse import tree

_ABOUT = frozenset({"ACCUSE", "REJECT", "SUPPORT"})


def read_verb(clause: Clause, entries: Sequence[Entry], parties: Parties, speaker: Ids) -> Find | None:
    """The event that a verb tells, or None. `speaker` is who speaks where the verb is the cue of a statement."""
    for entry in entries:
        if set(entry.rest) <= clause.words and all(_met(need, entry, clause, parties) for need in entry.needs):
            return _find(clause, entry, parties, speaker)
    return None


def _find(clause: Clause, entry: Entry, parties: Parties, speaker: Ids) -> Find:
    actors = parties.of(clause.doers) or speaker
    recipients, about = _recipients(clause, entry, parties)
    if entry.type in RECIPROCAL and (entry.type != "AGREE" or "with" in entry.places and recipients):
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
    )


def _recipients(clause: Clause, entry: Entry, parties: Parties) -> tuple[Ids, Token | None]:
    """Who it is done to, and the noun that stands for them where none is named."""
    about = None
    for place in entry.places:
        nouns = _at(place, clause)
        if found := parties.of(nouns):
            return found, None
        if place in {"obj", *entry.rest} and nouns and entry.type in _ABOUT | {"COERCE", "ASSAULT"}:
            if found := merged(parties.owner(noun) for noun in nouns):
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
    return [noun for noun in clause.preps.get(place, ()) if noun.pos_ != "VERB"]


def _own_subject(verb: Token) -> Token | None:
    return next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)


def _met(need: Need, entry: Entry, clause: Clause, parties: Parties) -> bool:
    if need.lemmas:
        return _of_class(need, entry, clause)
    match need.name:
        case "obj":
            return bool(clause.goals) and clause.goals[0].lemma_ != "comment"
        case "pobj":
            return bool(clause.preps.get(entry.rest[-1]) if entry.rest else clause.preps)
        case "party":
            return bool(parties.of(clause.goals) if "obj" in entry.places else parties.of(_at(entry.places[0], clause)))
        case "comp":
            return bool(clause.goals or clause.complements or clause.preps.get("to"))
        case "clause" | "xcomp":
            return any(need.name == "clause" or verb.dep_ == "xcomp" or verb.tag_ == "VB" for verb in clause.complements)
        case "control":
            return _controls(clause, parties)
        case "recip":
            return _several(clause, parties, "with")
        case "recip-war":
            return _several(clause, parties, "with", "against") or bool(parties.of(clause.goals))
        case "agree":
            return bool(clause.complements or clause.preps.keys() & {"to", "on", "upon"})
        case "threat":
            return any(verb.lemma_ in group("hostile") for verb in clause.complements)
        case "passive":
            return clause.passive
        case "noobj":
            return not clause.goals and not clause.passive
        case "subj":
            return bool(parties.of(clause.doers))
        case "with":
            return "with" in clause.preps
        case "trip":
            return _travels(entry, clause, parties)
    raise ValueError(f"verbs.tsv asks for {need.name!r}, which is not known")


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
    return any(part.lemma_.lower() in need.lemmas for noun in nouns for part in tree.conjuncts(noun))


def _controls(clause: Clause, parties: Parties) -> bool:
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
    return clause.verb.lemma_ == "meet" and bool(parties.of(clause.goals))


def _travels(entry: Entry, clause: Clause, parties: Parties) -> bool:
    """A person goes to somebody's country: a visit. Soldiers, goods and tourists do not visit."""
    there = parties.of(clause.preps.get(entry.rest[-1], ()))
    who = [parties.lookup.actors[actor] for actor in parties.of(clause.doers)]
    return bool(there) and bool(who) and all(actor.kind == "person" for actor in who)
