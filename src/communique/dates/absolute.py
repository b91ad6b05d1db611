"""Days, months, years, clock times that are named as such; a missing year is found from the day of publication."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from communique.dates.amounts import UNITS, amount
from communique.dates.calendar import easter, make_day, nth_weekday, shift
from communique.dates.grammar import Match
from communique.dates.scene import Meaning, Scene, dated
from communique.lexicon import table

MONTHS = {row[0]: int(row[1]) for row in table("dates", "months")}
WEEKDAYS = {row[0]: int(row[1]) for row in table("dates", "weekdays")}
PARTS = {row[0]: row[1] for row in table("dates", "parts")}
_SEASONS = {row[0]: row[1] for row in table("dates", "seasons")}
_HOLIDAYS = {row[0].replace("'", " ' "): row[1] for row in table("dates", "holidays")}
# A tense is often that of telling, not of the happening (`was extended to Nov. 20`): it rules out only what is many days away.
_SLACK = 60


def iso(match: Match, scene: Scene) -> Meaning | None:
    """2019-02-28."""
    value = match.lexemes[0].lower
    meaning = dated(value)
    return meaning if meaning.days else None


def slash(match: Match, scene: Scene) -> Meaning | None:
    """02/28/2019; which number is the month is told only where one is over twelve or both are the same."""
    first, second, year = (int(part) for part in match.lexemes[0].lower.split("/"))
    if len(match.lexemes[0].lower.rsplit("/", 1)[1]) == 2:
        year += 2000 if year < 50 else 1900
    options = {d for d in (make_day(year, first, second), make_day(year, second, first)) if d}
    return dated(options.pop().isoformat()) if len(options) == 1 else (Meaning("DATE") if options else None)


def day_of_month(match: Match, scene: Scene) -> Meaning | None:
    """Feb. 28, 2019; 28 February; Thursday, Feb. 28."""
    month, number = match.first("MONTH"), match.first("DAYNUM", "ORDNUM")
    assert month is not None and number is not None
    named = MONTHS[month.lower], int("".join(c for c in number.lower if c.isdigit()))
    if make_day(2000, *named) is None:
        return None
    year = _told_year(match, scene)
    if year is not None:
        day = make_day(year, *named)
        return dated(day.isoformat()) if day else None
    near = nearest(scene, lambda year: make_day(year, *named))
    if near is None:
        return Meaning("DATE", f"XXXX-{named[0]:02}-{named[1]:02}")
    return dated(near.isoformat(), relative=True)


def _told_year(match: Match, scene: Scene) -> int | None:
    """The year in a match: in digits, or as `last year` beside a known year of publication."""
    if year := match.first("YEAR"):
        return int(year.lower)
    if match.first("UNIT") is None or scene.anchor is None:
        return None
    return scene.anchor.year + (match.has("next") - match.has("last"))


def nearest(scene: Scene, day_in: Callable[[int], date | None]) -> date | None:
    """The day of an unnamed year: the one nearest to the day of publication, unless the tense speaks against it."""
    if scene.anchor is None or scene.grain != "D":
        return None
    anchor = scene.anchor
    days = [d for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (d := day_in(year))]
    way = scene.direction()
    allowed = [d for d in days if way * (d - anchor).days >= -_SLACK]
    return min(allowed or days, key=lambda d: abs((d - anchor).days), default=None)


def month(match: Match, scene: Scene) -> Meaning | None:
    """February; February 2019; last May; early this September; January last year."""
    named = match.first("MONTH")
    assert named is not None
    number = MONTHS[named.lower]
    if match.has("every", "each"):
        return Meaning("SET", f"XXXX-{number:02}")
    year = _told_year(match, scene)
    if year is not None:
        return dated(f"{year:04}-{number:02}")
    if scene.anchor is None or scene.grain == "M":
        return Meaning("DATE", f"XXXX-{number:02}")
    if scene.grain == "Y":
        return Meaning("DATE", f"XXXX-{number:02}")
    return dated(f"{_year_of_month(match, scene, scene.anchor, number):04}-{number:02}", relative=True)


def _year_of_month(match: Match, scene: Scene, anchor: date, number: int) -> int:
    told = scene.told_day()
    if match.has("previous", "following") and told is not None:
        return told.year - (number >= told.month) if match.has("previous") else told.year + (number <= told.month)
    if match.has("last"):
        return anchor.year - (number >= anchor.month)
    if match.has("next"):
        return anchor.year + (number <= anchor.month)
    way = scene.direction()
    if scene.near_year is not None and way <= 0:
        return scene.near_year
    if match.has("this"):
        return anchor.year
    if way > 0:
        return anchor.year + (number < anchor.month)
    return anchor.year - (number > anchor.month)


def season(match: Match, scene: Scene) -> Meaning | None:
    """Last fall; the summer of 1996; this spring. Falls and springs without such a word are verbs or coils."""
    named = match.first("SEASON")
    assert named is not None
    code = _SEASONS[named.lower]
    year = _told_year(match, scene)
    marked = match.has("last", "next", "this", "early", "late", "mid", "of", "following", "previous")
    if year is None and not marked and (named.lower in {"fall", "spring"} or match.previous() not in {"in", "the", "during"}):
        return None
    if year is None and scene.anchor is None:
        return Meaning("DATE", f"XXXX-{code}")
    if year is None:
        assert scene.anchor is not None
        middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[code]
        year = scene.anchor.year - (match.has("last") and middle >= scene.anchor.month - 1)
        year += match.has("next") and middle <= scene.anchor.month
    return Meaning("DATE", f"{year:04}-{code}")


def year(match: Match, scene: Scene) -> Meaning | None:
    """2019; early 1990; the end of 1994; fiscal 1989 (whose days are the company's own)."""
    told = match.first("YEAR")
    assert told is not None
    if match.has("fiscal"):
        return Meaning("DATE", told.lower)
    return dated(told.lower)


def year_in_words(match: Match, scene: Scene) -> Meaning | None:
    """Nineteen ninety-six; the year two thousand."""
    cards = [amount([lexeme]) for lexeme in match.all("CARD")]
    numbers = [int(card) for card in cards if card is not None]
    if match.first("BIG"):
        return dated(f"{numbers[0] * 1000}") if match.has("thousand") and numbers[0] == 2 else None
    century, rest = numbers[0], numbers[1:]
    if century not in {18, 19, 20} or rest[0] < 10 or (len(rest) == 2 and (rest[0] < 20 or rest[1] > 9)):
        return None
    return dated(f"{century * 100 + sum(rest)}")


def decade(match: Match, scene: Scene) -> Meaning | None:
    """The 1990s; the late '70s; the nineties."""
    named = match.first("DECADE", "YEAR", "TENS")
    assert named is not None
    digits = "".join(c for c in named.lower if c.isdigit())
    if named.kind == "TENS":
        digits = str(int(amount_of_tens(named.lower)))
    if len(digits) == 2:
        digits = ("19" if int(digits) >= 30 else "20") + digits
    return dated(digits[:3]) if digits[3] == "0" else None


def amount_of_tens(word: str) -> int:
    """70 for `seventies`."""
    return next(int(row[2]) for row in table("dates", "numbers") if row[0] == word)


def century(match: Match, scene: Scene) -> Meaning | None:
    """The 20th century is 19 in TIMEX3: the first two digits of its years."""
    unit, number = match.first("UNIT"), match.first("ORDNUM", "ORD")
    assert unit is not None and number is not None
    if UNITS[unit.lower] != "C":
        return None
    digits = "".join(c for c in number.lower if c.isdigit())
    order = int(digits) if digits else next(int(row[2]) for row in table("dates", "numbers") if row[0] == number.lower)
    start = make_day(order * 100 - 99, 1, 1)
    if start is None:
        return None
    end = shift(start, "C", 1)
    return Meaning("DATE", f"{order - 1:02}", (start, end - timedelta(days=1)) if end else None)


def holiday(match: Match, scene: Scene) -> Meaning | None:
    """Christmas; Thanksgiving Day 1999."""
    named = match.first("HOLIDAY")
    assert named is not None
    rule = next(r for name, r in _HOLIDAYS.items() if name.split() == named.lower.split())
    year = _told_year(match, scene)
    day = _holiday_in(rule, year) if year is not None else nearest(scene, lambda y: _holiday_in(rule, y))
    if day is None:
        return Meaning("DATE", f"XXXX-{rule}" if "-" in rule[1:] and rule[0].isdigit() else None)
    return dated(day.isoformat(), relative=year is None)


def _holiday_in(rule: str, year: int) -> date | None:
    if rule[0] == "E":
        return shift(easter(year), "D", int(rule[1:]))
    if "." in rule:
        nth, weekday, month = (int(part) for part in rule.split("."))
        return nth_weekday(year, month, weekday, nth)
    return make_day(year, int(rule[:2]), int(rule[3:]))


def half(match: Match, scene: Scene) -> Meaning | None:
    """The first half of 2019."""
    year = _told_year(match, scene)
    unit = match.first("UNIT")
    if year is None or (unit is not None and UNITS[unit.lower] != "Y"):
        return None
    second = match.first("SECOND") is not None or match.has("last")
    return dated(f"{year:04}-H{2 if second else 1}")
