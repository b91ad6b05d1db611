"""How many dead, injured and taking part: numbers in digits and words beside the words that say so."""

from __future__ import annotations

import re

from spacy.tokens import Token

from communique.parse import tree
from communique.types import Counts
from communique.vocabulary import EventType

_DEADLY = frozenset({"kill", "slay", "murder", "massacre", "slaughter", "execute"})
_DYING = frozenset({"die", "perish"})
_HURTING = frozenset({"injure", "wound", "hurt"})
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}


def number(words: str) -> int | None:
    """The number that words or digits say: `1,200`, `1.7 million`, `twenty-three`; None for `dozens` or nothing."""
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[\s-]+", words.lower()):
        if _DIGITS.fullmatch(word):
            current, seen = current + float(word.replace(",", "")), True
        elif word in _UNITS:
            current, seen = current + _UNITS[word], True
        elif word in _SCALES and seen:
            current *= _SCALES[word]
            if word != "hundred":
                total, current = total + current, 0.0
    return round(total + current) if seen else None


def quantity(noun: Token | None) -> int | None:
    """The number of a noun phrase: `at least 17 people` -> 17, `two men and a woman` -> None."""
    if noun is None or noun.conjuncts:
        return None
    if noun.like_num or noun.tag_ == "CD":
        return number(noun.doc[noun.left_edge.i : noun.i + 1].text)
    for child in noun.lefts:
        if child.dep_ == "nummod":
            return number(child.doc[child.left_edge.i : child.i + 1].text)
    return None


def read_counts(kind: EventType, trigger: Token, anchor: Token) -> Counts:
    """Figures of an assault in its sentence, and how many take part in a protest."""
    if kind == "PROTEST":
        return Counts(size=quantity(tree.subject(anchor)) if anchor.pos_ == "VERB" else None)
    if kind != "ASSAULT":
        return Counts()
    dead = injured = None
    for token in trigger.sent:
        if token.pos_ == "VERB" and token.lemma_ in _DEADLY | _DYING | _HURTING:
            figure = quantity(_sufferer(token))
            if token.lemma_ in _HURTING:
                injured = figure if injured is None else injured
            elif dead is None:
                dead = figure
        elif token.lower_ in {"dead", "injured", "wounded"} and token.dep_ in {"oprd", "acomp", "xcomp", "advcl"}:
            figure = quantity(next((c for c in token.lefts if c.dep_ == "nsubj"), None))
            dead, injured = (figure, injured) if token.lower_ == "dead" else (dead, figure)
    return Counts(dead=dead, injured=injured)


def _sufferer(verb: Token) -> Token | None:
    if verb.lemma_ in _DYING or tree.is_passive(verb):
        return tree.subject(verb)
    return tree.direct_object(verb)
