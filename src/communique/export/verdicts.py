"""What one event says about how talks ended, if anything: its type and status, held against the words around its trigger."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.lexicon import table
from communique.types import Actor, Event, Record
from communique.vocabulary import Span

_VERDICTS = {
    ("AGREE", "happened"): "agreement",
    ("AGREE", "ongoing"): "agreement",
    ("AGREE", "planned"): "agreement planned",
    ("AGREE", "cancelled"): "no agreement",
    ("AGREE", "denied"): "no agreement",
    ("AGREE", "claimed"): "agreement",
    ("REJECT", "happened"): "rejected",
    ("REJECT", "ongoing"): "rejected",
    ("CONSULT", "happened"): "talks held",
    ("CONSULT", "ongoing"): "talks under way",
    ("CONSULT", "planned"): "talks planned",
    ("CONSULT", "cancelled"): "talks called off",
    ("CONSULT", "denied"): "no talks",
}
_TOLD = {"happened", "ongoing", "claimed"}
# How far from a trigger its own words are looked for, in characters and never across the clause.
_NEAR = 60
_CLAUSE_START, _CLAUSE_END = re.compile(r"[.,;:!?“”\"\n](?=[^.,;:!?“”\"\n]*$)"), re.compile(r"[.,;:!?“”\"\n]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an event says, and the words of the report that say it: its trigger, with a negation before it."""

    words: str
    span: Span


def verdict(event: Event, record: Record) -> Verdict | None:
    """The verdict of an event; None where it is one side's alone, background, or no agreement, rejection or meeting at all."""
    if event.type not in {"AGREE", "REJECT", "CONSULT"} or not _between_sides(event, record):
        return None
    text, (start, end) = record.article.text, event.trigger.span
    before, after = _clause(text, start, end)
    denied = _beginning("negation").search(text, before, end)
    # What a source tells stands one tense further back: there "had reached" is no background.
    if event.told_in is None and _beginning("background").search(text, before, start):
        return None
    if event.type == "REJECT" and denied:
        # "ended without signing a deal" is coded as a rejection, and is one in which nobody rejects anybody.
        agreement = _beginning("agreement").search(text, denied.start(), after)
        span = (min(start, denied.start()), end)
        return Verdict("no agreement", span) if agreement and event.status in _TOLD else None
    if event.told_in is not None and event.type != "AGREE":
        return None
    if denied and event.status in _TOLD:
        # The words before the trigger say the opposite of the event.
        return None
    if event.type == "AGREE" and not _beginning("agreement").search(text, start, end):
        return None
    words = _VERDICTS.get((event.type, event.status))
    return Verdict(words, (start, end)) if words else None


def _between_sides(event: Event, record: Record) -> bool:
    """Two parties, or a group that is several: "the two sides". Meetings are too many: only those between countries count."""
    ids = {*event.actors, *event.recipients}
    parties = [actor for actor in record.actors if actor.id in ids]
    if event.type == "CONSULT":
        return len({actor.country for actor in parties if actor.country}) > 1
    return len(ids) > 1 or any(map(_is_several, parties))


def _is_several(actor: Actor) -> bool:
    return actor.kind == "group" and _beginning("sides").search(actor.name) is not None


def _clause(text: str, start: int, end: int) -> Span:
    """Where the words near a trigger begin and end, at most to the next mark of punctuation."""
    opened = _CLAUSE_START.search(text, max(0, start - _NEAR), start)
    closed = _CLAUSE_END.search(text, end, end + _NEAR)
    return (opened.end() if opened else max(0, start - _NEAR)), (closed.start() if closed else min(len(text), end + _NEAR))


@cache
def _beginning(kind: str) -> re.Pattern[str]:
    """Words of a kind: whole ones for short function words, else whatever begins so."""
    words = [word for group, word in table("export", "outcome_words") if group == kind]
    closed = kind == "background"
    parts = "|".join(
        rf"{re.escape(word)}\b" if closed or len(word) < 4 or word == "without" else re.escape(word) for word in words
    )
    contraction = r"|\w+n[’']t\b" if kind == "negation" else ""
    return re.compile(rf"\b(?:{parts}{contraction})", re.IGNORECASE)
