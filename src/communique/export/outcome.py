"""How it ended, in one line: derived from the record's own events and positions, never from anything else.

What counts is what the report itself tells in its lead, where news tells the outcome: an agreement, a rejection or a
meeting that took place, was called off, is planned. An agreement (or none) that only a source tells comes second and names the
source; that talks were held says least and comes last. Older dates, what is merely possible, and what stands further down
do not count. Then the outcome is "not told".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from communique.export.wording import Names
from communique.types import Event, Position, Record
from communique.vocabulary import Span

# An outcome stands in the first part of a story. Below it, agreements and meetings are mostly background.
_LEAD_SHARE, _LEAD_CHARACTERS = 0.25, 700
# What ended longer ago than this is not what a report of today is about.
_RECENT_DAYS = 10
_NEGATION = r"(?:no|not|never|nor|without|\w+n[’']t|fail\w*|unable|collapse\w*)"
# Up to four words before a trigger, in the same clause.
_SHORTLY_BEFORE = re.compile(rf"\b{_NEGATION}(?:\s+[^\s.,;:!?]+){{0,4}}\s+$", re.IGNORECASE)
_BEFORE = 60

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
    groups = {actor.id for actor in record.actors if actor.kind == "group"}
    told: list[tuple[tuple[bool, bool, int], Outcome]] = []
    for event in record.events:
        start = event.trigger.span[0]
        if start < lead and _between_sides(event, groups) and not _old(event, record.article.published):
            rank = (event.type == "CONSULT", event.told_in is not None, start)
            if found := _from_event(event, record.article.text, names):
                told.append((rank, found))
    for position in record.positions:
        current = position.status == "current" and position.told_in is None
        if current and position.stance in _POSITIONS and position.evidence.span[0] < lead:
            told.append(((False, False, position.evidence.span[0]), _from_position(position, names)))
    return min(told, key=lambda pair: pair[0])[1] if told else Outcome()


def _between_sides(event: Event, groups: set[str]) -> bool:
    """A pledge or a denial by one side alone is no outcome; "the two sides" are two."""
    parties = {*event.actors, *event.recipients}
    return len(parties) > 1 or bool(parties & groups)


def _from_event(event: Event, text: str, names: Names) -> Outcome | None:
    start, end = event.trigger.span
    from_ = _negation(text, start, end)
    verdict = _VERDICTS.get((event.type, event.status))
    if event.type == "REJECT" and from_ is not None:
        # "ended without signing" is coded as a rejection, and is one in which nobody rejects anybody.
        verdict, start = ("no agreement", min(start, from_)) if event.status in _TOLD else (None, start)
    elif event.told_in is not None and event.type != "AGREE":
        return None
    elif from_ is not None and verdict in {"agreement", "talks held"}:
        # The words before say the opposite of the event: then it is not told.
        return None
    if verdict is None:
        return None
    return Outcome(verdict, event, text[start:end], (start, end), names.parties(event), names.teller(event))


def _negation(text: str, start: int, end: int) -> int | None:
    """Offset of a negation inside a trigger or shortly before it."""
    inside = re.search(rf"\b{_NEGATION}\b", text[start:end], re.IGNORECASE)
    if inside:
        return start + inside.start()
    before = max(0, start - _BEFORE)
    found = _SHORTLY_BEFORE.search(text, before, start)
    return found.start() if found else None


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
