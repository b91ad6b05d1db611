"""Day arithmetic: days to TIMEX3 values at a unit, steps of a unit, and the days that a value covers.

Units are TIMEX3's: D W M Q Y, E (decade), C (century), F (fortnight). Weeks are ISO 8601's. Source: TimeML 1.2.1, TIMEX3.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DAYS = {"D": 1, "W": 7, "F": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?))?"
)
# From coarse to fine: what is finer than the day of writing is known cannot be told from it.
GRAINS = {"C": 0, "E": 1, "Y": 2, "Q": 3, "M": 3, "W": 4, "F": 4, "D": 4}


def value_at(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, month, quarter, year, decade or century that a day lies in."""
    if unit in {"W", "F"}:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    return {
        "D": day.isoformat(),
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "E": f"{day.year // 10:03}",
        "C": f"{day.year // 100:02}",
    }[unit]


def shift(day: date, unit: str, number: int) -> date | None:
    """The day so many units away (the last of a month that is shorter), or None beyond the calendar."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=_DAYS[unit] * number)
        months = day.year * 12 + day.month - 1 + _MONTHS[unit] * number
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def make_day(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday (ISO number) of a month; -1 is the last."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday. Source: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    n = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def days_of(value: str) -> tuple[date, date] | None:
    """First and last day that a TIMEX3 DATE or TIME value covers; None for seasons, references and what is not fully told."""
    if re.fullmatch(r"\d{3}", value) and value != "000":
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    if not (match := _VALUE.fullmatch(value)) or match["year"] == "0000":
        return None
    year = int(match["year"])
    if match["week"]:
        return _week(year, int(match["week"]), weekend=bool(match["weekend"]))
    if match["day"]:
        day = make_day(year, int(match["month"]), int(match["day"]))
        return (day, day) if day else None
    first, months = 1, 12
    for name, length in (("quarter", 3), ("half", 6), ("month", 1)):
        if match[name]:
            first, months = (int(match[name]) - 1) * length + 1, length
    last = first + months - 1
    return (date(year, first, 1), date(year, last, monthrange(year, last)[1])) if 1 <= first and last <= 12 else None


def _week(year: int, week: int, *, weekend: bool) -> tuple[date, date] | None:
    try:
        return date.fromisocalendar(year, week, 6 if weekend else 1), date.fromisocalendar(year, week, 7)
    except ValueError:
        return None
