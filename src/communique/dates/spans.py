"""Durations and what recurs: two years, a 16-hour flight, every Tuesday, $5 million a year."""

from __future__ import annotations

from communique.dates.absolute import PARTS, WEEKDAYS
from communique.dates.amounts import UNITS, period, span_amount, unit_of
from communique.dates.grammar import Match
from communique.dates.scene import Meaning, Scene, dated
from communique.lexicon import table, words

_SETS = {row[0]: row[1] for row in table("dates", "sets")}
_PARTS = PARTS | {row[0]: row[1] for row in table("dates", "parts")}


def duration(match: Match, scene: Scene) -> Meaning | None:
    """Two years; several months; a 30-day."""
    unit = unit_of(match)
    if unit == "TS" and match.first("SECOND") and match.first("SECOND").lower == "second":  # type: ignore[union-attr]
        return None
    return Meaning("DURATION", period(span_amount(match), unit))


def counted(match: Match, scene: Scene) -> Meaning | None:
    """Two years; a 16-hour flight. An age is no time, nor does a year or a sum of money count days."""
    number = match.first("YEAR", "NUM")
    if match.lexemes[0].lower == "one" and unit_of(match) == "D" and scene.direction() > 0:
        return Meaning("DATE", "FUTURE_REF")
    if match.previous() in {"$", "£", "€", "#"} or (
        number and number.kind == "YEAR" and "-" in [x.lower for x in match.lexemes]
    ):
        return None
    return duration(match, scene)


def one(match: Match, scene: Scene) -> Meaning | None:
    """A year: a rate after a sum or a count (`$5 million a year`, `twice a week`), else a duration."""
    if match.has("or", "and", "another", "one") or match.previous() in words("dates", "before_durations"):
        return duration(match, scene)
    before = match.before[-1].kind if match.before else ""
    if before == "UNITS" or match.next() == "-":
        return None
    if before in {"NUM", "CARD", "DAYNUM", "YEAR", "BIG"} or match.previous() in words("dates", "before_rates"):
        return Meaning("SET", period(span_amount(match), unit_of(match)))
    return duration(match, scene)


def rate(match: Match, scene: Scene) -> Meaning | None:
    """`Per day` is a measure, not a time."""
    return None


def each(match: Match, scene: Scene) -> Meaning | None:
    """Every two weeks; each July; every other day."""
    number = span_amount(match)
    if number is not None and match.has("other"):
        number *= 2
    return Meaning("SET", period(number, unit_of(match)))


def frequency(match: Match, scene: Scene) -> Meaning | None:
    """Daily; quarterly."""
    return Meaning("SET", _SETS[match.lexemes[0].lower])


def weekday_set(match: Match, scene: Scene) -> Meaning | None:
    """Every Tuesday; Monday nights; Sundays."""
    word, part = match.first("WEEKDAY", "WEEKDAYS"), match.first("PART", "PARTS")
    assert word is not None
    return Meaning("SET", f"XXXX-WXX-{WEEKDAYS[word.lower]}" + (f"T{_PARTS[part.lower]}" if part else ""))


def plural(match: Match, scene: Scene) -> Meaning | None:
    """Weeks; months or years: a duration whose length is not told."""
    unit = UNITS[match.all("UNITS")[0].lower]
    return Meaning("DURATION", period(None, unit))


def the_unit(match: Match, scene: Scene) -> Meaning | None:
    """The year; the quarter: as a period of the calendar, where the report is about one."""
    unit = unit_of(match)
    if match.next() == "-":
        return None
    if unit == "Q":
        return dated(scene.quarter)
    if unit == "Y":
        return scene.at(scene.anchor, "Y") if match.has("full") else Meaning("DURATION", "P1Y")
    return None
