"""The text cut where an entry begins or ends, so that overlapping and nested passages can be marked side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.export.entries import Entry
from communique.parse import find_paragraphs
from communique.types import Article
from communique.vocabulary import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that the same entries cover from end to end.

    Attributes:
        text, span: the article's own characters.
        entries: those whose passage this is, the shortest passage first.
        details: those to which it belongs as speaker, cue, day, place or condition.
        first: those whose first passage begins here.
        furniture: its kind, where it is not the story.
        here: the passages that the page leads to in which it lies; `opens`: those that begin here.
    """

    text: str
    span: Span
    entries: tuple[Entry, ...] = ()
    details: tuple[Entry, ...] = ()
    first: tuple[Entry, ...] = ()
    furniture: str | None = None
    here: tuple[Span, ...] = ()
    opens: tuple[Span, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of the entries whose passage this is, each once, in alphabetical order."""
        return tuple(sorted({entry.kind for entry in self.entries}))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text. `tight` says that no empty line parts it from the one before, in a text that has empty lines."""

    segments: tuple[Segment, ...]
    tight: bool = False
    furniture: bool = False


def paragraphs(article: Article, entries: Iterable[Entry], here: Iterable[Span] = ()) -> tuple[Paragraph, ...]:
    """The text as lines of segments; white space around lines is left out, every other character is in exactly one segment.

    Those in the passages `here` say in which.
    Linear in the text, and for each segment in the number of entries that cover it. Spans outside the text are ignored.
    """
    lines = find_paragraphs(article.text)
    segments = list(_segments(article, list(entries), lines, list(here)))
    starts = [segment.span[0] for segment in segments]
    gaps = [article.text.count("\n", end, start) for (_, end), (start, _) in zip(lines, lines[1:], strict=False)]
    spaced = any(gap > 1 for gap in gaps)
    found = []
    for line, gap in zip(lines, [2, *gaps], strict=False):
        parts = tuple(segments[bisect_left(starts, line[0]) : bisect_left(starts, line[1])])
        found.append(Paragraph(parts, tight=spaced and gap < 2, furniture=all(part.furniture for part in parts)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A span that something covers: an entry, as passage or detail, or furniture."""

    start: int
    end: int
    order: int
    entry: Entry | None = None
    detail: bool = False
    first: bool = False
    furniture: str | None = None
    here: bool = False

    @property
    def span(self) -> Span:
        return self.start, self.end


def _stretches(article: Article, entries: Sequence[Entry], here: Sequence[Span]) -> Iterator[_Stretch]:
    length = len(article.text)
    for order, (start, end) in enumerate(sorted(set(here))):
        if 0 <= start < end <= length:
            yield _Stretch(start, end, order, here=True)
    for order, mark in enumerate(article.furniture):
        if 0 <= mark.span[0] < mark.span[1] <= length:
            yield _Stretch(*mark.span, order, furniture=mark.kind)
    for order, entry in enumerate(entries):
        passages = [(span, False) for span in entry.spans] + [(span, True) for span in entry.details]
        begin = min((span[0] for span in entry.spans), default=-1)
        for (start, end), detail in passages:
            if 0 <= start < end <= length:
                yield _Stretch(start, end, order, entry, detail, first=not detail and start == begin)


def _segments(article: Article, entries: Sequence[Entry], lines: Sequence[Span], here: Sequence[Span]) -> Iterator[Segment]:
    stretches = sorted(_stretches(article, entries, here), key=lambda s: (s.start, s.end, s.order, s.detail))
    cuts = sorted({cut for s in stretches for cut in (s.start, s.end)})
    upcoming, active = 0, list[_Stretch]()
    for line in lines:
        inner = cuts[bisect_right(cuts, line[0]) : bisect_left(cuts, line[1])]
        for start, end in zip([line[0], *inner], [*inner, line[1]], strict=True):
            known = upcoming
            while upcoming < len(stretches) and stretches[upcoming].start <= start:
                upcoming += 1
            # What begins in the white space before a line begins with the line.
            fresh = [stretch for stretch in stretches[known:upcoming] if stretch.end > start]
            active = [stretch for stretch in active if stretch.end > start] + fresh
            yield _segment(article.text[start:end], (start, end), active, fresh)


def _segment(text: str, span: Span, active: Sequence[_Stretch], fresh: Sequence[_Stretch]) -> Segment:
    ordered = sorted(active, key=lambda s: (s.end - s.start, s.start, s.order))
    passages = [s for s in ordered if s.entry and not s.detail]
    furniture = [s.furniture for s in ordered if s.furniture]
    return Segment(
        text=text,
        span=span,
        entries=_once(s.entry for s in passages),
        details=_once(s.entry for s in ordered if s.detail),
        first=_once(s.entry for s in passages if s.first and s.start == span[0]),
        furniture=furniture[0] if furniture else None,
        here=tuple(s.span for s in ordered if s.here),
        opens=tuple(s.span for s in fresh if s.here),
    )


def _once(entries: Iterable[Entry | None]) -> tuple[Entry, ...]:
    return tuple({entry.key: entry for entry in entries if entry}.values())
