"""events: PLOVER events, who did what to whom, when, where, and whether it happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from communique.events.candidate import candidate
from communique.events.detect import detect
from communique.events.find import Find
from communique.events.finish import MAKER, finish
from communique.events.heads import NAME, load_heads
from communique.events.learned import Linker
from communique.events.merge import join
from communique.events.narrative import date_news
from communique.events.pairs import relate
from communique.events.reading import Reading
from communique.events.same import Draft
from communique.events.when import Circumstances
from communique.lookup import Lookup
from communique.models.states import kept
from communique.models.store import shipped
from communique.parse import Doc
from communique.types import Record

__all__ = ["Detector", "Find", "candidate", "detect", "find_events", "find_events_by_rules", "relate", "with_detector"]

Detector = Callable[[Doc, Record, Lookup], Sequence[Find]]


def find_events(doc: Doc, record: Record) -> Record:
    """The record with its PLOVER events, in the order of their triggers: the rules', with parties of the model beside theirs.

    Reads what `find_events_by_rules` reads, and the states that the statement model left with the report; where it has left
    none (statements by rules, or no statements asked for) the events are the rules'.

    Raises ModelError where the model is not part of this installation, or a file of it is not the one its card names.
    """
    model, states = shipped(NAME), kept(doc.tokens)
    if states is None:
        return find_events_by_rules(doc, record)
    lookup = Lookup(record)
    found = detect(doc, record, lookup)
    linker = Linker(load_heads(), Reading(doc, record, lookup, found, states), model.settings["least"])
    made_by = replace(record.made_by, models=record.made_by.models | {f"communique-{NAME}": model.version})
    told = with_detector(doc, record, lambda *_: found, maker=f"events.linker.v{model.version}", complete=linker.complete)
    return replace(told, made_by=made_by)


def find_events_by_rules(doc: Doc, record: Record) -> Record:
    """The record with its PLOVER events by rules alone, in the order of their triggers.

    Reads actors, statements, dates and places of the record. One happening told several times is one event. Parties are
    actors of the record; one that is not known is left out.
    """
    return with_detector(doc, record, detect)


def with_detector(
    doc: Doc, record: Record, detector: Detector, *, maker: str = MAKER, complete: Callable[[list[Draft]], None] | None = None
) -> Record:
    """The record with the events of a detector's mentions (`candidate`): joined, dated, placed, and told whether they happened.

    `maker` names the detector, as `by` of each event. Mentions must come in the order of the text. `complete` may add parties
    to events once their mentions are joined.
    """
    lookup = Lookup(record)
    mentions = detector(doc, record, lookup)
    drafts = join(mentions, Circumstances(doc, record), lookup, _headline(doc))
    date_news(doc, record, drafts)
    if complete is not None:
        complete(drafts)
    return replace(record, events=finish(doc, drafts, lookup, maker=maker))


def _headline(doc: Doc) -> int:
    """Where the headline ends: the first paragraph, if it is no sentence and more follow."""
    if len(doc.paragraphs) < 2:
        return 0
    start, end = doc.paragraphs[0]
    return 0 if doc.article.text[start:end].rstrip("\"'”’").endswith((".", "!", ":")) or end - start > 150 else end
