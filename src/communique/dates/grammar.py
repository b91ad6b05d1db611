"""The grammar of time expressions: patterns over classes of lexemes, from `data/patterns.tsv`, and their matches in a text.

Each class becomes one character, a text becomes one string of them, and each pattern a regular expression over that string.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.dates.lexemes import OTHER, Lexeme
from communique.lexicon import table

_PART = re.compile(r"\$[A-Z]+|[A-Z_]+|[a-z]+|\S")
# Repetition is bounded: a page of numbers must not cost the square of its length.
_OPERATORS = {"(": "(?:", ")": ")", "|": "|", "?": "?", "*": "{0,6}", "+": "{1,6}"}


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules by name, in the order in which they are tried, and the character of each class."""

    rules: tuple[tuple[str, re.Pattern[str]], ...]
    any_rule: re.Pattern[str]
    characters: dict[str, str]

    def encode(self, found: Sequence[Lexeme]) -> str:
        """One character for each lexeme; what no pattern names is all one class."""
        other = self.characters[OTHER]
        return "".join(self.characters.get(lexeme.kind, other) for lexeme in found)


@dataclass(frozen=True, slots=True)
class Match:
    """Lexemes that a rule covers. `before` and `after` are the neighbours, where there are any."""

    rule: str
    lexemes: tuple[Lexeme, ...]
    before: tuple[Lexeme, ...]
    after: tuple[Lexeme, ...]

    def all(self, *kinds: str) -> list[Lexeme]:
        """The lexemes of these classes, in order."""
        return [lexeme for lexeme in self.lexemes if lexeme.kind in kinds]

    def first(self, *kinds: str) -> Lexeme | None:
        """The first lexeme of these classes."""
        return next((lexeme for lexeme in self.lexemes if lexeme.kind in kinds), None)

    def has(self, *words: str) -> bool:
        """Whether one of these words is in it."""
        return any(lexeme.lower in words for lexeme in self.lexemes)

    def previous(self) -> str:
        """The word before, in small letters."""
        return self.before[-1].lower if self.before else ""

    def next(self) -> str:
        """The word after, in small letters."""
        return self.after[0].lower if self.after else ""


@cache
def grammar() -> Grammar:
    """The grammar, compiled once a process."""
    characters: dict[str, str] = {OTHER: "\ue000"}
    macros: dict[str, str] = {}
    rules: list[tuple[str, str]] = []
    for name, pattern in table("dates", "patterns"):
        compiled = "".join(_compiled(part, macros, characters) for part in _PART.findall(pattern))
        if name.startswith("$"):
            macros[name] = f"(?:{compiled})"
        else:
            rules.append((name, compiled))
    any_rule = re.compile("|".join(f"(?:{pattern})" for _, pattern in rules))
    return Grammar(tuple((name, re.compile(pattern)) for name, pattern in rules), any_rule, characters)


def _compiled(part: str, macros: dict[str, str], characters: dict[str, str]) -> str:
    if part in _OPERATORS:
        return _OPERATORS[part]
    if part.startswith("$"):
        return macros[part]
    return characters.setdefault(part, chr(0xE000 + len(characters)))


def candidates(found: Sequence[Lexeme], code: str, at: int) -> Iterator[Match]:
    """What the rules make of the lexemes from `at` on, in the order of the rules."""
    for name, pattern in grammar().rules:
        if hit := pattern.match(code, at):
            end = hit.end()
            yield Match(name, tuple(found[at:end]), tuple(found[max(0, at - 4) : at]), tuple(found[end : end + 3]))
