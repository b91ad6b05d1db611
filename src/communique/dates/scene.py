"""What a time expression is resolved against: the day of publication, the dates told before it, and the tense around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from communique.dates.calendar import GRAINS, days_of, make_day, value_at
from communique.vocabulary import DateType

# So many paragraphs on, `two days later` no longer refers to a day.
_REACH = 2
# Rules that look back from the quarter that a report is about; the quarter stays what it is.
_COMPARISONS = frozenset({"ago", "year-ago", "year-ago-period"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """Type, TIMEX3 value and the days covered; `relative` says that it was counted from another day."""

    type: DateType
    value: str | None = None
    days: tuple[date, date] | None = None
    relative: bool = False


def dated(value: str | None, *, kind: DateType = "DATE", relative: bool = False) -> Meaning:
    """A DATE (or TIME) with the days that its value covers."""
    return Meaning(kind, value, days_of(value) if value else None, relative)


@dataclass(slots=True)
class Scene:
    """State of reading one text from top to bottom.

    `anchor` is the day of publication (or the first of the month or year, where only that is known: then `grain` is M or Y, and
    what is finer than that is not told). `focus` is the last day or period that was told, `near` the last in the same
    sentence, `quarter` the last quarter of a year, `quarterly` whether that is what figures are compared for.
    """

    anchor: date | None
    grain: str = "D"
    focus: str | None = None
    quarter: str | None = None
    quarterly: bool = False
    direction: Callable[[], int] = field(default=lambda: 0)
    near: str | None = None
    paragraph: int = 0
    _focus_in: int = 0

    def at(self, day: date | None, unit: str) -> Meaning:
        """A period counted from the anchor; nothing, where the anchor is too coarse for that."""
        if day is None or (self.grain != "D" and GRAINS[unit] > GRAINS[self.grain]):
            return Meaning("DATE", None)
        return dated(value_at(day, unit), relative=True)

    def told_day(self) -> date | None:
        """The day that was told last; the first day of a longer period."""
        days = days_of(self.focus) if self.focus and self.paragraph - self._focus_in <= _REACH else None
        return days[0] if days else None

    @property
    def near_day(self) -> str | None:
        """The day that was told in the same sentence."""
        return self.near if self.near and len(self.near) == 10 else None

    @property
    def near_year(self) -> int | None:
        """The year that was told in the same sentence, on its own."""
        return int(self.near) if self.near and len(self.near) == 4 else None

    def note(self, meaning: Meaning, rule: str) -> None:
        """Keeps what later expressions may refer to."""
        if meaning.type in {"DATE", "TIME"} and meaning.value and meaning.days:
            self._focus_in = self.paragraph
            self.focus = self.near = meaning.value.split("T")[0]
            if "-Q" in meaning.value and rule not in _COMPARISONS:
                self.quarter, self.quarterly = meaning.value, True
        elif meaning.type == "DURATION" and meaning.value and meaning.value.endswith("M"):
            self.quarterly = False


def scene_of(published: str | None) -> Scene:
    """The scene at the top of a text that was published on this ISO day, month or year."""
    if published is None or not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", published):
        return Scene(None)
    parts = [int(part) for part in published.split("-")]
    anchor = make_day(parts[0], *(parts[1:] + [1, 1])[:2])
    return Scene(anchor, "YMD"[len(parts) - 1])


def clipped(meaning: Meaning, anchor: date | None, word: str) -> Meaning:
    """`earlier this year` ends with the day of writing, `later this year` begins with it."""
    if meaning.days is None or anchor is None or not meaning.days[0] <= anchor <= meaning.days[1]:
        return meaning
    start, end = meaning.days
    return replace(meaning, days=(start, anchor) if word == "earlier" else (anchor, end))
