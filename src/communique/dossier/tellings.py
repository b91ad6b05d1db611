"""Tellings: a sentence of a report with what it is about, who is in it, and which events the record has there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from communique.dossier.cast import Cast
from communique.dossier.held import Held
from communique.dossier.text import sentences, stem, stems
from communique.types import Event, When
from communique.vocabulary import Span

_BEFORE, _AFTER = 120, 150
Window = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence, or what stands around an event's word in it.

    Attributes:
        span: the sentence, or the piece of it that tells the event.
        words: stems of the words, and `@` with the side of everybody who is mentioned.
        doers: sides of those who act, and `others` of those who are acted on, where the record has an event.
        days: the first and last day that it may have happened on; None where nothing is known.
        weekday: whether the days were reckoned from the name of a weekday, and may be a week off.
        fact: told by the report itself, as happened or going on.
    """

    report: Held
    span: Span
    words: frozenset[str]
    event: Event | None = None
    doers: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    days: Window | None = None
    weekday: bool = False
    fact: bool = False


def tellings(report: Held, cast: Cast) -> list[Telling]:
    """The events of a report, and its sentences that hold none, in the order of the text."""
    scene = Scene(report, cast)
    told = [_event(scene, event) for event in report.record.events]
    held = sorted(telling.span for telling in told)
    plain = [scene.telling(span) for span in scene.stops if not _touched(span, held)]
    return sorted([*told, *plain], key=lambda telling: telling.span)


def _touched(span: Span, held: Sequence[Span]) -> bool:
    i = bisect_right(held, (span[1], 0))
    return any(span[0] < end for _, end in held[max(0, i - 3) : i])


class Scene:
    """One report's sentences, its mentions by place, its dates and what stands inside statements."""

    def __init__(self, report: Held, cast: Cast) -> None:
        record = report.record
        self.report, self.cast = report, cast
        self.stops = sentences(record.article)
        self._mentions = sorted((span, cast.key(report, actor.id) or "") for actor in record.actors for span in actor.mentions)
        self._said = sorted(part.span for statement in record.statements for part in statement.content)
        dates = [d for d in record.dates if d.start and d.type == "DATE"]
        self._dates = [(d.span, When(start=d.start, end=d.end, span=d.span)) for d in sorted(dates, key=lambda d: d.span)]
        self._starts = [where[0] for where, _ in self._dates]

    def sentence(self, offset: int) -> Span:
        """The sentence at an offset; between sentences the one before."""
        i = bisect_right(self.stops, (offset, 10**9)) - 1
        return self.stops[i] if i >= 0 else (0, len(self.report.record.article.text))

    def words(self, span: Span) -> frozenset[str]:
        """Stems of a span, and the sides of those mentioned in it."""
        found = stems(self.report.record.article.text[span[0] : span[1]])
        return frozenset(found) | frozenset(f"@{side}" for side in self.sides(span))

    def sides(self, span: Span) -> list[str]:
        """Sides of everybody mentioned in a span, in its order."""
        first = bisect_right(self._mentions, ((span[0], 0), ""))
        last = bisect_right(self._mentions, ((span[1], 0), ""))
        return list(dict.fromkeys(self.cast.side(key) for _, key in self._mentions[first:last]))

    def told(self, offset: int) -> bool:
        """Whether an offset stands inside what somebody is said to have said."""
        i = bisect_right(self._said, (offset, 10**9))
        return any(start <= offset < end for start, end in self._said[max(0, i - 8) : i])

    def date(self, span: Span) -> When | None:
        """The only date in a span; None where there is none, or several."""
        first, last = bisect_right(self._starts, span[0] - 1), bisect_right(self._starts, span[1] - 1)
        return self._dates[first][1] if last - first == 1 else None

    def days(self, span: Span) -> Window | None:
        """The days of the only date in a span."""
        found = self.date(span)
        return window(found) if found else None

    def telling(self, span: Span) -> Telling:
        """A sentence without an event of the record; its days are those of its only date."""
        found = self.date(span)
        days = window(found) if found else None
        weekday = bool(found and days and _by_weekday(self.report, found))
        fact = not self.told((span[0] + span[1]) // 2)
        return Telling(self.report, span, self.words(span), days=days, weekday=weekday, fact=fact)


def _event(scene: Scene, event: Event) -> Telling:
    start, end = event.trigger.span
    sentence = scene.sentence(start)
    text = scene.report.record.article.text
    span = (max(sentence[0], _word_edge(text, start - _BEFORE)), min(sentence[1], _word_edge(text, end + _AFTER)))
    key = scene.cast.key
    doers = [key(scene.report, actor) for actor in event.actors]
    others = [key(scene.report, actor) for actor in event.recipients]
    when = event.when
    return Telling(
        scene.report, span, scene.words(span) | {f"!{stem(word)}" for word in stems(event.trigger.text)}, event,
        frozenset(scene.cast.side(k) for k in doers if k), frozenset(scene.cast.side(k) for k in others if k),
        window(when) if when else None, _by_weekday(scene.report, when) if when else False,
        event.told_in is None and event.status in {"happened", "ongoing"},
    )  # fmt: skip


def _word_edge(text: str, offset: int) -> int:
    offset = min(max(offset, 0), len(text))
    while 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum():
        offset += 1
    return offset


def window(when: When) -> Window | None:
    """The days of a `when` that is at most about a month wide; None for wider ones and half-known ones."""
    try:
        start, end = date.fromisoformat(when.start or ""), date.fromisoformat(when.end or when.start or "")
    except ValueError:
        return None
    return (start, end) if 0 <= (end - start).days <= 31 else None


def _by_weekday(report: Held, when: When) -> bool:
    if when.span is None:
        return False
    return not any(c.isdigit() for c in report.record.article.text[when.span[0] : when.span[1]])


def apart(a: Telling, b: Telling) -> int:
    """Days between two tellings; 0 where they overlap or one of them is not known."""
    if a.days is None or b.days is None:
        return 0
    gap = max((a.days[0] - b.days[1]).days, (b.days[0] - a.days[1]).days, 0)
    return min(gap, abs(gap - 7)) if a.weekday or b.weekday else gap
