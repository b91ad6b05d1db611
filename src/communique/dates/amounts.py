"""Numbers in words and digits, and the durations they make with a unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from communique.dates.grammar import Match
from communique.dates.lexemes import Lexeme
from communique.lexicon import table

_NUMBERS = {row[0]: row[2] for row in table("dates", "numbers")}
UNITS = {row[0]: row[2] for row in table("dates", "units")}
UNIT_KINDS = ("UNIT", "UNITS", "SHORTUNIT", "QUARTER", "QUARTERS", "WEEKEND", "WEEKENDS", "SECOND")
# More of any unit is no stretch of time that a report means.
_MOST = 10**6
_ALL_OF = {"E": 10, "C": 100}
Amount = Fraction | None


def unit_of(match: Match) -> str:
    """TIMEX3 unit of the last unit word of a match."""
    return UNITS[match.all(*UNIT_KINDS)[-1].lower]


def amount(found: Sequence[Lexeme]) -> Amount:
    """The number that lexemes tell (`two and a half`, `a hundred`, `2 1/2`, `12 to 18`); None where it is vague or a range."""
    total: Fraction | None = None
    for i, lexeme in enumerate(found):
        if lexeme.kind == "VAGUE" or (total is not None and lexeme.lower in {"to", "or"}):
            return None
        if lexeme.kind in {"DAYNUM", "NUM", "YEAR"}:
            if i and found[i - 1].lower == "/":
                continue
            if total is not None and found[i - 1].lower == "-":
                return None
            total = (total or Fraction(0)) + _digits(found, i)
        elif lexeme.kind in {"CARD", "COUPLE"}:
            total = (total or Fraction(0)) + int(_NUMBERS[lexeme.lower])
        elif lexeme.kind == "BIG":
            total = (total or Fraction(1)) * int(_NUMBERS[lexeme.lower])
        elif lexeme.kind == "HALF":
            total = (total or Fraction(0)) + Fraction(1, 2)
    return None if total is not None and total > _MOST else total


def _digits(found: Sequence[Lexeme], i: int) -> Fraction:
    number = Fraction(re.sub(r",", "", found[i].lower) if found[i].lower.count(".") < 2 else "0")
    if i + 2 < len(found) and found[i + 1].lower == "/" and found[i + 2].kind == "DAYNUM":
        return number / int(found[i + 2].lower)
    return number


def span_amount(match: Match) -> Amount:
    """The number before the unit of a match; one for `a year`, None for `several years` and `years`."""
    before = [lexeme for lexeme in match.lexemes if lexeme.kind not in UNIT_KINDS]
    number = amount(before)
    if number is not None and number < 1 and match.has("and"):
        number += 1
    if number is None and not match.first("VAGUE", "UNITS", "QUARTERS", "WEEKENDS"):
        return Fraction(1)
    return number


def period(number: Amount, unit: str) -> str:
    """A TIMEX3 duration: P2Y, P2Y6M, PT16H, PXW."""
    time = "T" if unit.startswith("T") else ""
    letter = unit[-1]
    if unit == "WE":
        letter, number = "D", number * 2 if number is not None else None
    if unit == "F":
        letter, number = "W", number * 2 if number is not None else None
    if number is None:
        return f"P{time}X{letter}"
    if unit in _ALL_OF:
        letter, number = "Y", number * _ALL_OF[unit]
    whole = number.numerator // number.denominator
    rest = number - whole
    if not rest:
        return f"P{time}{whole}{letter}"
    return _broken(whole, rest, unit, letter)


def _broken(whole: int, rest: Fraction, unit: str, letter: str) -> str:
    """Halves and quarters in the next smaller unit, where that is a whole number of them."""
    smaller = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60)}.get(unit)
    time = "T" if unit.startswith("T") else ""
    if smaller is None or (rest * smaller[1]).denominator != 1:
        return f"P{time}{float(whole + rest):g}{letter}"
    return f"P{time}{f'{whole}{letter}' if whole else ''}{(rest * smaller[1]).numerator}{smaller[0]}"
