"""I and we inside quotations: the speaker, and the side the speaker speaks for."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.lookup import Lookup
from communique.parse import Doc
from communique.types import Actor, Record
from communique.vocabulary import Span

_SELF = {
    "i": False,
    "me": False,
    "my": False,
    "myself": False,
    "we": True,
    "us": True,
    "our": True,
    "ours": True,
    "ourselves": True,
}
_WORD = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves)\b")


def find_voices(doc: Doc, record: Record) -> Record:
    """The record with mentions for first persons in direct and mixed statements; the innermost statement's speaker counts."""
    lookup = Lookup(record)
    added: dict[str, list[Span]] = {}
    taken = {span for actor in record.actors for span in actor.mentions}
    for match in _WORD.finditer(doc.article.text):
        if match.span() in taken or doc.quote_at(match.start()) is None:
            continue
        statement = lookup.statement_at(match.start())
        speaker = statement.speaker.actor if statement and statement.speaker else None
        if speaker is None or speaker not in lookup.actors or statement is None or statement.kind == "indirect":
            continue
        if _SELF[match.group().lower()]:
            speaker = _side(lookup, speaker)
        added.setdefault(speaker, []).append(match.span())
    if not added:
        return record
    return replace(record, actors=tuple(_with(actor, added.get(actor.id, [])) for actor in record.actors))


def _side(lookup: Lookup, speaker: str) -> str:
    return lookup.side_of(speaker)


def _with(actor: Actor, spans: list[Span]) -> Actor:
    return replace(actor, mentions=tuple(sorted({*actor.mentions, *spans}))) if spans else actor
