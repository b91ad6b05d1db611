"""Expressions counted from the day of publication, or from the day that was told last."""

from __future__ import annotations

from dataclasses import replace

from communique.dates.amounts import UNITS, period, span_amount, unit_of
from communique.dates.calendar import days_of, shift, value_at
from communique.dates.grammar import Match
from communique.dates.scene import Meaning, Scene, dated
from communique.lexicon import table

_REFERENCES = {row[0]: row[1] for row in table("dates", "references")}
_BACK = ("last", "past", "previous", "preceding")
_AHEAD = ("next", "coming", "following", "upcoming", "ensuing")
_TOLD = ("previous", "preceding", "following", "same", "that", "ensuing")


def which_unit(match: Match, scene: Scene) -> Meaning | None:
    """Last week; this year; the following month; the latest quarter; early next month."""
    unit = unit_of(match) if match.first("UNIT", "QUARTER") else None
    if unit is None or match.has("quarter", "period"):
        return quarter_like(match, scene)
    if unit.startswith("T"):
        return None
    step = match.has(*_AHEAD) - match.has(*_BACK)
    from_told = match.has(*_TOLD) and not match.has("last", "next")
    if (match.has("past") and unit != "Y") or (match.has("the") and match.has("last", "next") and unit != "C"):
        return window_of(match, scene, 1 if match.has("next") else -1)
    base = scene.told_day() if from_told else scene.anchor
    if base is None:
        return Meaning("DATE", None)
    day = shift(base, unit, step)
    meaning = dated(value_at(day, unit), relative=True) if from_told and day else scene.at(day, unit)
    return replace(meaning, days=None) if match.has("fiscal") else meaning


def quarter_like(match: Match, scene: Scene) -> Meaning | None:
    """This quarter; the latest period, which is the quarter that the report is about."""
    if match.has("period") and scene.quarter is None:
        return None
    if scene.quarter and not match.has("this", "next", "last", "current"):
        return replace(dated(scene.quarter), days=None)
    if scene.anchor is None:
        return Meaning("DATE", None)
    step = match.has("next", "coming", "following") - match.has("last", "past", "previous", "latest")
    return scene.at(shift(scene.anchor, "Q", step), "Q")


def ago(match: Match, scene: Scene) -> Meaning | None:
    """Two days ago; a year earlier; months later."""
    unit, number = unit_of(match), span_amount(match)
    back = not match.has("later", "hence", "from")
    if number is None:
        if match.has("ago"):
            return Meaning("DATE", "PAST_REF")
        return Meaning("DURATION", period(None, unit))
    if unit.startswith("T") or unit == "WE" or number.denominator != 1:
        return Meaning("DURATION", period(number, unit))
    if unit in {"Y", "Q"} and back and scene.quarter and scene.quarterly:
        return _quarter_before(scene, int(number) * (4 if unit == "Y" else 1))
    from_told = match.has("earlier", "later")
    base = scene.told_day() if from_told else scene.anchor
    if base is None:
        return Meaning("DATE", None)
    if from_told and not _told_finely(scene, unit):
        return Meaning("DATE", None)
    if unit in {"E", "C"}:
        # A round number of years: which one is not told, so it has a value and no days.
        day = shift(base, unit, -int(number) if back else int(number))
        return replace(scene.at(day, "Y"), days=None)
    day = shift(base, unit, -int(number) if back else int(number))
    if from_told:
        return dated(value_at(day, unit), relative=True) if day else Meaning("DATE", None)
    return scene.at(day, unit)


def unit_before(match: Match, scene: Scene) -> Meaning | None:
    """`The year before`, at the end of its clause; `the day before the summit` is told by the summit."""
    if match.after and (match.next().isalpha() or match.next().isdigit()) and match.next() not in {"and", "but", "when"}:
        return None
    unit = unit_of(match)
    base = scene.told_day()
    if base is None or not _told_finely(scene, unit):
        return Meaning("DATE", None)
    day = shift(base, unit, -1)
    return dated(value_at(day, unit), relative=True) if day else None


