"""Listed names in a phrase that are spelt in another way: transliterations (`Moammar Gadhafi`), slips (`Ukranian troops`)."""

from __future__ import annotations

from itertools import groupby

from communique.actors.cities import city_country
from communique.actors.first_names import first_names
from communique.actors.kb import Entry, Knowledge, slips
from communique.actors.roles import find_role

_LANDS = frozenset({"state", "demonym", "capital"})
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "as", "ash", "de", "da", "von", "van"})
# Shorter words are names of their own too often.
_SHORTEST = 7


def other_spelling(tokens: list[str], knowledge: Knowledge) -> tuple[int, int, tuple[Entry, ...]] | None:
    """The first listed name that words of a phrase mean, with the words that it covers; for phrases with no listed name."""
    return _transliterated(tokens, knowledge) or _misspelt(tokens, knowledge)


def _transliterated(tokens: list[str], knowledge: Knowledge) -> tuple[int, int, tuple[Entry, ...]] | None:
    """A person or group, by two or more words with capitals: the longest name that ends such a row of words."""
    named = [token[:1].isupper() or token in _PARTICLES for token in tokens]
    for capital, row in groupby(range(len(tokens)), key=named.__getitem__):
        at = list(row)
        for first in at[:-1] if capital else ():
            if entries := knowledge.sounding(" ".join(tokens[first : at[-1] + 1])):
                return first, at[-1] + 1, entries
    return None


def _misspelt(tokens: list[str], knowledge: Knowledge) -> tuple[int, int, tuple[Entry, ...]] | None:
    """A state or its people with a slip of the pen, by itself or before words in small letters (`Isreali soldiers`)."""
    for i, token in enumerate(tokens):
        lower = token.lower()
        if not (token.istitle() and token.isascii() and len(token) >= _SHORTEST) or any(
            t[:1].isupper() for t in tokens[i + 1 :]
        ):
            continue
        if lower in first_names() or city_country([token]) or find_role([lower]) or knowledge.surname_holders(lower):
            continue
        for meant in slips(lower):
            entries = knowledge.folded(meant)
            if entries and entries[0].kind in _LANDS:
                return i, i + 1, entries
    return None
