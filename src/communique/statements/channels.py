"""How something was said: in a letter, at a news conference, on Twitter, by phone; read off the cue and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from communique.lexicon import table
from communique.statements.cues import verb_channel
from communique.vocabulary import Span

_THROUGH = frozenset({"in", "on", "at", "during", "via", "through", "from", "by", "over"})


@cache
def _channels() -> dict[str, str]:
    return {row[0].lower(): row[1] for row in table("statements", "channels")}


def channel_named(noun: Token) -> str | None:
    """The channel that a noun names, with its modifier where the noun alone says too little (`news conference`)."""
    lemma = noun.lemma_.lower()
    if noun.i and (named := _channels().get(f"{noun.nbor(-1).lower_} {lemma}")) is not None:
        return named
    return _channels().get(lemma) or _channels().get(noun.lower_)


def names_channel(noun: Token) -> bool:
    """True for words that are a channel or an occasion of speech: `letter`, `briefing`."""
    return noun.pos_ in {"NOUN", "PROPN"} and channel_named(noun) is not None


def channel_of(cue: Token, words: Sequence[Token], source: Token | None, content: Sequence[Span]) -> str | None:
    """The channel of a statement, or None where the report does not tell.

    Args:
        cue: the head of the cue.
        words: all tokens of the cue.
        source: the head of the source.
        content: character spans of what is said; a channel named there is not this statement's.
    """
    if (named := verb_channel(cue.lemma_)) is not None:
        return named
    for noun in (*_nouns(words), *_around(cue)):
        if not any(start <= noun.idx < end for start, end in content) and (named := channel_named(noun)) is not None:
            return named
    return channel_named(source) if source is not None and source.pos_ == "NOUN" else None


def _nouns(words: Sequence[Token]) -> Iterator[Token]:
    return (token for token in words if token.pos_ in {"NOUN", "PROPN"})


def _around(cue: Token) -> Iterator[Token]:
    """Objects of `in`, `at`, `on` ... below the cue, below whom it tells, and below a participle of speaking beside it."""
    for child in cue.children:
        if child.dep_ == "prep":
            yield from _goals(child)
        elif child.dep_ in {"dobj", "dative"} and child.i > cue.i:
            yield child
            for deeper in child.rights:
                if deeper.dep_ == "prep" and deeper.lower_ != "from":
                    yield from _goals(deeper)
        elif child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_ in {"speak", "write", "talk"}:
            for deeper in child.rights:
                if deeper.dep_ == "prep":
                    yield from _goals(deeper)


def _goals(preposition: Token) -> Iterator[Token]:
    if preposition.lower_ in _THROUGH:
        for goal in preposition.rights:
            if goal.dep_ == "pobj":
                yield goal
                yield from (c for c in goal.rights if c.dep_ in {"conj", "appos"})
