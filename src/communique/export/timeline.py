"""What the record can put on a calendar, in order."""

from __future__ import annotations

from dataclasses import dataclass

from communique.export.wording import when
from communique.types import Event, Record, Statement


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated entry: when, in words, and the entry."""

    when: str
    entry: Event | Statement


def timeline(record: Record) -> tuple[Moment, ...]:
    """Dated events and statements by first day, then last day, then place in the text."""
    dated: list[tuple[tuple[str, str, int], Moment]] = []
    entries: list[Event | Statement] = [*record.events, *record.statements]
    for entry in entries:
        if entry.when and (entry.when.start or entry.when.end):
            start, end = entry.when.start or entry.when.end or "", entry.when.end or entry.when.start or ""
            dated.append(((start, end, place_of(entry)), Moment(when(entry.when), entry)))
    return tuple(moment for _, moment in sorted(dated, key=lambda pair: pair[0]))


def place_of(entry: Event | Statement) -> int:
    """Offset where an event or statement begins in the text."""
    return entry.trigger.span[0] if isinstance(entry, Event) else min(part.span[0] for part in entry.content)
