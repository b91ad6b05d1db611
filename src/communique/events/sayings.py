"""Events that are done by saying something: `Beijing must act` is a demand, `the test is unacceptable` an accusation."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from communique.events.clause import read_clause
from communique.events.find import Find
from communique.events.lexicon import classes, group, saying
from communique.events.parties import Ids, Parties
from communique.parse import Doc, tree
from communique.types import Record
from communique.vocabulary import EventType

DUTIES = frozenset({"must", "should"})
_STATES = frozenset({"be", "have", "know", "remain", "seem", "become", "see", "expect", "note", "do", "take", "come"})


def read_statements(doc: Doc, record: Record, parties: Parties) -> Iterator[Find]:
    """Demands and accusations that known speakers make in the words of their statements."""
    for statement in record.statements:
        speaker = statement.speaker.actor if statement.speaker is not None else None
        if speaker is None or speaker not in parties.lookup.actors:
            continue
        own = {speaker, parties.lookup.side_of(speaker)}
        cue = doc.token_at(statement.cue.span[0]) if statement.cue is not None else None
        for part in statement.content:
            for token in doc.words(part.span):
                find = (
                    _duty(token, (speaker,), own, parties)
                    or _evaluation(token, (speaker,), own, parties)
                    or _options(token, (speaker,))
                )
                if find is not None:
                    find.anchor = cue if cue is not None else find.anchor
                    yield find


def read_willing(adjective: Token, parties: Parties) -> Find | None:
    """`Seoul is ready to talk`, `open to dialogue`: an offer."""
    if adjective.dep_ not in {"acomp", "oprd"} or tree.is_negated(adjective.head):
        return None
    complements = [child for child in adjective.rights if child.dep_ == "xcomp" and adjective.lower_ != "open"]
    matters = [
        thing for thing in tree.prepositional(adjective, "to") if thing.lemma_ in classes()["talks"] | {"talk", "compromise"}
    ]
    subject = tree.subject(adjective.head)
    who = parties.of([subject]) if subject is not None else ()
    if not who or not (complements or matters) or any(child.dep_ == "mark" for child in adjective.head.lefts):
        return None
    inner = [noun for verb in complements for noun in _objects(verb)] + [
        w for thing in matters for w in tree.prepositional(thing, "with")
    ]
    toward = tuple(actor for actor in parties.of(inner) if actor not in who)
    return _find("AGREE", adjective, who, toward, adjective.head)


def _objects(verb: Token) -> list[Token]:
    clause = read_clause(verb)
    return [*clause.datives, *clause.goals, *(noun for name in ("to", "with", "from") for noun in clause.preps.get(name, ()))]


def _duty(token: Token, speaker: Ids, own: set[str], parties: Parties) -> Find | None:
    """`Seoul must halt the drills`: a demand on the one who is to do it."""
    if token.lower_ not in DUTIES or token.dep_ != "aux" or token.head.lemma_ in _STATES - {"take", "come", "do"}:
        return None
    verb = token.head
    if any(child.lower_ in {"have", "'ve"} and child.dep_ == "aux" for child in verb.lefts):
        return None
    if any(child.dep_ == "neg" for child in verb.lefts) and verb.lemma_ in _STATES:
        return None
    subject = tree.subject(verb)
    addressed = parties.of([subject]) if subject is not None and not tree.is_passive(verb) else ()
    if not addressed or own & set(addressed):
        return None
    return _find("REQUEST", token, speaker, addressed, verb)


def _evaluation(token: Token, speaker: Ids, own: set[str], parties: Parties) -> Find | None:
    """`The launch was unacceptable`: an accusation of the one whose it is."""
    if token.lower_ not in group("evil") or token.dep_ not in {"acomp", "attr", "oprd", "ccomp", "amod"}:
        return None
    noun = token.head if token.dep_ == "amod" else tree.subject(token.head)
    if noun is None or noun.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    if tree.is_negated(token.head) or any(child.dep_ == "aux" and child.tag_ == "MD" for child in token.head.lefts):
        return None
    blamed = parties.of([noun]) or parties.owner(noun)
    if own & set(blamed) or (token.dep_ == "amod" and not blamed):
        return None
    return _find("ACCUSE", token, speaker, blamed, token, about=noun)


def _options(token: Token, speaker: Ids) -> Find | None:
    """`All options are on the table`: a veiled threat."""
    if token.lemma_ != "option" or not any(after.lower_ == "table" for after in token.doc[token.i : token.i + 10]):
        return None
    return _find("THREATEN", token, speaker, (), token)


def _find(kind: EventType, token: Token, speaker: Ids, recipients: Ids, anchor: Token, about: Token | None = None) -> Find:
    entry = saying(kind, "disapprove" if kind == "ACCUSE" else None)
    return Find(token, entry, entry.type, speaker, recipients, "happened", anchor, about=about)
