"""Names that neither the lists nor spaCy know: capitalised words that speak or act, `Orla Venn, head of the agency, said`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from communique.actors.first_names import first_names
from communique.actors.name import Name
from communique.actors.roles import find_role
from communique.lexicon import words

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MOST_WORDS = 4


def unseen_names(tokens: SpacyDoc, covered: frozenset[int]) -> Iterator[Name]:
    """Names that end at the subject of a verb and lie outside `covered` tokens, in the order of the text.

    Two or three words that begin with a first name are a person. Other words count only where they say something: one word
    as a person, if it stands with a capital elsewhere than at the head of a sentence; more as a body.
    """
    for token in tokens:
        if token.dep_ not in _SUBJECTS or not _is_free(token, covered):
            continue
        first = token.i
        while first > 0 and _is_free(tokens[first - 1], covered) and tokens[first - 1].head.i in range(first, token.i + 1):
            first -= 1
        while first < token.i and find_role([tokens[first].lower_]):
            first += 1
        kind = _kind(tokens, first, token)
        if kind is not None:
            yield Name(first, token.i, kind)


def _is_free(token: Token, covered: frozenset[int]) -> bool:
    """A capitalised proper noun that nothing names yet; words all in capitals are mostly a heading."""
    plain = token.tag_ == "NNP" and not token.ent_type_ and token.i not in covered
    return plain and token.text[:1].isupper() and not token.text.isupper() and len(token) > 2


def _kind(tokens: SpacyDoc, first: int, last: Token) -> str | None:
    size = last.i - first + 1
    if find_role([last.lower_]) or size > _MOST_WORDS or not _in_small_letters(last):
        return None
    if 1 < size < 4 and tokens[first].lower_ in first_names():
        return "person"
    if last.head.lemma_ not in words("actors", "sayings"):
        return None
    if size > 1:
        return "organization"
    return "person" if _is_capital_elsewhere(last) else None


def _in_small_letters(token: Token) -> bool:
    """Whether the verb stands in small letters: a heading gives every word a capital."""
    return token.head.text.islower()


def _is_capital_elsewhere(token: Token) -> bool:
    if not token.is_sent_start:
        return True
    return any(t.text == token.text and not t.is_sent_start and t.tag_ == "NNP" for t in token.doc)
