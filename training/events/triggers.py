"""Words that may tell an event, and what is known of each besides its meaning: the rules' opinion, the lexicon, the parse.

A feature is a name with a value, hashed to the number of a row in a table of vectors; the same names are used in training.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from zlib import crc32

from spacy.tokens import Token

from communique.events.find import Find
from communique.events.lexicon import group, nouns, verbs
from communique.events.nouns import definite
from communique.lookup import Lookup
from communique.parse import Doc

_DUTIES = frozenset({"must", "should"})
# Rows of the table of vectors.
ROWS = 2048


@cache
def row(feature: str) -> int:
    """The row of a feature."""
    return crc32(feature.encode()) % ROWS


def triggers(doc: Doc) -> Iterator[Token]:
    """Words that may tell an event: verbs, nouns that are no name, event nouns of names, demands, judgements."""
    for token in doc.tokens:
        lemma = token.lemma_.lower()
        match token.pos_:
            case "VERB":
                yield token
            case "NOUN":
                if token.ent_type_ not in {"DATE", "TIME"}:
                    yield token
            case "PROPN":
                if lemma in nouns():
                    yield token
            case "AUX":
                if token.lower_ in _DUTIES and token.dep_ == "aux":
                    yield token
            case "ADJ":
                if lemma in group("evil") or lemma in group("willing"):
                    yield token


def describe(words: Sequence[Token], found: Iterable[Find], lookup: Lookup, cues: Mapping[int, str]) -> list[tuple[int, ...]]:
    """Rows of each word's features. `found` are the rules' mentions; `cues` the manners of statements by their cues' places."""
    by_token = {find.token.i: find for find in found}
    seen: set[str] = set()
    described = []
    for token in words:
        lemma = token.lemma_.lower()
        features = [*_of_word(token, lemma), *_of_statement(token, lookup, cues)]
        if (find := by_token.get(token.i)) is not None:
            features += _of_find(find)
        if lemma in seen:
            features.append("again")
        if find is not None or lemma in verbs() or lemma in nouns():
            seen.add(lemma)
        described.append(tuple(row(feature) for feature in features))
    return described


def _of_word(token: Token, lemma: str) -> Iterator[str]:
    yield f"pos={token.pos_}"
    yield f"dep={token.dep_}"
    yield f"tag={token.tag_}"
    nominal = token.pos_ in {"NOUN", "PROPN"}
    senses = nouns().get(lemma, ()) if nominal else verbs().get(lemma, ())
    for kind in dict.fromkeys(entry.type for entry in senses):
        yield f"lexicon={kind}"
    if not senses:
        yield "lexicon=none"
    if nominal and definite(token):
        yield "definite"
    if lemma in group("evil"):
        yield "evil"
    if lemma in group("light"):
        yield "light"
    if token.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass", "xcomp", "ccomp"}:
        above = token.head if token.head.pos_ != "ADP" else token.head.head
        for entry in verbs().get(above.lemma_.lower(), ())[:1]:
            yield f"under={entry.type}"


def _of_statement(token: Token, lookup: Lookup, cues: Mapping[int, str]) -> Iterator[str]:
    if lookup.statement_at(token.idx) is not None:
        yield "told"
    if (manner := cues.get(token.idx)) is not None:
        yield f"cue={manner}"


def _of_find(find: Find) -> list[str]:
    features = [f"rules={find.type}", f"status={find.status}"]
    if find.weak:
        features.append("weak")
    if find.orphan:
        features.append("orphan")
    if find.within:
        features.append(f"within={find.within}")
    if not find.actors:
        features.append("nobody")
    if not find.recipients:
        features.append("on-nobody")
    return features
