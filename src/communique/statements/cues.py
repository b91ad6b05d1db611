"""The cue lexicon: which words tell of speech or thought, in which frames, how, and how often they are right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.lexicon import table, words

_ROOM = "statements"
# spaCy's lemmatizer reads these as forms of other verbs.
_LEMMAS = {"hop": "hope", "retweete": "retweet", "hat": "hate", "accord": "according"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word: what it does with what is said, the channel it names, and the measured precision of each frame."""

    lemma: str
    manner: str
    channel: str | None
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
    manners = {row[0]: row[1:] for row in table(_ROOM, "manners")}
    out: dict[str, Cue] = {}
    for lemma, frame, precision in table(_ROOM, name):
        manner, *channel = manners.get(lemma, ("say",))
        cue = out.setdefault(lemma, Cue(lemma, manner, channel[0] if channel and channel[0] else None, {}))
        cue.frames[frame] = float(precision)
    return out


@cache
def quoting() -> frozenset[str]:
    """Lemmas of verbs that introduce a quotation."""
    return words(_ROOM, "quoting")


def lemma_of(lemma: str) -> str:
    """A verb's lemma as the lexicon has it."""
    lower = lemma.lower()
    return _LEMMAS.get(lower, lower)
