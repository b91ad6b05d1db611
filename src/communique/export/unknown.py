"""What a record does not know: its gaps, and entries that lack what one would ask for first."""

from __future__ import annotations

from dataclasses import dataclass

from communique.types import DateExpression, Event, Record, Statement


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something not known, in words, and the entries that it is true of (none for a gap or a missing date of publication)."""

    what: str
    entries: tuple[Statement | Event | DateExpression, ...] = ()


def unknowns(record: Record) -> tuple[Unknown, ...]:
    """Gaps first, then what entries lack; what is complete is not listed."""
    found = [Unknown(f"{gap.stage}: {gap.reason}") for gap in record.gaps]
    if record.article.published is None:
        found.append(Unknown("the day of publication, so that words such as “Thursday” stay without a day"))
    lacking: list[tuple[str, tuple[Statement | Event | DateExpression, ...]]] = [
        ("who speaks", tuple(s for s in record.statements if s.speaker is None)),
        ("who the named speaker is", tuple(s for s in record.statements if s.speaker and s.speaker.actor is None)),
        ("who acts", tuple(e for e in record.events if not e.actors)),
        ("when it was", tuple(e for e in record.events if not _dated(e))),
        ("which day is meant", tuple(d for d in record.dates if d.type in {"DATE", "TIME"} and d.start is None)),
    ]
    return (*found, *(Unknown(what, entries) for what, entries in lacking if entries))


def _dated(event: Event) -> bool:
    return event.when is not None and (event.when.start or event.when.end) is not None
