"""How something was said: in a letter, at a news conference, on Twitter, by phone; read off the cue and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from communique.lexicon import table
from communique.statements.cues import verb_channel
from communique.vocabulary import Span

_THROUGH = frozenset({"in", "on", "at", "during", "via", "through", "from", "by", "over"})
_AT = frozenset({"in", "at", "during", "via"})
# Verbs whose object is the channel: one tells a news conference, issues a statement; one rejects a report, too.
_SPOKEN_TO = frozenset({"tell", "address", "inform", "brief"})
_GIVEN = frozenset(
    {"issue", "release", "publish", "make", "give", "deliver", "send", "write", "post", "put", "read", "file", "hold", "sign"}
    | {"circulate", "produce", "submit", "broadcast", "record", "air", "pen", "use", "have", "distribute"}
)
_MANY = frozenset({"series", "string", "flurry", "number", "pair", "couple", "set", "slew", "spate", "barrage", "round"})
# `took to Twitter to say`, `used a speech to say`.
_MEANS = frozenset({"take", "use", "go", "turn"})


@cache
def _channels() -> dict[str, str]:
    return {row[0].lower(): row[1] for row in table("statements", "channels")}


def channel_named(noun: Token) -> str | None:
    """The channel that a noun names, with its modifier where the noun alone says too little (`news conference`)."""
    lemma = noun.lemma_.lower()
    before = noun.nbor(-1).lower_ if noun.i else ""
    joined = f"{noun.nbor(-2).lower_}-{lemma}" if before == "-" and noun.i > 1 else f"{before} {lemma}"
    return _channels().get(joined) or _channels().get(lemma) or _channels().get(noun.lower_)


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
    for noun in (*_nouns(words), *_around(cue), *_means(cue)):
        if not any(start <= noun.idx < end for start, end in content) and (named := channel_named(noun)) is not None:
            return named
    return channel_named(source) if source is not None and source.pos_ == "NOUN" else None


def _nouns(words: Sequence[Token]) -> Iterator[Token]:
    """Nouns of a cue, save what is only the object of a verb that is done to messages of others (`cited the report that`)."""
    return (
        token
        for token in words
        if token.pos_ in {"NOUN", "PROPN"}
        and token.dep_ != "attr"
        and not (token.dep_ == "dobj" and token.head.lemma_ not in _SPOKEN_TO | _GIVEN)
    )


def _around(cue: Token) -> Iterator[Token]:
    """Objects of `in`, `at`, `on` ... below the cue, below whom it tells, and below a participle of speaking beside it."""
    for child in cue.children:
        if child.dep_ == "prep":
            yield from _goals(child)
        elif child.dep_ in {"dobj", "dative"} and child.i > cue.i:
            if cue.lemma_ in _SPOKEN_TO | _GIVEN:
                yield child
            for deeper in child.rights:
                if deeper.dep_ == "prep" and (deeper.lower_ in _AT or cue.lemma_ in _SPOKEN_TO):
                    yield from _goals(deeper)
        elif child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_ in {"speak", "write", "talk"}:
            for deeper in child.rights:
                if deeper.dep_ == "prep":
                    yield from _goals(deeper)


def _means(cue: Token) -> Iterator[Token]:
    """What somebody took to, used or went on to say something."""
    verb = cue.head
    if cue.dep_ not in {"xcomp", "advcl"} or verb.lemma_ not in _MEANS or verb.i > cue.i:
        return
    for child in verb.rights:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "prep" and child.lower_ in {"to", "on"}:
            yield from (goal for goal in child.rights if goal.dep_ == "pobj")


def _goals(preposition: Token) -> Iterator[Token]:
    if preposition.lower_ in _THROUGH:
        for goal in preposition.rights:
            if goal.dep_ == "pobj":
                yield goal
                yield from (c for c in goal.rights if c.dep_ in {"conj", "appos"})
                if goal.lemma_.lower() in _MANY:
                    yield from (deep for of in goal.rights if of.lower_ == "of" for deep in of.rights if deep.dep_ == "pobj")
