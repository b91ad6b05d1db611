"""Cities in a phrase: they tell the country of who is of them (`Shanghai police`, `a court in Lyon`)."""

from __future__ import annotations

from communique.actors.cities import city_named
from communique.actors.first_names import first_names
from communique.actors.kb import Knowledge
from communique.actors.phrase_parts import Phrase
from communique.actors.roles import weak

_OF = frozenset({"of", "in", "at", "from", "near", "outside"})


def country_of_city(phrase: Phrase, knowledge: Knowledge) -> str | None:
    """The country of a city at the beginning of a phrase or behind a preposition; None for a name that may be a person's."""
    tokens = phrase.tokens
    for first in range(len(tokens)):
        behind = first > 0 and tokens[first - 1].lower() in _OF
        if first and not behind:
            continue
        for size in (3, 2, 1):
            code = city_named(" ".join(tokens[first : first + size])) if first + size <= len(tokens) else None
            if code and (behind or size > 1 or not _may_be_a_person(phrase, tokens[first].lower(), knowledge)):
                return code
    return None


def _may_be_a_person(phrase: Phrase, word: str, knowledge: Knowledge) -> bool:
    """`Kennedy aides`, but not `Liverpool police`."""
    if word in first_names():
        return True
    surname = bool(knowledge.surname_holders(word))
    return surname and (phrase.role is None or phrase.role.words in weak())
