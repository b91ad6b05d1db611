"""Whether a day without its year or week lies behind or ahead: read off the verb that it hangs on and the words before it."""

from __future__ import annotations

from spacy.tokens import Token

from communique.lexicon import table, words

_WORDS = {row[0]: int(row[1]) for row in table("dates", "directions")}
_MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "may", "might", "can", "could", "should", "must", "ca"})
_BACKWARD_TAGS = frozenset({"VBD", "VBN"})


def direction(token: Token) -> tuple[int, Token | None]:
    """-1 for behind, 1 for ahead, 0 for not told; and the word that says so."""
    seen = 0
    current = token
    while seen < 12:
        seen += 1
        if (way := _WORDS.get(current.lower_)) and current is not token:
            return way, current
        if current.pos_ in {"VERB", "AUX"} and current is not token and (way := _of_verb(current)):
            return way, current
        if current.head is current:
            return 0, None
        current = current.head
    return 0, None


def _of_verb(verb: Token) -> int:
    auxiliaries = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    lowers = {child.lower_ for child in auxiliaries}
    if lowers & {"have", "'ve", "’ve", "had", "has"} or (lowers & {"was", "were", "did", "been"} and not lowers & _MODALS):
        return -1
    if lowers & _MODALS:
        return 1
    if lowers & {"to"}:
        return _of_infinitive(verb)
    if verb.tag_ == "VBD":
        return -1
    if verb.tag_ == "VBN":
        return 1 if lowers & {"is", "are", "be", "'s", "'re"} and verb.lemma_ in words("dates", "plans") else -1
    if verb.tag_ in {"VBP", "VBZ"}:
        return -1 if verb.dep_ == "ROOT" and verb.lemma_ == "say" else 1
    if verb.tag_ == "VBG" and lowers & {"is", "are", "'s", "'re", "am"}:
        return 1
    return 0


def _of_infinitive(verb: Token) -> int:
    """`plans to meet` is ahead; `failed to meet` and `met to discuss` follow the verb above."""
    above = verb.head
    if above is verb or above.lemma_ in words("dates", "plans"):
        return 1
    if above.pos_ in {"VERB", "AUX"} and above.lemma_ not in {"be", "have"}:
        return 0
    return 1
