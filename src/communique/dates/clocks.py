"""Clock times, with the day that stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.dates.absolute import PARTS, day_of_month
from communique.dates.calendar import shift
from communique.dates.grammar import Match
from communique.dates.lexemes import Lexeme
from communique.dates.scene import Meaning, Scene, dated
from communique.dates.weekdays import deictic, weekday, with_part


def clock(match: Match, scene: Scene) -> Meaning | None:
    """7:15 a.m.; noon Thursday; 10 p.m. EST Nov. 9."""
    time = clock_time(match)
    if time is None:
        return None
    if match.first("MONTH"):
        rest = replace(match, lexemes=_without_clock(match.lexemes))
        meaning = day_of_month(rest, scene)
    elif match.first("DEICTIC"):
        meaning = deictic(match, scene)
    elif match.first("WEEKDAY"):
        meaning = weekday(match, scene)
    else:
        return with_part(dated(scene.near_day), time) if scene.near_day else Meaning("TIME", f"XXXX-XX-XXT{time}")
    return with_part(meaning, time) if meaning else None


def part_which(match: Match, scene: Scene) -> Meaning | None:
    """That evening; the next morning: of the day told before."""
    part, told = match.first("PART"), scene.told_day()
    assert part is not None
    if told is None or len(scene.focus or "") != 10:
        return Meaning("TIME", None)
    step = match.has("next", "following") - match.has("previous")
    day = shift(told, "D", step)
    return with_part(dated(day.isoformat(), relative=True), PARTS[part.lower]) if day else None


def _without_clock(found: Sequence[Lexeme]) -> tuple[Lexeme, ...]:
    last = max(i for i, lexeme in enumerate(found) if lexeme.kind in {"AMPM", "CLOCK", "HOURNAME", "ZONE", "RPAR"})
    return tuple(found[last + 1 :])


def clock_time(match: Match) -> str | None:
    """HH:MM of the clock words of a match."""
    if named := match.first("HOURNAME"):
        return PARTS[named.lower]
    word = match.first("CLOCK", "DAYNUM", "NUM")
    if word is None:
        return None
    digits = word.lower.replace(".", ":")
    if word.kind == "NUM":
        if len(digits) != 4:
            return None
        digits = f"{digits[:2]}:{digits[2:]}"
    hour, minute = (int(part) for part in (digits.split(":") + ["0"])[:2])
    half = match.first("AMPM")
    if half and hour > 12 or hour > 24:
        return None
    if half:
        hour = hour % 12 + 12 * (half.lower[0] == "p")
    return f"{hour:02}:{minute:02}"
