"""The mentions of events in a report: one pass over the tokens, verbs and nouns of the vocabulary only."""

from __future__ import annotations

from spacy.tokens import Token

from communique.events.clause import Clause, read_clause
from communique.events.find import Find
from communique.events.frames import read_verb
from communique.events.lexicon import RECIPROCAL, group, nouns, verbs
from communique.events.nouns import read_noun
from communique.events.parties import Ids, Parties
from communique.events.sayings import read_statements, read_willing
from communique.lookup import Lookup
from communique.parse import Doc
from communique.types import Record
from communique.vocabulary import EventType

_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})
# What is asked for, threatened, refused or agreed on is no event of its own.
_PROMISED = RECIPROCAL | {"AID", "RETREAT", "SUPPORT", "CONCEDE"}
_GIVEN = frozenset({"AGREE", "SUPPORT", "CONCEDE"})
_CLOSED = frozenset({"THREATEN", "REQUEST", "REJECT", "AGREE", "CONCEDE", "RETREAT", "ACCUSE", "SANCTION"})


def detect(doc: Doc, record: Record, lookup: Lookup) -> list[Find]:
    """All mentions in the order of the text."""
    parties = Parties(lookup)
    speakers = _speakers(record)
    clauses: dict[int, Clause] = {}
    found: dict[int, Find] = {}
    for token in doc.tokens:
        find = None
        if token.pos_ == "VERB" and token.dep_ != "amod" and (senses := verbs().get(token.lemma_.lower())):
            find = read_verb(_clause(token, clauses), senses, parties, _speaker(token, speakers))
        elif token.pos_ == "ADJ" and token.lower_ in group("willing"):
            find = read_willing(token, parties)
        elif token.pos_ == "NOUN" or token.pos_ == "PROPN":
            if (senses := nouns().get(token.lemma_.lower())) and not _modifies(token):
                find = read_noun(token, senses, parties, _carrier(token, clauses))
        if find is not None and _kept(find):
            found[token.i] = find
    for statement_find in read_statements(doc, record, parties):
        found.setdefault(statement_find.token.i, statement_find)
        if statement_find.token.dep_ == "aux":
            found.pop(statement_find.token.head.i, None)
    for find in found.values():
        find.within = _container(find, found)
        _reconsider(find)
    _fail(found)
    _fold(found)
    kept = (find for find in found.values() if find.weak or (find.within not in _CLOSED and find.status != "denied"))
    return sorted(kept, key=lambda find: find.token.i)


def _clause(verb: Token, clauses: dict[int, Clause]) -> Clause:
    if verb.i not in clauses:
        clauses[verb.i] = read_clause(verb)
    return clauses[verb.i]


def _carrier(noun: Token, clauses: dict[int, Clause]) -> Clause | None:
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in group("heads"):
        return _carrier(head.head, clauses)
    if noun.dep_ in _ARGUMENTS and head.pos_ in {"VERB", "AUX"}:
        return _clause(head, clauses)
    if noun.dep_ == "pobj" and head.lower_ in {"in", "to", "into", "for", "out"}:
        above = head.head
        if above.lemma_ == "part":
            above = above.head
        if above.pos_ == "VERB" and above.lemma_ in group("light") | group("host") | {"participate", "engage"}:
            return _clause(above, clauses)
    return None


def _modifies(noun: Token) -> bool:
    """`sanctions regime`, `arrest warrant`: the head noun is what is named."""
    return noun.dep_ in {"compound", "nmod", "poss"}


def _kept(find: Find) -> bool:
    return find.weak or bool(find.actors or find.recipients)


def _container(find: Find, found: dict[int, Find]) -> EventType | None:
    """The type of the event whose complement or object this one is."""
    token = find.token
    for _ in range(4):
        head = token.head
        if head is token:
            return None
        inside = token.dep_ in {"xcomp", "ccomp", "pcomp", "dobj", "prep", "pobj", "conj", "acl", "nsubjpass"}
        if not inside:
            return None
        if head.i in found and token.dep_ != "conj" and not found[head.i].weak:
            return found[head.i].type
        token = head
    return None


def _reconsider(find: Find) -> None:
    """Announced talks are an agreement to hold them; support, a concession, an agreement that is not given is a refusal."""
    if find.status == "planned" and find.type in _PROMISED:
        find.type = "AGREE"
    if find.status == "denied" and not (find.nominal or any(child.dep_ == "neg" for child in find.token.children)):
        return
    if find.status == "denied" and (find.type in _GIVEN or (find.type in _PROMISED and _refuses(find.anchor))):
        find.type, find.status = "REJECT", "happened"
    if not find.nominal and find.token.lemma_ in group("harm"):
        consequence = find.token.dep_ in {"advcl", "xcomp", "conj"} and find.token.tag_ == "VBG"
        find.weak = find.weak or not find.actors or consequence


def _fail(found: dict[int, Find]) -> None:
    """`The summit ended without any agreement`: those who met did not agree."""
    talks = [find for find in found.values() if find.entry.type == "CONSULT" and find.actors]
    for find in found.values():
        if find.type == "REJECT" and find.nominal and not (find.actors or find.recipients):
            sentence = find.token.sent
            met = next((talk.actors for talk in talks if sentence.start <= talk.token.i < sentence.end), ())
            find.actors, find.weak = met, not met


def _refuses(verb: Token) -> bool:
    """`Will not release`: not that it did not happen, but that it will not."""
    return any(child.dep_ == "aux" and child.lower_ in {"will", "wo", "would"} for child in verb.lefts)


def _fold(found: dict[int, Find]) -> None:
    """`Made threats against`, `sanctions imposed by`: verb and noun tell one event; each completes the other's parties."""
    for find in list(found.values()):
        above = found.get(find.token.head.i)
        if above is None or above is find or above.nominal == find.nominal or above.type != find.type:
            continue
        above.actors = above.actors or tuple(actor for actor in find.actors if actor not in above.recipients)
        above.recipients = above.recipients or tuple(actor for actor in find.recipients if actor not in above.actors)
        above.weak = above.weak and find.weak
        del found[find.token.i]


def _speakers(record: Record) -> dict[int, Ids]:
    """Speakers by the place of their cue."""
    return {
        statement.cue.span[0]: (statement.speaker.actor,)
        for statement in record.statements
        if statement.cue is not None and statement.speaker is not None and statement.speaker.actor is not None
    }


def _speaker(verb: Token, speakers: dict[int, Ids]) -> Ids:
    return speakers.get(verb.idx, ())
