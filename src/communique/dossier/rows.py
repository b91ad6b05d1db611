"""A record as rows of the tables that queries use. What is here can be made again from the record, and `check` does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from communique.types import Record, Statement
from communique.vocabulary import Span

Row = tuple[Any, ...]

_LINE = re.compile(r"[^\n\r]+")


def actor_rows(record: Record) -> Iterator[Row]:
    for actor in record.actors:
        yield actor.id, actor.name, actor.kind, actor.country, actor.sector, actor.wikidata


def statement_rows(record: Record) -> Iterator[Row]:
    for s in record.statements:
        speaker, actor = (s.speaker.text, s.speaker.actor) if s.speaker else (None, None)
        yield s.id, s.kind, speaker, actor, s.manner, *extent(s), s.confidence


def event_rows(record: Record) -> Iterator[Row]:
    for e in record.events:
        first, last = (e.when.start, e.when.end) if e.when else (None, None)
        yield e.id, e.type, e.mode, e.status, first, last, e.told_in, *e.trigger.span, e.confidence


def position_rows(record: Record) -> Iterator[Row]:
    for p in record.positions:
        yield p.id, p.party, p.stance, p.issue.label, p.status, p.told_in, *p.evidence.span, p.confidence


def word_rows(record: Record) -> Iterator[Row]:
    """The lines of the story, and where they start; lines that are wholly furniture are left out."""
    text, furniture = record.article.text, [entry.span for entry in record.article.furniture]
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        stop = match.start() + len(line.rstrip())
        if start < stop and not any(first <= start and stop <= last for first, last in furniture):
            yield text[start:stop], start


def said_rows(record: Record) -> Iterator[Row]:
    """What is said, by stretches of content; the speaker as the report has it and by name."""
    names = {actor.id: actor.name for actor in record.actors}
    for s in record.statements:
        known = (s.speaker.text, names.get(s.speaker.actor or "")) if s.speaker else ()
        speaker = "; ".join(dict.fromkeys(name for name in known if name))
        for part in s.content:
            yield part.text, speaker, part.span[0], s.id


def extent(statement: Statement) -> Span:
    """From the first to the last character of what a statement says."""
    return min(part.span[0] for part in statement.content), max(part.span[1] for part in statement.content)


# Every table that is made from records: its columns beside `report`, and the rows of one record in their order.
TABLES: dict[str, tuple[str, Callable[[Record], Iterator[Row]]]] = {
    "actors": ("id, name, kind, country, sector, wikidata", actor_rows),
    "statements": ("id, kind, speaker, actor, manner, start, stop, confidence", statement_rows),
    "events": ("id, type, mode, status, first_day, last_day, told_in, start, stop, confidence", event_rows),
    "positions": ("id, party, stance, issue, status, told_in, start, stop, confidence", position_rows),
    "words": ("text, start", word_rows),
    "said": ("text, speaker, start, statement", said_rows),
}
