"""The timeline as a picture: how many events by day, week, month or year; cooperation above the line, conflict below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from communique.dossier.timeline import Entry
from communique.events.lexicon import QUADS
from communique.vocabulary import Quad

_QUAD_CLASSES: tuple[Quad, ...] = get_args(Quad)
# What is told to have been long before the first report, or to come long after the last, would press all else together.
_BEFORE, _AFTER = timedelta(31), timedelta(92)
_MOST_BARS = 62
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
# So many characters of an ISO date name a stretch.
_WRITTEN = {"day": 10, "week": 10, "month": 7, "year": 4}
# Of the picture, in its own units. A bar leaves room beside it, and the highest a margin for its outline.
WIDTH, HEIGHT, _FILLED, _WIDEST, _MARGIN = 1000.0, 200.0, 0.84, 60.0, 2.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of one quad class; `y` is counted from the top."""

    quad: Quad
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """The events that begin in one stretch of days, both included, by quad class."""

    start: str
    end: str
    counts: Mapping[Quad, int]
    bars: tuple[Bar, ...]

    @property
    def total(self) -> int:
        """How many events there are."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Chart:
    """Stretches that have events, in order. `unit` is "day" to "year"; `ticks` are the first, middle and last.

    `line` is how far from the top the line is. `totals` are over all stretches;
    `beyond` events have no day, or one far from those of the reports, and are left out.
    """

    unit: str
    line: float
    stretches: tuple[Stretch, ...]
    totals: Mapping[Quad, int]
    ticks: tuple[str, ...]
    beyond: int

    @property
    def highest(self) -> Stretch:
        """The first of those with most events."""
        return max(self.stretches, key=lambda one: one.total)


def chart(entries: Sequence[Entry]) -> Chart | None:
    """Events by their first day, those that no report dates by the day they were first told; None for less than two days."""
    told = [day for entry in entries if (day := _day(entry.told))]
    known = [(day, QUADS[entry.event.type]) for entry in entries if (day := _day(entry.day or entry.told))]
    first, last = min(told, default=date.min), max(told, default=date.max)
    near = [(day, quad) for day, quad in known if _within(day, first, last)]
    days = [day for day, _ in near]
    if len(set(days)) < 2:
        return None
    unit, starts = _starts(min(days), max(days))
    counts: dict[date, Counter[Quad]] = {}
    for day, quad in near:
        counts.setdefault(_start(day, unit), Counter())[quad] += 1
    above, below = (max(heights) for heights in zip(*map(_heights, counts.values()), strict=True))
    scale = (HEIGHT - 2 * _MARGIN) / (above + below)
    line = _MARGIN + above * scale
    width = min(WIDTH / len(starts) * _FILLED, _WIDEST)
    stretches = [
        Stretch(
            start.isoformat(),
            _last(start, unit).isoformat(),
            _all(counts[start]),
            tuple(_bars(counts[start], (place + 0.5) / len(starts), width, line, scale)),
        )
        for place, start in enumerate(starts)
        if start in counts
    ]
    ticks = [starts[i].isoformat()[: _WRITTEN[unit]] for i in (0, len(starts) // 2, -1)]
    totals = _all(Counter(quad for _, quad in near))
    return Chart(unit, round(line, 2), tuple(stretches), totals, tuple(dict.fromkeys(ticks)), len(entries) - len(near))


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat(told or "")
    except ValueError:
        return None


def _within(day: date, first: date, last: date) -> bool:
    return -_BEFORE <= day - first and day - last <= _AFTER


def _starts(first: date, last: date) -> tuple[str, list[date]]:
    """The finest unit of which there are not too many, and the first day of each from the first to the last."""
    unit = next((unit for unit, days in _DAYS.items() if (last - first).days < _MOST_BARS * days), "year")
    starts = [_start(first, unit)]
    while (following := _last(starts[-1], unit)) < last:
        starts.append(following + timedelta(1))
    return unit, starts


def _start(day: date, unit: str) -> date:
    if unit == "week":
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    return day if unit == "day" else day.replace(day=1, month=day.month if unit == "month" else 1)


def _last(start: date, unit: str) -> date:
    if unit in {"day", "week"}:
        return date.fromordinal(min(date.max.toordinal(), start.toordinal() + (6 - start.weekday() if unit == "week" else 0)))
    month = start.month if unit == "month" else 12
    following = date.max if start.year == date.max.year and month == 12 else None
    return following or date(start.year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _all(counts: Mapping[Quad, int]) -> dict[Quad, int]:
    return {quad: counts.get(quad, 0) for quad in _QUAD_CLASSES}


def _heights(counts: Mapping[Quad, int]) -> tuple[int, int]:
    """How many there are above the line and below it."""
    above = sum(number for quad, number in counts.items() if quad.endswith("cooperation"))
    return above, sum(counts.values()) - above


def _bars(counts: Mapping[Quad, int], middle: float, width: float, line: float, scale: float) -> Iterable[Bar]:
    """Material classes next to the line, verbal ones outside; `middle` is a part of the whole width."""
    ends = {"cooperation": line, "conflict": line}
    for quad in sorted(_QUAD_CLASSES):
        if height := counts.get(quad, 0) * scale:
            side = quad.split()[1]
            y = ends[side] - height if side == "cooperation" else ends[side]
            ends[side] = y if side == "cooperation" else y + height
            yield Bar(quad, round(middle * WIDTH - width / 2, 2), round(y, 2), round(width, 2), round(height, 2))
