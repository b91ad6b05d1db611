"""Personal pronouns and whom they can stand for: the one table that every rule on pronouns reads."""

from __future__ import annotations

from functools import cache

from communique.lexicon import table

GENDERS = frozenset({"m", "f"})
THIRD = frozenset({"m", "f", "n", "p"})


@cache
def pronouns() -> dict[str, str]:
    """Each pronoun, lower case, with self, side, m, f, n or p (`data/pronouns.tsv` says what they mean)."""
    return {word: kind for word, kind, _ in table("actors", "pronouns")}


@cache
def subject_pronouns() -> dict[str, str]:
    """The pronouns that can only be subjects (`he`), with whom they stand for."""
    return {word: kind for word, kind, case in table("actors", "pronouns") if case == "subject"}


@cache
def reflexives() -> frozenset[str]:
    """`himself` and the like: the subject of their own clause."""
    return frozenset(word for word, _, case in table("actors", "pronouns") if case == "self")


def gender_told(word: str) -> str | None:
    """m or f where a pronoun tells it; None for any other word."""
    kind = pronouns().get(word.lower())
    return kind if kind in GENDERS else None
