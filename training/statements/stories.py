"""Whole reports marked by readers, in the form of PolNeAR's attributions.

Readers noted the words of source and cue, not their places: the nearest occurrence beside the content is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

# No source or cue is looked for farther from its content than this, in characters.
FARTHEST = 300


def attributions(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Attributions (source, cue, content: lists of spans) of a report's `statements`; of several readings the first."""
    out = []
    for statement in row["statements"]:
        content = statement["contents"][0]
        cue = _nearest(row["text"], statement["cue"], content, content)
        source = _nearest(row["text"], statement["source"], cue or content, content)
        out.append({"source": source, "cue": cue, "content": content})
    return out


def _nearest(text: str, words: str, beside: Sequence[Sequence[int]], content: Sequence[Sequence[int]]) -> list[list[int]]:
    """The occurrence of some words that is nearest to a span and outside the content, as a list of one span, or none."""
    first, last = beside[0][0], beside[-1][1]
    found = list(_occurrences(text, words, max(0, first - FARTHEST), last + FARTHEST)) if words else []
    free = [span for span in found if not any(a < span[1] and span[0] < b for a, b in content)]
    return [min(free, key=lambda span: max(first - span[1], span[0] - last, 0))] if free else []


def _occurrences(text: str, words: str, start: int, end: int) -> Iterator[list[int]]:
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    yield from ([*match.span()] for match in pattern.finditer(text, start, end))
