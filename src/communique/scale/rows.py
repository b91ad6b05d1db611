"""A Record -> rows of the tables (`communique.scale.tables`): plain dicts, one for each entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from communique import codec
from communique.types import Event, Mention, Phrase, Place, Position, Record, Statement, When

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def rows_of(record: Record, source: str) -> Rows:
    """Rows of every table that a record has entries for.

    Raises RecordError where a value breaks the schema: such a record is not written.
    """
    # The text has a column of its own.
    line = codec.encode(replace(record, article=replace(record.article, text="")))
    key = {"source": source, "report": record.article.id}
    tables: dict[str, Sequence[Row]] = {
        "reports": [{**_report(record), "record": line}],
        "actors": [
            {**_same(actor, "id", "name", "kind", "country", "sector", "role", "wikidata"), "mentions": _spans(actor.mentions)}
            for actor in record.actors
        ],
        "statements": [_statement(statement) for statement in record.statements],
        "dates": [
            {**_phrase("text", one), **_same(one, "type", "value", "by"), "first_day": one.start, "last_day": one.end}
            for one in record.dates
        ],
        "places": [
            {**_phrase("text", one), **_same(one, "name", "country", "lat", "lon", "geonames", "by")} for one in record.places
        ],
        "events": [_event(event) for event in record.events],
        "positions": [_position(position) for position in record.positions],
        "gaps": [_same(gap, "stage", "reason") for gap in record.gaps],
    }
    return {name: [{**key, **row} for row in rows] for name, rows in tables.items() if rows}


def error_row(source: str, report: str | None, kind: str, stage: str | None, reason: str) -> Rows:
    """The row of a report that could not be read; `kind` is read, stage, record, timeout or crash."""
    # A surrogate in a file's name, or in what a library says of it, is no text that a table can hold.
    told = reason.encode("utf-8", "replace").decode()
    return {"errors": [{"source": source, "report": report, "kind": kind, "stage": stage, "reason": told}]}


def record_of(record: str, text: str) -> Record:
    """The record of a row of `reports`: its columns `record` and `text`. Raises RecordError where they are none."""
    found = codec.decode(record)
    return replace(found, article=replace(found.article, text=text))


def _report(record: Record) -> Row:
    article = record.article
    return {
        **_same(article, "url", "publisher", "title", "published", "updated", "language", "text"),
        "authors": list(article.authors),
        "furniture": [{"kind": one.kind, "start": one.span[0], "end": one.span[1]} for one in article.furniture],
    }


def _statement(one: Statement) -> Row:
    first, last = one.content[0], one.content[-1]
    return {
        **_same(one, "id", "kind", "manner", "channel", "inside", "confidence", "by"),
        **_mention("speaker", one.speaker),
        **_phrase("cue", one.cue),
        "content": " … ".join(part.text for part in one.content),
        "content_start": first.span[0],
        "content_end": last.span[1],
        "content_parts": [{"text": part.text, "start": part.span[0], "end": part.span[1]} for part in one.content],
        **_mention("addressee", one.addressee),
        **_mention("about", one.about),
        **_place(one.place),
        **_when(one.when),
    }


def _event(one: Event) -> Row:
    return {
        **_same(one, "id", "type", "mode", "status", "told_in", "quad", "confidence", "by"),
        "contexts": list(one.contexts),
        "actors": list(one.actors),
        "recipients": list(one.recipients),
        **_phrase("trigger", one.trigger),
        **_place(one.place),
        **_when(one.when),
        **_same(one.counts, "dead", "injured", "size"),
    }


def _position(one: Position) -> Row:
    return {
        **_same(one, "id", "party", "voice", "stance", "toward", "told_in", "status", "threat", "confidence", "by"),
        "issue": one.issue.label,
        **_phrase("evidence", one.evidence),
        **_phrase("condition", one.condition),
        **_when(one.when),
    }


def _same(one: object, *names: str) -> Row:
    return {name: getattr(one, name) for name in names}


def _phrase(name: str, one: Phrase | None) -> Row:
    return {name: one.text, f"{name}_start": one.span[0], f"{name}_end": one.span[1]} if one else {}


def _mention(name: str, one: Mention | None) -> Row:
    return {**_phrase(name, one), f"{name}_actor": one.actor} if one else {}


def _place(one: Place | None) -> Row:
    if one is None:
        return {}
    return {
        "place": one.text,
        "place_name": one.name,
        "place_country": one.country,
        "place_lat": one.lat,
        "place_lon": one.lon,
    }


def _when(one: When | None) -> Row:
    return {"when_start": one.start, "when_end": one.end} if one else {}


def _spans(spans: Sequence[tuple[int, int]]) -> list[Row]:
    return [{"start": start, "end": end} for start, end in spans]
