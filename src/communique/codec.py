"""Records as JSON and back, and the JSON Schema, all from the types: a record that fails the schema is never written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from communique.errors import RecordError
from communique.types import Mention, Record

_MENTIONS = ("speaker", "addressee", "about")
_REASONED = ("actors", "dates", "places", "statements", "events", "positions")


def to_dict(record: Record) -> dict[str, Any]:
    """The record as plain dicts and lists, in the order of the contract.

    `why` is left out where nobody asked for it (`communique read --explain`), and a mention's `name`, which is its actor's.
    """
    out: dict[str, Any] = msgspec.to_builtins(record)
    for group in _REASONED:
        for entry in out[group]:
            _tidy(entry)
    return out


def _tidy(entry: dict[str, Any]) -> None:
    if entry.get("why") is None:
        entry.pop("why", None)
    for key in _MENTIONS:
        if entry.get(key):
            entry[key].pop("name", None)
    if entry.get("place"):
        _tidy(entry["place"])


def encode(record: Record) -> str:
    """One line of JSON (UTF-8 safe text, no newline). Raises RecordError where a value breaks the schema."""
    data = to_dict(record)
    check(data)
    return msgspec.json.encode(data).decode("utf-8")


def decode(line: str | bytes) -> Record:
    """The record in one line of JSON. Raises RecordError at the place (`$.statements[0].kind`) that breaks the schema."""
    try:
        return named(msgspec.json.decode(line, type=Record))
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise _translated(error) from error


def check(data: dict[str, Any]) -> Record:
    """The record in plain dicts and lists. Raises RecordError where it breaks the schema."""
    try:
        return msgspec.convert(data, Record)
    except msgspec.ValidationError as error:
        raise _translated(error) from error


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record, generated from the types."""
    out = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Record)}
    out["$defs"]["Mention"]["properties"].pop("name")
    return out


def named(record: Record) -> Record:
    """The same record with the actor's name on every mention, so that `record.statements[0].speaker.name` reads well."""
    names = {actor.id: actor.name for actor in record.actors}

    def name(mention: Mention | None) -> Mention | None:
        return replace(mention, name=names.get(mention.actor or "", mention.text)) if mention else None

    statements = tuple(
        replace(s, speaker=name(s.speaker), addressee=name(s.addressee), about=name(s.about)) for s in record.statements
    )
    return replace(record, statements=statements)


def _translated(error: Exception) -> RecordError:
    message, _, where = str(error).partition(" - at ")
    return RecordError(where.strip("`") or "$", message)
