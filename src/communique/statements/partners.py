"""Whom a statement is told to, and of whom it is told: what hangs on its cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from communique.lexicon import table
from communique.parse.tree import PASSIVE_SUBJECTS, SUBJECTS
from communique.statements.channels import names_channel
from communique.statements.cues import LIGHT, lemma_of

# Channels with somebody at the other end, by the prepositions that name them.
_TO, _WITH = frozenset({"to", "before"}), frozenset({"with", "to"})
_OF = frozenset({"of", "about"})
_PLACES = frozenset({"to", "on", "of", "before", "with"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DAYS = frozenset({"DATE", "TIME"})
_SPEAKING = frozenset({"speak", "talk", "write", "testify"})
# How many words behind the cue `of X` may stand; further off it goes on with what is said.
_NEAR = 4
# What is asked, not who.
_ASKINGS = frozenset({"question", "permission", "favor", "favour", "forgiveness", "pardon", "leave", "thing", "what"})
_ASKED = frozenset({"ask", "question", "press", "quiz"})
_TARGET = frozenset({"accuse", "criticize", "praise", "call", "support", "oppose"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@cache
def _verbs(place: str) -> frozenset[str]:
    return frozenset(verb for verb, where in table("statements", "partners") if where == place)


def addressee_of(cue: Token) -> Token | None:
    """The head of the noun that names who is told.

    `told reporters`, `said to X`, `called on X to`, `in a letter to X`, `reporters were told`; None where nobody is.
    """
    lemma = lemma_of(cue.lemma_)
    if lemma in _verbs("object"):
        told = next((c for c in cue.children if c.dep_ == "nsubjpass"), None)
        if told is not None:
            return told if told.pos_ in _NOMINAL else None
        if cue.tag_ == "VBN" and cue.dep_ in {"advcl", "acl"} and not any(c.dep_ in {"aux", "nsubj"} for c in cue.lefts):
            return _subject(cue.head)
        if (told := _object(cue)) is not None:
            return told
    return _through_preposition(cue, lemma)


def _object(cue: Token) -> Token | None:
    """The object of a verb of telling, also where the parser takes it for the subject of what is to be done."""
    for child in cue.rights:
        if child.dep_ in {"dobj", "dative"} and child.pos_ in _NOMINAL and child.lemma_.lower() not in _ASKINGS:
            return _name_before(child) or child
        if child.dep_ in {"ccomp", "xcomp"} and _is_infinitive(child) and (subject := _subject(child)) is not None:
            return subject
    return None


def _name_before(noun: Token) -> Token | None:
    """The name in `told Norway talks had failed`, where the parser takes the subject of what is told for the hearer."""
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    clause = following if following is None or following.dep_ == "ccomp" else following.head
    if following is None or following.tag_ not in _FINITE or clause is None or clause.dep_ != "ccomp":
        return None
    if any(child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS for child in clause.lefts):
        return None
    names = [child for child in noun.lefts if child.dep_ == "compound" and child.ent_type_]
    return names[-1] if names else None


def is_told_to(told: Token, cue: Token) -> bool:
    """Whether a verb says what to do, or what is so, besides whom it tells: `urged residents to leave`, not `urged calm`."""
    clauses = (child for child in cue.rights if child.dep_ in {"xcomp", "ccomp", "advcl"} and child.right_edge.i > told.i)
    return told.pos_ == "PRON" or told.dep_ == "nsubjpass" or any(clauses)


def _through_preposition(cue: Token, lemma: str) -> Token | None:
    for child in cue.children:
        goal = next((c for c in child.rights if c.dep_ == "pobj"), None) if child.dep_ in {"prep", "dative"} else None
        if goal is None:
            continue
        place = "on" if child.lower_ == "upon" else child.lower_
        if place in _PLACES and lemma in _verbs(place) and goal.ent_type_ not in _DAYS:
            return goal if goal.pos_ in _NOMINAL else None
        if names_channel(goal) and (partner := _partner(goal)) is not None:
            return partner
    message = next((c for c in cue.rights if c.dep_ == "dobj" and names_channel(c)), None)
    speaking = next((c for c in cue.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_ in _SPEAKING), None)
    partnered = message or speaking
    return _partner(partnered) if partnered is not None else None


def _partner(channel: Token) -> Token | None:
    """`a letter to X`, `an interview with X`, `testimony before X`, `speaking to X`."""
    for child in channel.rights:
        if child.dep_ == "prep" and child.lower_ in _TO | _WITH:
            return next((c for c in child.rights if c.dep_ == "pobj" and c.pos_ in _NOMINAL), None)
    return None


def subjects_of_talk(cue: Token, manner: str) -> Iterator[Token]:
    """Heads of the nouns that a statement may be about.

    `said of X`; `asked about X, she said`; by the manner of the cue also `accused X of`, `X was praised`.
    """
    for child in cue.children:
        asked = child.lower_ == "of" and lemma_of(cue.lemma_) in _verbs("of")
        if child.dep_ == "prep" and child.lower_ in _OF and child.i - cue.i <= _NEAR and not asked:
            yield from _objects(child)
        if child.dep_ == "advcl" and child.tag_ == "VBN" and child.lemma_ in _ASKED:
            for deeper in child.rights:
                if deeper.dep_ == "prep" and deeper.lower_ == "about":
                    yield from _objects(deeper)
    if manner in _TARGET:
        yield from _targets(cue, manner)


def _targets(cue: Token, manner: str) -> Iterator[Token]:
    """`accused X`, `called X a liar`, `lashed out at X`, `X was accused`; of criticism and praise `praised X's courage`."""
    yield from (c for c in cue.children if c.dep_ in PASSIVE_SUBJECTS)
    for child in cue.rights:
        if child.dep_ in {"dobj", "dative"} and lemma_of(cue.lemma_) not in LIGHT:
            yield child
            if manner in {"criticize", "praise"}:
                yield from (c for c in child.lefts if c.dep_ == "poss")
        elif child.dep_ == "ccomp" and child.pos_ in _NOMINAL:
            yield from (c for c in child.lefts if c.dep_ in SUBJECTS)
        elif child.dep_ == "prep" and child.lower_ in {"at", "against"} and child.i - cue.i <= _NEAR:
            yield from _objects(child)


def _objects(preposition: Token) -> Iterator[Token]:
    return (child for child in preposition.rights if child.dep_ == "pobj" and child.pos_ in _NOMINAL)


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ in _NOMINAL), None)


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def within(token: Token, content: Sequence[tuple[int, int]]) -> bool:
    """True where a token lies in what is said."""
    return any(start <= token.idx < end for start, end in content)
