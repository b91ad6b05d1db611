"""Events told by verbs: which sense of the verb fits what stands around it, who acts, and on whom."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from communique.events.clause import Clause, nouns_at, reported
from communique.events.find import Find
from communique.events.lexicon import RECIPROCAL, Entry, group
from communique.events.needs import met
from communique.events.nouns import sorts_of
from communique.events.parties import Ids, Parties, content, merged
from communique.events.status import status_of_verb
from communique.parse import tree

_OVER = frozenset({"over", "toward", "towards"})
_AGAINST = ("with", "against", "toward", "towards")
_DEEP = frozenset({"obj", "inner", "in", "to", "into", "for", "on", "against"})
_ABOUT = frozenset(
    {"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "AGREE", "COERCE", "ASSAULT", "AID", "SANCTION", "CONCEDE", "MOBILIZE"}
)


def read_verb(clause: Clause, entries: Sequence[Entry], parties: Parties, speaker: Ids) -> Find | None:
    """The event that a verb tells, or None. `speaker` is who speaks where the verb is the cue of a statement."""
    for entry in entries:
        if set(entry.rest) <= clause.words and all(met(need, entry, clause, parties) for need in entry.needs):
            return None if _no_act(clause, entry, parties) else _find(clause, entry, parties, speaker)
    return None


def _find(clause: Clause, entry: Entry, parties: Parties, speaker: Ids) -> Find:
    papers = any(doer.lemma_.lower() in group("papers") for doer in clause.doers)
    actors = (() if papers else parties.of(clause.doers)) or speaker or _behind(clause, parties) or reported(clause, parties)
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
    if entry.type == "ACCUSE" and clause.verb.dep_ in {"acl", "relcl"} and clause.passive and not clause.doers:
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
    for _ in range(4 if paper else 1):
        if noun.dep_ not in {"dobj", "pobj", "prep", "conj"}:
            return ()
        noun = noun.head
        if noun.pos_ == "VERB":
            subject = tree.subject(noun)
            return parties.of([subject]) if subject is not None and not tree.is_passive(noun) else ()
    return ()


def _backs(entry: Entry) -> bool:
    """`Expressed Peru's support`: whose the support is, is nobody's recipient."""
    return entry.type == "SUPPORT" and any("solidarity" in need.lemmas for need in entry.needs)


def _recipients(clause: Clause, entry: Entry, parties: Parties) -> tuple[Ids, Token | None]:
    """Who it is done to, and the noun that stands for them where none is named."""
    about = None
    for place in entry.places:
        nouns = nouns_at(place, clause)
        if found := parties.of(nouns):
            return found, None
        if _backs(entry) and place == "obj":
            nouns = [thing for noun in nouns for thing in tree.prepositional(noun, "for", "to", "of", "with")]
        if nouns and ((place in _DEEP or place in entry.rest) and entry.type in _ABOUT or place in _OVER):
            if found := merged(parties.reach(content(noun)) for noun in nouns):
                return found, None
            about = about or nouns[0]
        if place == "of" and (found := merged(parties.owner(noun) for noun in clause.goals)):
            return found, None
    left = parties.of(noun for name in _AGAINST for noun in clause.preps.get(name, ())) if entry.type in _ABOUT else ()
    return left, None if left else about