def _told_finely(scene: Scene, unit: str) -> bool:
    """Whether the date told before is as fine as the unit that is counted from it (`a day later`, after `in 2011`, is not)."""
    days = days_of(scene.focus) if scene.focus else None
    longest = {"D": 0, "W": 6, "F": 6, "M": 31, "Q": 92, "Y": 366}.get(unit, 3660)
    return days is not None and (days[1] - days[0]).days <= longest


def _quarter_before(scene: Scene, quarters: int) -> Meaning:
    days = days_of(scene.quarter or "")
    day = shift(days[0], "Q", -quarters) if days else None
    return replace(dated(value_at(day, "Q")), days=None) if day else Meaning("DATE")


def year_ago(match: Match, scene: Scene) -> Meaning | None:
    """The year-earlier period: the quarter a year before, where the report is about a quarter."""
    if scene.quarter and not match.has("month", "months"):
        return _quarter_before(scene, 4)
    return scene.at(shift(scene.anchor, "Y", -1) if scene.anchor else None, "Y")


def window(match: Match, scene: Scene) -> Meaning | None:
    """The past two years; the next few days: a duration that touches the day of publication."""
    return window_of(match, scene, 1 if match.has("next", "coming", "following", "ensuing") else -1)


def window_of(match: Match, scene: Scene, way: int) -> Meaning:
    """A duration before (-1) or after (1) the day of publication, with its days where its length is told."""
    unit, number = unit_of(match), span_amount(match)
    value = period(number, unit)
    if number is None or unit.startswith("T") or unit == "WE" or number.denominator != 1:
        return Meaning("DURATION", value)
    told = match.has("previous", "preceding", "following", "ensuing")
    anchor = scene.anchor if scene.grain == "D" and not told else None
    other = shift(anchor, unit, way * int(number)) if anchor else None
    return Meaning("DURATION", value, tuple(sorted((anchor, other))) if anchor and other else None)  # type: ignore[arg-type]


def year_end(match: Match, scene: Scene) -> Meaning | None:
    """Year-end; the end of the month; earlier in the year."""
    unit = unit_of(match)
    step = match.has("next") - match.has("last")
    if unit == "D":
        return dated(scene.near_day) if scene.near_day else Meaning("DATE", None)
    return None if unit.startswith("T") else scene.at(shift(scene.anchor, unit, step) if scene.anchor else None, unit)


def quarter(match: Match, scene: Scene) -> Meaning | None:
    """The third quarter; the fiscal second quarter of 1990. The year is the one whose quarter ended last, or the one told."""
    word = [lexeme for lexeme in match.all("ORD", "SECOND") if lexeme.lower in _QUARTERS]
    if not word:
        return None
    number = _QUARTERS[word[-1].lower]
    told = match.first("YEAR")
    if told is None and scene.anchor is None:
        return Meaning("DATE", f"XXXX-Q{number}")
    meaning = dated(f"{int(told.lower) if told else _year_of_quarter(match, scene, number):04}-Q{number}")
    return replace(meaning, days=None) if match.has("fiscal", "its") else meaning


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _year_of_quarter(match: Match, scene: Scene, number: int) -> int:
    assert scene.anchor is not None
    year, now = scene.anchor.year, (scene.anchor.month + 2) // 3
    if unit := match.first("UNIT"):
        if UNITS[unit.lower] == "Y" and match.has("last", "next", "this", "ago", "earlier"):
            return year + match.has("next") - match.has("last", "ago", "earlier")
    return year - 1 if number > now + 1 and scene.direction() <= 0 else year


def reference(match: Match, scene: Scene) -> Meaning | None:
    """Now; recently; the future."""
    if word := match.first("REF"):
        return Meaning("DATE", _REFERENCES[word.lower])
    if match.rule == "ahead" or match.has("coming", "future"):
        return Meaning("DATE", "FUTURE_REF")
    return Meaning("DATE", "PRESENT_REF" if match.has("current") else "PAST_REF")
