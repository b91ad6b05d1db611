"""Whether a name stands where a place stands: after a preposition of place, as the goal of a movement, before a venue."""

from __future__ import annotations

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from communique.lexicon import table, words

_PREPOSITIONS = {row[0]: row[1] for row in table("places", "prepositions")}
_SITES = words("places", "parts") | words("places", "venues")


def after_static(name: SpacySpan) -> bool:
    """Whether the word before (an article and directions apart) is a preposition that says where: in, at, near, outside."""
    tokens, i = name.doc, name.start - 1
    while i >= 0 and (tokens[i].lower_ == "the" or tokens[i].lower_ in words("places", "directions")):
        i -= 1
    return i >= 0 and _PREPOSITIONS.get(tokens[i].lower_) == "STATIC" and not _is_of_trust(tokens[i])


def _is_of_trust(preposition: Token) -> bool:
    """`Interest in China`, `confidence in Iran`: what the noun needs, not where it is."""
    return preposition.lower_ == "in" and preposition.head.lemma_.lower() in words("places", "needing_in")


def is_locative(name: SpacySpan, *, free: bool) -> bool:
    """Whether the sentence uses a name as a place.

    Args:
        name: the tokens of the name.
        free: the name means nothing but a place (an ordinary city): any way or origin will do (`from Aleppo`, `to Aleppo`).
    """
    root = name.root
    if _owns(name):
        return root.head.i >= name.end and root.head.lemma_.lower() in _SITES
    if after_static(name):
        return True
    for _ in range(4):
        if root.dep_ not in {"conj", "appos"} or root.head is root or root.head.pos_ not in {"PROPN", "NOUN"}:
            break
        root = root.head
    return _by_role(root, free)


def _owns(name: SpacySpan) -> bool:
    """`Beijing's campaign`, also after a preposition."""
    return name.end < len(name.doc) and name.doc[name.end].tag_ == "POS"


def _by_role(root: Token, free: bool) -> bool:
    head = root.head
    if root.dep_ == "pobj":
        return _after_preposition(head, free)
    if root.dep_ == "dobj":
        return head.lemma_.lower() in words("places", "place_verbs")
    if root.dep_ in {"compound", "nmod", "amod"}:
        return head.lemma_.lower() in words("places", "venues") and head.pos_ == "NOUN"
    if root.dep_ == "nsubjpass":
        return free and head.lemma_.lower() in words("places", "place_verbs")
    return free and root.dep_ in {"npadvmod", "ROOT"}


def _after_preposition(preposition: Token, free: bool) -> bool:
    kind = _PREPOSITIONS.get(preposition.lower_)
    above = preposition.head
    if above.dep_ == "prep" and above.pos_ == "ADP":
        above = above.head
    if kind == "PART":
        return above.lemma_.lower() in words("places", "parts")
    if kind == "MOVE":
        return (free and preposition.lower_ in {"to", "from"}) or above.lemma_.lower() in words("places", "movements")
    return kind == "STATIC" and not _is_of_trust(preposition)
