"""A text as lexemes with classes (MONTH, UNIT, DAYNUM, literal words): what the grammar of time expressions is written over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.lexicon import table, words

_LEXEME = re.compile(
    r"(?P<ISO>\b[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]|-[0-9]))|(?P<SLASH>\b[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})\b(?!/))"
    r"|(?P<CLOCK>\b[012]?[0-9](?::[0-5][0-9](?::[0-5][0-9])?|[.][0-5][0-9](?=\s?[ap][.]?m\b))(?![0-9%]))"
    r"|(?P<DECADE>\b[0-9]{3}0['’]?s\b|['’`][0-9]0s\b)"
    r"|(?P<ORDNUM>\b[0-9]{1,2}(?:st|nd|rd|th)\b)|(?P<NUM>[0-9]+(?:[,.][0-9]+)*)"
    r"|(?P<AMPM>\b[ap]\.m\.?|(?<=[0-9])[ap]m\b|(?<=[0-9]\s)[ap]m\b)"
    r"|(?P<WORD>[^\W\d_]+)|(?P<BREAK>[\r\n\u2028\u2029]+|[ \t]{4,})|(?P<MARK>[^\s])",
    re.IGNORECASE,
)
_POSSESSIVE = {"'", "’", "`"}
_BRACKETS = {"(": "LPAR", ")": "RPAR"}
_SHORTENED = {"MONTH", "WEEKDAY_SHORT"}
OTHER, BREAK = "OTHER", "BREAK"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word, number or mark of the text. `lower` has straight apostrophes; a phrase of a table is one lexeme."""

    start: int
    end: int
    lower: str
    kind: str


@cache
def _abbreviations() -> frozenset[str]:
    """Month and weekday words that a full stop belongs to."""
    months = {row[0] for row in table("dates", "months") if len(row[0]) < 5} - {"may", "june", "july"}
    return frozenset(months | {row[0] for row in table("dates", "weekdays") if row[2] == "WEEKDAY_SHORT"})


@cache
def kinds() -> dict[str, str]:
    """Class of each single word of the tables."""
    found = {row[0]: "MONTH" for row in table("dates", "months")}
    for name in ("weekdays", "parts", "seasons"):
        found |= {row[0]: row[2] for row in table("dates", name)}
    for name in ("units", "numbers"):
        found |= {row[0]: row[1] for row in table("dates", name)}
    found |= {row[0]: "FREQ" for row in table("dates", "sets")}
    return found | dict.fromkeys(words("dates", "zones"), "ZONE")


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word -> (words, class) of the phrases of the tables that begin with it, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, kind in (("days", "DEICTIC"), ("references", "REF"), ("holidays", "HOLIDAY")):
        for row in table("dates", name):
            parts = tuple(match.group().lower() for match in _LEXEME.finditer(row[0]))
            found.setdefault(parts[0], []).append((parts, kind))
    return {first: tuple(sorted(some, key=lambda item: -len(item[0]))) for first, some in found.items()}


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of a text, in order; white space only where it breaks an expression (a line break, a wide gap)."""
    plain = list(_plain(text))
    found: list[Lexeme] = []
    i = 0
    starts = phrases()
    while i < len(plain):
        step = 1
        for parts, kind in starts.get(plain[i].lower, ()):
            run = plain[i : i + len(parts)]
            if len(run) == len(parts) and all(lexeme.lower == part for lexeme, part in zip(run, parts, strict=True)):
                found.append(Lexeme(run[0].start, run[-1].end, " ".join(parts), kind))
                step = len(parts)
                break
        else:
            found.append(plain[i])
        i += step
    return found


def _plain(text: str) -> Iterator[Lexeme]:
    known, end = kinds(), 0
    for match in _LEXEME.finditer(text):
        if match.start() < end:
            continue
        kind = match.lastgroup or OTHER
        lower = match.group().lower()
        if kind == "WORD":
            kind = known.get(lower, lower)
        elif kind == "MARK":
            lower = "'" if lower in _POSSESSIVE else lower
            kind = _BRACKETS.get(lower, lower)
        elif kind == "NUM":
            kind = _number_kind(lower)
        end = match.end()
        if kind in _SHORTENED and text[end : end + 1] == "." and lower in _abbreviations():
            end += 1
        yield Lexeme(match.start(), end, lower, kind)


def _number_kind(digits: str) -> str:
    if digits.isdigit():
        if len(digits) == 4 and 1000 <= int(digits) <= 2199:
            return "YEAR"
        if len(digits) <= 2 and 1 <= int(digits) <= 31:
            return "DAYNUM"
    return "NUM"
