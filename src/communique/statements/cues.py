"""The cue lexicon: which words tell of speech or thought, in which frames, what they do, and how often they are right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from communique.lexicon import table, words

_ROOM = "statements"
# spaCy's lemmatizer reads these as forms of other verbs.
_LEMMAS = {"hop": "hope", "retweete": "retweet", "hat": "hate", "accord": "according"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word and the measured precision of each frame that it takes."""

    lemma: str
    frames: dict[str, float]


@cache
def verbs() -> dict[str, Cue]:
    """Cue verbs by lemma."""
    return _read("verbs")


@cache
def nouns() -> dict[str, Cue]:
    """Cue nouns and adjectives by lemma."""
    return _read("nouns")


@cache
def _factors() -> dict[tuple[str, str], float]:
    return {(feature, value): float(number) for feature, value, number in table(_ROOM, "contexts")}


def factor(feature: str, value: str) -> float:
    """How much surer (above 1) or less sure an attribution is where its cue has this feature."""
    return _factors().get((feature, value), 1.0)


def _read(name: str) -> dict[str, Cue]:
    out: dict[str, Cue] = {}
    for lemma, frame, precision in table(_ROOM, name):
        out.setdefault(lemma, Cue(lemma, {})).frames[frame] = float(precision)
    return out


@cache
def _manners() -> dict[str, str]:
    return {row[0]: row[1] for row in table(_ROOM, "manners")}


# Verbs that say only that something was said; what it was stands in the noun or adjective beside them.
LIGHT = frozenset(
    {"be", "express", "voice", "make", "give", "issue", "have", "raise", "level", "deliver", "send", "put", "get"}
)
# `not only said` denies nothing.
_STILL_SAID = frozenset({"only", "just", "merely", "simply"})
_NO_SPEECH = frozenset({"up", "down", "off", "over", "away", "aside", "through"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing", "no-one", "noone"})


def manner_of(cue: Token, frames: Iterable[str], beside: Iterable[Token] = ()) -> str:
    """What a cue does with its content (say, accuse, deny ...); of a negated cue `not say`, `not deny` ...

    Longer keys go first: `call for`, `call inf`, `reject claim`, `call`. Where the cue's head is a light verb (`expressed
    hope`), the noun or adjective among the tokens `beside` it, or its object, tells.
    """
    words = list(beside)
    nouns = [token for token in (*words, *_objects(cue)) if token.pos_ in {"NOUN", "ADJ"}]
    others = sorted((token for token in words if token != cue), key=lambda token: token.pos_ != "VERB")
    manner = _affirmed(cue, frames, nouns) or next(filter(None, map(_own_manner, others)), "say")
    no = lemma_of(cue.lemma_) in LIGHT and any(_has_no(noun) for noun in nouns)
    return f"not {manner}" if no or _has_no(cue) or is_negated(cue) else manner


def _own_manner(word: Token) -> str | None:
    """What a verb or noun of a cue tells by itself: `used a speech to warn`, `growing concerns`."""
    if word.pos_ == "NOUN":
        return _noun_manner(word)
    return _manners().get(lemma_of(word.lemma_)) if word.pos_ == "VERB" else None


def _noun_manner(noun: Token) -> str | None:
    lemma = noun.lemma_.lower()
    return _manners().get(f"{lemma} noun") or _manners().get(lemma)


def _affirmed(cue: Token, frames: Iterable[str], nouns: Iterable[Token]) -> str | None:
    lemma = lemma_of(cue.lemma_)
    if lemma in LIGHT:
        if (manner := next(filter(None, map(_noun_manner, nouns)), None)) is not None:
            return manner
    after = [token.lower_ for token in cue.doc[cue.i + 1 : cue.i + 3]]
    following = [" ".join(after), *after[:1], *frames, *(noun.lemma_.lower() for noun in _objects(cue))]
    keys = (*(f"{lemma} {word}" for word in following), lemma)
    return next((_manners()[key] for key in keys if key in _manners()), None)


def is_another_verb(verb: Token) -> bool:
    """`called off`, `ripped up`: a particle that makes a cue verb one that tells of no speech; not `played down`."""
    particle = next((c.lower_ for c in verb.rights if c.dep_ == "prt" and c.i == verb.i + 1), None)
    return particle in _NO_SPEECH and f"{lemma_of(verb.lemma_)} {particle}" not in _manners()


def is_negated(cue: Token) -> bool:
    """`did not say`, `no longer says`, `nobody said`, `no official said`; not `not only said`."""
    for child in cue.children:
        if child.dep_ == "neg" and not (child.i + 1 < len(cue.doc) and child.nbor().lower_ in _STILL_SAID):
            return True
        if child.lower_ == "longer" and child.i < cue.i and child.i and child.nbor(-1).lower_ == "no":
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "agent"} and child.i < cue.i and (child.lower_ in _NOBODY or _has_no(child)):
            return True
    return False


def _has_no(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in {"no", "neither"} for child in noun.lefts)


def _objects(cue: Token) -> Iterator[Token]:
    """What a verb is done to: its object, or the subject of its passive."""
    return (child for child in cue.children if child.dep_ in {"dobj", "acomp", "nsubjpass"})


@cache
def _verb_channels() -> dict[str, str]:
    return {row[0]: row[2] for row in table(_ROOM, "manners") if len(row) > 2}


def verb_channel(lemma: str) -> str | None:
    """The channel that a verb names (`tweet`)."""
    return _verb_channels().get(lemma_of(lemma))


@cache
def quoting() -> frozenset[str]:
    """Lemmas of verbs that introduce a quotation."""
    return words(_ROOM, "quoting")


@cache
def headline_words(kind: str) -> frozenset[str]:
    """Words that name a speaker without a name (`role`: minister, critics), or a site (`outlet`), in lower case."""
    return frozenset(word for word, what in table(_ROOM, "headlines") if what == kind)


def lemma_of(lemma: str) -> str:
    """A verb's lemma as the lexicon has it."""
    lower = lemma.lower()
    return _LEMMAS.get(lower, lower)
