"""Retellings: the same party, stance and issue told again in a report are joined to the first telling."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.types import Position

_SMALL = frozenset({"the", "a", "an", "of", "to", "and", "in", "for", "on", "with", "its", "their", "his", "her"})


def issue_words(label: str) -> frozenset[str]:
    """Stems of the words that tell an issue apart."""
    found = (word.lower() for word in re.findall(r"\w+", label))
    return frozenset(re.sub(r"(ing|ed|s|es)$", "", word) for word in found if word not in _SMALL)


def without_headlines(positions: list[Position], headline: int, lead: int) -> list[Position]:
    """The positions without those of the headline that the lead tells more fully.

    Args:
        headline, lead: offsets where the headline and the lead end.
    """
    told = [p for p in positions if headline <= p.evidence.span[0] < lead]

    def again(position: Position) -> bool:
        words = issue_words(position.issue.label)
        return any(
            p.party == position.party and p.stance == position.stance and words & issue_words(p.issue.label) for p in told
        )

    return [p for p in positions if p.evidence.span[0] >= headline or not again(p)]


def joined(positions: Iterable[Position]) -> list[Position]:
    """The positions without retellings, in order; of two with the same party and evidence the first stays."""
    kept: list[Position] = []
    told: dict[tuple[str, str], list[frozenset[str]]] = {}
    places: set[tuple[str, tuple[int, int]]] = set()
    for position in positions:
        words = issue_words(position.issue.label)
        before = told.setdefault((position.party, position.stance), [])
        if (position.party, position.evidence.span) in places or any(same_issue(words, other) for other in before):
            continue
        before.append(words)
        places.add((position.party, position.evidence.span))
        kept.append(position)
    return kept


def same_issue(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where two issues share most of their words."""
    shared = len(one & other)
    return shared > 0 and shared >= 0.6 * min(len(one), len(other)) and shared >= 0.4 * max(len(one), len(other))
