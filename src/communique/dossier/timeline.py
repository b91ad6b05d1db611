"""The timeline: events by the day on which they happened, or are planned for, as far as reports say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from communique.dossier.events import Happening, Told, find_events
from communique.dossier.held import Held


@dataclass(frozen=True, slots=True)
class Entry:
    """An event at its day. `dated`: reports date it; else `day` is None and `told` the day of the first report."""

    day: str | None
    end: str | None
    told: str | None
    planned: bool
    event: Happening

    @property
    def dated(self) -> bool:
        """Whether any report dates it."""
        return self.day is not None

    def to_json(self) -> dict[str, Any]:
        """{"day", "end", "told", "planned", **event}."""
        return {"day": self.day, "end": self.end, "told": self.told, "planned": self.planned, **self.event.to_json()}


def find_timeline(reports: Sequence[Held]) -> tuple[Entry, ...]:
    """Entries by day; events that no report dates stand at the day they were first told, behind those of that day."""
    return timeline_of(find_events(reports))


def timeline_of(events: Iterable[Happening]) -> tuple[Entry, ...]:
    """The same of events that were joined before."""
    entries = [_entry(event) for event in events]
    return tuple(sorted(entries, key=lambda entry: (entry.day or entry.told or "9999", not entry.dated, entry.event.id)))


def _entry(event: Happening) -> Entry:
    day, end = _day(event.tellings)
    statuses = [telling.status for telling in event.tellings if telling.status and not telling.copy]
    planned = bool(statuses) and all(status in {"planned", "hypothetical"} for status in statuses)
    return Entry(day, end, event.first_seen, planned, event)


def _day(tellings: Sequence[Told]) -> tuple[str | None, str | None]:
    """The days that most tellings give; of several the narrowest stretch, then the earliest."""
    counts: dict[tuple[str, str], int] = {}
    for telling in tellings:
        if telling.start and telling.end and not telling.copy:
            counts[telling.start, telling.end] = counts.get((telling.start, telling.end), 0) + 1
    if not counts:
        return None, None
    return min(counts, key=lambda days: (-counts[days], days[0] != days[1], days))
