"""Who stands behind words that no mention covers: pronouns of bodies, `we` in speech, a name in another form."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from communique.lexicon import words
from communique.parse.tree import subject
from communique.positions.holders import clause_head

_THEY = frozenset({"they", "their", "both", "them"})
_IT = frozenset({"it", "its"})
_SELF = frozenset({"we", "i", "our", "my", "us"})
_MINE = frozenset({"the", "its", "his", "her", "our", "my", "their"})
_FURTHEST = 12
_CHAIN = 3  # sentences back that one pronoun may run through


def is_speaker(token: Token) -> bool:
    """True for `we` and `I`."""
    return token.lower_ in _SELF


def is_own_body(token: Token) -> bool:
    """True for `the company`, `its board`: words that in somebody's own talk are for his own side."""
    if token.lemma_ not in words("positions", "own_bodies"):
        return False
    return all(child.pos_ in {"DET", "PRON"} for child in token.lefts) and any(c.lower_ in _MINE for c in token.lefts)


def is_other(token: Token) -> bool:
    """True for `they`, which in a party's own words is often the other side."""
    return token.lower_ == "they"


def antecedents(token: Token, *, quoted: bool = False) -> Iterator[Token]:
    """Nouns that `it` or `they` may stand for, the likeliest first: who is reported to say it, the subject just before.

    Args:
        quoted: whether the pronoun is the speaker's own word, who does not call himself so.
    """
    if token.lower_ not in _THEY | _IT:
        return
    plural = token.lower_ in _THEY
    own = subject(clause_head(token)) if token.dep_ == "poss" else None
    for noun in (own, None if quoted else teller(token), _subject_before(token)):
        if noun is not None and noun.i < token.i and _agrees(noun, plural):
            yield noun


def teller(token: Token) -> Token | None:
    """The subject of the verb that reports the clause of a word (`the union said it would ...`)."""
    current = token
    for _ in range(_FURTHEST):
        if current.dep_ == "ccomp" and current.head.pos_ == "VERB":
            return subject(current.head)
        if current.head is current:
            return None
        current = current.head
    return None


def _subject_before(token: Token) -> Token | None:
    """The subject of the main clause before, where the pronoun begins its own; through the same pronoun there, too."""
    sentence = token.sent
    for _ in range(_CHAIN):
        if sentence.start == 0 or token.i - token.sent.start > 3:
            return None
        sentence = token.doc[sentence.start - 1].sent
        before = subject(sentence.root)
        if before is None or before.lower_ != token.lower_:
            return before
    return None


def _agrees(noun: Token, plural: bool) -> bool:
    if noun.ent_type_ == "PERSON" or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    several = noun.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in noun.rights)
    return several == plural or (plural and noun.ent_type_ == "ORG")
