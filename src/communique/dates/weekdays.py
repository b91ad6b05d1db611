"""Days as seen from the day of publication: yesterday, Thursday, last Friday evening, the weekend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from communique.dates.absolute import PARTS, WEEKDAYS
from communique.dates.amounts import UNITS
from communique.dates.calendar import shift, value_at
from communique.dates.grammar import Match
from communique.dates.scene import Meaning, Scene, dated
from communique.lexicon import table

_DAYS = {row[0].replace("'", " ' "): row[1:] for row in table("dates", "days")}


def deictic(match: Match, scene: Scene) -> Meaning | None:
    """Yesterday; tomorrow night; late yesterday."""
    word = match.first("DEICTIC")
    assert word is not None
    steps, *part = _DAYS[word.lower]
    if not part and (named := match.first("PART")):
        part = [PARTS[named.lower]]
    if part == ["NI"] and word.lower == "overnight" and scene.anchor is None:
        return Meaning("TIME", None)
    day = shift(scene.anchor, "D", int(steps)) if scene.anchor else None
    return with_part(scene.at(day, "D"), part[0] if part else None)


def with_part(meaning: Meaning, part: str | None) -> Meaning:
    """The same day at a part of it (MO) or a clock time (12:00)."""
    if part is None:
        return meaning
    return replace(meaning, type="TIME", value=f"{meaning.value}T{part}" if meaning.value else None)


def weekday(match: Match, scene: Scene) -> Meaning | None:
    """Thursday; last Friday; early next Monday."""
    word = match.first("WEEKDAY", "WEEKDAY_SHORT")
    assert word is not None
    number = WEEKDAYS[word.lower]
    if scene.anchor is None or scene.grain != "D":
        return Meaning("DATE", f"XXXX-WXX-{number}")
    base, way, same = scene.anchor, 0, False
    if unit := match.first("UNIT"):
        return _weekday_of_week(match, scene, number) if UNITS[unit.lower] == "W" else None
    if match.has("previous", "following", "same"):
        told = scene.told_day()
        if told is None:
            return Meaning("DATE", f"XXXX-WXX-{number}")
        base, way, same = told, 1 if match.has("following") else -1, match.has("same")
    elif match.has("last") or match.has("past"):
        way = -1
    elif match.has("next", "coming"):
        way = 1
    else:
        way, same = (scene.direction() or (1 if match.has("this") else -1)), True
    return dated(weekday_near(base, number, way, same=same).isoformat(), relative=True)


def weekday_near(base: date, number: int, way: int, *, same: bool) -> date:
    """The next (1) or last (-1) such weekday, which may be the day itself where `same`."""
    gap = (number - base.isoweekday()) % 7 if way > 0 else (base.isoweekday() - number) % 7
    if gap == 0 and not same:
        gap = 7
    return shift(base, "D", way * gap) or base


def _weekday_of_week(match: Match, scene: Scene, number: int) -> Meaning | None:
    assert scene.anchor is not None
    monday = shift(scene.anchor, "D", 7 * (match.has("next") - match.has("last")) + number - scene.anchor.isoweekday())
    return scene.at(monday, "D")


def weekday_part(match: Match, scene: Scene) -> Meaning | None:
    """Thursday evening; mid-afternoon yesterday."""
    meaning = deictic(match, scene) if match.first("DEICTIC") else weekday(match, scene)
    part = match.first("PART")
    return with_part(meaning, PARTS[part.lower]) if meaning and part else meaning


def weekend(match: Match, scene: Scene) -> Meaning | None:
    """The weekend: the last one in the past tense, the coming one ahead. `a weekend` is a duration."""
    if match.has("a"):
        return Meaning("DURATION", "P2D")
    if scene.anchor is None or scene.grain != "D":
        return Meaning("DATE", None)
    way = -1 if match.has("last", "past", "previous") else 1 if match.has("next", "coming") else scene.direction() or -1
    saturday = weekday_near(scene.anchor, 6, way, same=True)
    if way < 0 and not match.has("last", "past") and scene.anchor.isoweekday() == 7:
        saturday = weekday_near(scene.anchor, 6, -1, same=True)
    return dated(value_at(saturday, "W") + "-WE", relative=True)
