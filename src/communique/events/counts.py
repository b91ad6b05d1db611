"""How many dead, injured and taking part: numbers in digits and words beside the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from communique.events.find import Find
from communique.parse import tree
from communique.types import Counts
from communique.vocabulary import EventType

_DEADLY = frozenset({"kill", "slay", "murder", "massacre", "slaughter", "execute"})
_DYING = frozenset({"die", "perish"})
_HURTING = frozenset({"injure", "wound", "hurt"})
_TROOPS = frozenset({"troop", "soldier", "police", "officer", "marine", "policeman", "man", "reservist", "guard", "fighter"})
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


def read_counts(kind: EventType, mentions: Sequence[Find]) -> Counts:
    """Figures of violence in the sentences that tell it, and how many protest or are sent; the first told of each."""
    if kind in {"PROTEST", "MOBILIZE"}:
        sizes = (_size(kind, find) for find in mentions)
        return Counts(size=next((size for size in sizes if size is not None), None))
    if kind != "ASSAULT":
        return Counts()
    dead = injured = None
    seen: list[int] = []
    for find in mentions:
        sentence = find.token.sent
        if sentence.start in seen:
            continue
        seen.append(sentence.start)
        for token in sentence:
            killed, hurt = _figures(token)
            dead, injured = killed if dead is None else dead, hurt if injured is None else injured
    return Counts(dead=dead, injured=injured)


def _size(kind: EventType, find: Find) -> int | None:
    """How many march (`5,000 teachers marched`, `a rally of 300`, `the march drew 300 people`) or are sent."""
    anchor, noun = find.anchor, find.token
    if find.nominal:
        people = list(tree.prepositional(noun, "of", "by"))
        if noun.dep_ == "nsubj" and anchor.lemma_ in {"draw", "attract", "gather", "see"}:
            people += [child for child in anchor.rights if child.dep_ == "dobj"]
        if anchor.lemma_ in {"attend", "join"} and tree.is_passive(anchor):
            people += [agent] if (agent := tree.agent(anchor)) is not None else []
        return next((size for person in people if (size := quantity(person)) is not None), None)
    if kind == "PROTEST":
        return quantity(tree.subject(anchor))
    sent = tree.subject(anchor) if tree.is_passive(anchor) else tree.direct_object(anchor)
    return quantity(sent) if sent is not None and sent.lemma_.lower() in _TROOPS else None


def _figures(token: Token) -> tuple[int | None, int | None]:
    """(dead, injured) that one word tells of: `killed 12`, `12 dead`, `a death toll of 12`, `claimed the lives of 12`."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in _DEADLY | _DYING | _HURTING:
        figure = quantity(_sufferer(token))
        return (None, figure) if lemma in _HURTING else (figure, None)
    if token.lower_ in {"dead", "injured", "wounded"} and token.dep_ in {"oprd", "acomp", "xcomp", "advcl", "ccomp", "conj"}:
        own = next((child for child in token.lefts if child.dep_ == "nsubj"), None)
        figure = quantity(
            own or next((child for child in token.head.rights if child.dep_ == "dobj" and child.i < token.i), None)
        )
        return (figure, None) if token.lower_ == "dead" else (None, figure)
    if lemma in {"toll", "life", "casualty"} or (lemma == "death" and token.tag_ == "NNS"):
        if lemma == "casualty" or (lemma == "toll" and not any(child.lower_ == "death" for child in token.lefts)):
            return None, None
        return next((quantity(noun) for noun in tree.prepositional(token, "of")), None), None
    return None, None


def _sufferer(verb: Token) -> Token | None:
    if verb.lemma_ in _DYING or tree.is_passive(verb):
        return tree.subject(verb)
    return tree.direct_object(verb)
