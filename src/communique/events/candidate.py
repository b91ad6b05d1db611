"""A detector's candidate as a mention: all that the later steps ask of one, from its word, type and parties alone."""

from __future__ import annotations

from spacy.tokens import Token

from communique.events.clause import read_clause
from communique.events.find import Find
from communique.events.lexicon import Entry, group
from communique.events.nouns import definite, sorts_of
from communique.events.parties import Ids
from communique.events.status import status_of_noun, status_of_verb
from communique.vocabulary import EventType


def candidate(
    token: Token,
    kind: EventType,
    actors: Ids,
    recipients: Ids = (),
    *,
    mode: str | None = None,
    confidence: float | None = None,
    weak: bool = False,
) -> Find:
    """A mention of an event at a verb, noun or adjective.

    Args:
        token: the word that tells it.
        kind: its PLOVER type.
        actors: ids of those who act; of all sides for CONSULT, COOPERATE and mutual AGREE.
        recipients: ids of those acted on.
        mode: PLOVER's mode, lower case.
        confidence: the detector's, 0 to 1.
        weak: it can only refer back to an event told before, and is dropped where there is none.
    """
    nominal = token.pos_ in {"NOUN", "PROPN"}
    return Find(
        token=token,
        entry=Entry(f"candidate:{kind.lower()}", (), kind, mode, (), ()),
        type=kind,
        actors=actors,
        recipients=tuple(actor for actor in recipients if actor not in actors),
        status=status_of_noun(token) if nominal else status_of_verb(token),
        anchor=_anchor(token) if nominal else token,
        weak=weak,
        definite=nominal and definite(token),
        sorts=_sorts(token, nominal) if kind == "MOBILIZE" else frozenset(),
        nominal=nominal,
        confidence=confidence,
    )


def _anchor(noun: Token) -> Token:
    """The verb that carries the noun's tense: a light verb above it, or the verb that it is the subject of."""
    verb = noun.head
    carries = noun.dep_ == "nsubj" or (noun.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in group("light"))
    return verb if carries and verb.pos_ in {"VERB", "AUX"} else noun


def _sorts(token: Token, nominal: bool) -> frozenset[str]:
    return sorts_of([token] if nominal else read_clause(token).goals)
