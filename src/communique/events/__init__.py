"""events: PLOVER events, who did what to whom, when, where, and whether it happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from communique.events.candidate import candidate
from communique.events.detect import detect
from communique.events.find import Find
from communique.events.finish import MAKER, finish
from communique.events.merge import join
from communique.events.narrative import date_news
from communique.events.when import Circumstances
from communique.lookup import Lookup
from communique.parse import Doc
from communique.types import Record

__all__ = ["Detector", "Find", "candidate", "detect", "find_events", "with_detector"]

Detector = Callable[[Doc, Record, Lookup], Sequence[Find]]


def find_events(doc: Doc, record: Record) -> Record:
    """The record with its PLOVER events, in the order of their triggers.

    Reads actors, statements, dates and places of the record. One happening told several times is one event. Parties are
    actors of the record; one that is not known is left out.
    """
    return with_detector(doc, record, detect)


def with_detector(doc: Doc, record: Record, detector: Detector, *, maker: str = MAKER) -> Record:
    """The record with the events of a detector's mentions (`candidate`): joined, dated, placed, and told whether they happened.

    `maker` names the detector, as `by` of each event. Mentions must come in the order of the text.
    """
    lookup = Lookup(record)
    mentions = detector(doc, record, lookup)
    drafts = join(mentions, Circumstances(doc, record), lookup, _headline(doc))
    date_news(doc, record, drafts)
    return replace(record, events=finish(doc, drafts, lookup, maker=maker))


def _headline(doc: Doc) -> int:
    """Where the headline ends: the first paragraph, if it is no sentence and more follow."""
    if len(doc.paragraphs) < 2:
        return 0
    start, end = doc.paragraphs[0]
    return 0 if doc.article.text[start:end].rstrip("\"'”’").endswith((".", "!", ":")) or end - start > 150 else end
