"""Statements inside statements: which content holds which, and what is worth keeping there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.statements.found import Found
from communique.vocabulary import Span

# Inside other speech only plain reporting is told often enough to be kept, and more rarely than outside (story sets).
_KEPT = (
    "quote", "clause", "around", "as", "object-as", "predicate", "according", "noun-clause", "turn", "headline", "tweet",
    "sentence-end", "plain",
)  # fmt: skip
_FACTOR = 0.55
_DEEPEST = 3


def without_echoes(found: list[Found]) -> list[Found]:
    """Leaves out wishes, refusals and the like told inside another statement; lowers the confidence of reporting there."""
    inside = enclosing([one.content for one in found])
    out = []
    for at, (one, outer) in enumerate(zip(found, inside, strict=True)):
        if outer is None:
            out.append(one)
        elif _depth(inside, at) <= _DEEPEST and one.rule.startswith(_KEPT):
            out.append(replace(one, confidence=round(one.confidence * _FACTOR, 2)))
    return out


def _depth(inside: Sequence[int | None], at: int) -> int:
    """How many statements hold this one; counting stops past what anybody says in earnest."""
    depth, outer = 0, inside[at]
    while outer is not None and depth <= _DEEPEST:
        depth, outer = depth + 1, inside[outer]
    return depth


def enclosing(contents: Sequence[Sequence[Span]]) -> list[int | None]:
    """For each content, the index of the smallest span of another content that holds all of it."""
    whole = [(min(start for start, _ in spans), max(end for _, end in spans)) for spans in contents]
    parts = [(start, -end, at) for at, spans in enumerate(contents) for start, end in spans]
    asked = [(start, -end + 0.5, at) for at, (start, end) in enumerate(whole)]
    out: list[int | None] = [None] * len(contents)
    open_spans: list[tuple[int, int, int]] = []
    for start, end, at in sorted([*parts, *asked]):
        while open_spans and open_spans[-1][1] <= start:
            open_spans.pop()
        if isinstance(end, int):
            open_spans.append((start, -end, at))
        else:
            last = whole[at][1]
            holds = (other for first, stop, other in reversed(open_spans) if stop >= last and stop - first > last - start)
            out[at] = next((other for other in holds if other != at), None)
    return out
