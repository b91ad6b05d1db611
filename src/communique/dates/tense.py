"""Whether a day without its year or week lies behind or ahead: read off the verb that it hangs on and the words before it."""

from __future__ import annotations

from spacy.tokens import Token

from communique.lexicon import table, words

_WORDS = {row[0]: int(row[1]) for row in table("dates", "directions")}
_MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "may", "might", "can", "could", "should", "must", "ca"})
_PERFECT = frozenset({"have", "'ve", "’ve", "had", "has"})
_PAST = frozenset({"was", "were", "did", "been"})
_PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am", "be"})
_NAMING = frozenset({"poss", "compound", "nmod", "amod"})
_AIMS = frozenset({"for", "until", "till", "to", "by", "in"})


def direction(token: Token) -> tuple[int, Token | None]:
    """-1 for behind, 1 for ahead, 0 for not told; and the word that says so."""
    current, preposition = token, ""
    named = token.dep_ in _NAMING
    for _ in range(12):
        above = current.head
        if above is current:
            break
        if way := _of_word(above):
            return way, above
        if above.pos_ in {"VERB", "AUX"}:
            way = _of_verb(above, preposition)
            if way < 0 or (way > 0 and not (named and not _is_certain(above))):
                return way, above
        preposition = above.lower_ if above.dep_ == "prep" else preposition
        current = above
    return 0, None


def _is_certain(verb: Token) -> bool:
    """Whether a verb puts ahead what its noun is called by: `will attend Friday's talks`, not `would fight Friday's ruling`."""
    return any(child.lower_ in {"will", "'ll", "’ll", "wo", "shall"} for child in verb.lefts)


def _of_word(token: Token) -> int:
    way = _WORDS.get(token.lower_) or _of_preposition(token)
    if way > 0 and token.lower_ in {"until", "till"} and any(child.lower_ == "had" for child in token.head.lefts):
        return -1
    return way


def _of_preposition(token: Token) -> int:
    """`postponed to Friday` is ahead; `from Monday to Friday` is not told by that."""
    if token.lower_ == "to" and token.dep_ == "prep" and token.head.lemma_ in words("dates", "plans"):
        return 0 if any(child.lower_ == "from" for child in token.head.children) else 1
    return 0


def _of_verb(verb: Token, preposition: str) -> int:
    lowers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    planned = verb.lemma_ in words("dates", "plans")
    if verb.tag_ == "VBN" and planned and (preposition in _AIMS or not lowers):
        return 1
    if lowers & _PERFECT or (lowers & _PAST and not lowers & _MODALS):
        return -1
    if lowers & _MODALS:
        return -1 if "could" in lowers and any(child.dep_ == "neg" for child in verb.lefts) else 1
    if "to" in lowers:
        return _of_infinitive(verb)
    if verb.tag_ == "VBD":
        return -1
    if verb.tag_ == "VBN":
        return 1 if lowers & _PRESENT else -1
    if verb.tag_ in {"VBP", "VBZ"}:
        return 1 if verb.lemma_ in words("dates", "scheduled") else 0
    return 1 if verb.tag_ == "VBG" and lowers & _PRESENT else 0


def _of_infinitive(verb: Token) -> int:
    """`plans to meet` is ahead; `failed to meet` and `met to discuss` follow the verb above."""
    above = verb.head
    if above is verb or above.lemma_ in words("dates", "plans"):
        return 1
    if above.pos_ in {"VERB", "AUX"} and above.lemma_ not in {"be", "have"}:
        return 0
    return 1
