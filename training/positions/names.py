"""Whether two names may be one party's: the party that a reader marked and an actor of the record."""

from __future__ import annotations

import re

_SMALL = frozenset({"the", "a", "an", "of", "and", "in", "for", "on", "government", "administration", "state"})
_OTHERS = {
    "uk": "united kingdom", "britain": "united kingdom", "us": "united states", "usa": "united states",
    "un": "united nations", "eu": "european union", "tories": "conservative", "conservatives": "conservative",
    "democrats": "democratic", "democrat": "democratic", "republicans": "republican", "department": "ministry",
}  # fmt: skip


def words_of(name: str) -> frozenset[str]:
    """The words that tell a name apart, in lower case, short forms written out."""
    plain = re.sub(r"\b(?:[A-Z]\.){2,}", lambda match: match.group().replace(".", ""), name).lower()
    return frozenset(
        word for found in re.findall(r"\w+", plain) if found not in _SMALL for word in _OTHERS.get(found, found).split()
    )


def same_name(one: str, other: str) -> bool:
    """True where one name has all the words of the other, more than half of all are shared, or one is the other's initials."""
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return False
    return (
        first <= second
        or second <= first
        or 2 * len(first & second) > len(first | second)
        or _initials(one) == other.lower()
        or _initials(other) == one.lower()
    )


def _initials(name: str) -> str:
    found = "".join(word[0] for word in re.findall(r"[A-Z][\w'-]*", name)).lower()
    return found if len(found) > 2 else "-"
