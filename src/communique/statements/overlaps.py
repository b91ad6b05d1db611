"""Which of many spans touch one, without looking through them all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from communique.vocabulary import Span

T = TypeVar("T")


class Overlaps(Generic[T]):
    """Things by their spans of characters."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._items = sorted(((span, i, item) for i, (span, item) in enumerate(items)), key=lambda row: (row[0], row[1]))
        self._starts = [span[0] for span, _, _ in self._items]
        # Where all before end, the search may stop.
        self._ends = list(accumulate((span[1] for span, _, _ in self._items), max))

    def touching(self, span: Span) -> list[T]:
        """Those that share a character with `span`, in the order in which they were given."""
        found = []
        at = bisect_left(self._starts, span[1]) - 1
        while at >= 0 and self._ends[at] > span[0]:
            (_, end), i, item = self._items[at]
            if end > span[0]:
                found.append((i, item))
            at -= 1
        return [item for _, item in sorted(found, key=lambda row: row[0])]
