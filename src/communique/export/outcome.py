"""How it ended, in one line: derived from the record's own events and positions, never from anything else.

What counts is what the report itself tells in its lead, where news tells the outcome: an agreement, a rejection or a
meeting that took place, was called off, is planned. An agreement (or none) that only a source tells comes second and names the
source; that talks were held says least and comes last. Older dates, what is merely possible, and what stands further down
do not count. Then the outcome is "not told".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.export.verdicts import Verdict, verdict
from communique.export.wording import Names
from communique.types import Event, Position, Record
from communique.vocabulary import Span

# An outcome stands in the first part of a story. Below it, agreements and meetings are mostly background.
_LEAD_SHARE, _LEAD_CHARACTERS = 0.25, 700
# What ended longer ago than this is not what a report of today is about.
_RECENT_DAYS = 10
_POSITIONS = {"accepts": "accepted", "refuses": "refused"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the report says it ended.

    Attributes:
        verdict: "agreement", "no agreement", "rejected", "talks called off" ...; "not told" where the record has nothing.
        entry: the event or position it is read from.
        words, span: its trigger or evidence in the report.
        parties: who it is between: "Trump, Kim".
        teller: the source, where only a source says so.
    """

    verdict: str = "not told"
    entry: Event | Position | None = None
    words: str = ""
    span: Span = (0, 0)
    parties: str = ""
    teller: str | None = None

    def __str__(self) -> str:
        if self.entry is None:
            return f"Outcome: {self.verdict}"
        told = f", according to {self.teller}" if self.teller else ""
        who = f" ({self.parties})" if self.parties else ""
        return f"Outcome: {self.verdict}{told} — ‘{self.words}’{who}"


def outcome(record: Record) -> Outcome:
    """The outcome of a report; the same record always gives the same one."""
    lead, names = _lead(record), Names(record)
    told: list[tuple[tuple[bool, bool, int], Outcome]] = []
    for event in record.events:
        start = event.trigger.span[0]
        if start < lead and not _old(event, record.article.published) and (found := verdict(event, record)):
            rank = (event.type == "CONSULT", event.told_in is not None, start)
            told.append((rank, _from_event(event, found, record, names)))
    for position in record.positions:
        start = position.evidence.span[0]
        own = position.status == "current" and position.told_in is None and position.toward is not None
        if own and position.stance in _POSITIONS and start < lead:
            told.append(((False, False, start), _from_position(position, names)))
    return min(told, key=lambda pair: pair[0])[1] if told else Outcome()


def _from_event(event: Event, found: Verdict, record: Record, names: Names) -> Outcome:
    words = record.article.text[slice(*found.span)]
    return Outcome(found.words, event, words, found.span, names.parties(event), names.teller(event))


def _lead(record: Record) -> int:
    """Offset where the lead ends: furniture before the story does not shorten it."""
    text, at, left = record.article.text, 0, max(_LEAD_CHARACTERS, round(len(record.article.text) * _LEAD_SHARE))
    for mark in sorted(record.article.furniture, key=lambda mark: mark.span):
        start, end = max(at, mark.span[0]), max(at, mark.span[1])
        if start - at >= left:
            break
        left, at = left - (start - at), end
    return min(len(text), at + left)


def _old(event: Event, published: str | None) -> bool:
    ended = event.when and (event.when.end or event.when.start)
    if not ended or not published:
        return False
    try:
        return (date.fromisoformat(published) - date.fromisoformat(ended)).days > _RECENT_DAYS
    except ValueError:
        # A month or a year: old only where it is over before the month of publication.
        return ended[:7] < published[: len(ended[:7])]


def _from_position(position: Position, names: Names) -> Outcome:
    verdict = f"{_POSITIONS[position.stance]}: {position.issue.label}"
    evidence = position.evidence
    return Outcome(verdict, position, evidence.text, evidence.span, names[position.party], names.teller(position))
