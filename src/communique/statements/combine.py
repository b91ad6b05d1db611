"""The model's attributions with what only rules can see: speech told inside speech, which has no tag of its own."""

from __future__ import annotations

from collections.abc import Sequence

from communique.statements.found import Found
from communique.vocabulary import Span


def combine(learned: Sequence[Found], ruled: Sequence[Found], *, least: float, nested: float) -> list[Found]:
    """Attributions in the order of the text.

    Args:
        learned: what the model found.
        ruled: what the rules found.
        least: a rule's attribution that shares no content with any of the model's needs this confidence.
        nested: one told wholly inside the model's content, cue and all, needs this.
    """
    taken = sorted(span for one in learned for span in one.content)
    kept = list(learned)
    for one in ruled:
        holders = [span for span in taken if any(span[0] < end and start < span[1] for start, end in one.content)]
        if not holders:
            kept += [one] if one.confidence >= least else []
        elif one.confidence >= nested and one.cue and any(_holds(span, one) for span in holders):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.content[0][0], one.cue or (0, 0), one.rule))


def _holds(span: Span, one: Found) -> bool:
    """True where a stretch of content holds all of an attribution and more."""
    parts = [*one.content, *([one.cue] if one.cue else []), *([one.source] if one.source else [])]
    return all(span[0] <= start and end <= span[1] for start, end in parts) and (span != one.content[0])
