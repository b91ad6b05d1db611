"""Marks as they are found: which stretch is furniture of which kind; the first finder of a stretch keeps it."""

from __future__ import annotations

from collections.abc import Iterable

from communique.types import Furniture
from communique.vocabulary import FurnitureKind, Span

Mark = tuple[FurnitureKind, Span]


def as_furniture(marks: Iterable[Mark]) -> tuple[Furniture, ...]:
    """Marks in the order they were found -> furniture in the order of the text, none overlapping: earlier finds win."""
    kept: list[tuple[int, int, FurnitureKind]] = []
    for priority, (kind, (start, end)) in sorted(enumerate(marks), key=lambda item: (item[1][1][0], item[0])):
        del priority
        start = max(start, kept[-1][1]) if kept else start
        if start < end:
            kept.append((start, end, kind))
    return tuple(Furniture(kind=kind, span=(start, end)) for start, end, kind in kept)
