"""A disagreement: two passages that cannot both be so, or that two sides would not both sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from communique.dossier.held import Passage

Kind = Literal["denial", "figure", "position", "happened"]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two passages and how they differ.

    Attributes:
        about: a few words: what is counted, the issue, the sort of event.
        sides: who tells or holds `a` and `b`: a speaker, else the outlet; null where neither is known.
        reason: in a sentence, why these two are set against each other.
        development: a figure that only grew from an earlier report to a later one; `days` are those of the two reports.
        also: further passages that say what `a` or `b` says, or give yet another figure.
    """

    kind: Kind
    a: Passage
    b: Passage
    about: str
    sides: tuple[str | None, str | None]
    reason: str
    confidence: float
    development: bool = False
    days: tuple[str | None, str | None] = (None, None)
    also: Sequence[Passage] = ()

    def to_json(self) -> dict[str, Any]:
        """{"kind", "a": {"report", "span", "text"}, "b": {...}, "about", "sides", "reason", "confidence", ...}."""
        return {
            "kind": self.kind, "a": self.a.to_json(), "b": self.b.to_json(), "about": self.about, "sides": list(self.sides),
            "reason": self.reason, "confidence": self.confidence, "development": self.development, "days": list(self.days),
            "also": [passage.to_json() for passage in self.also],
        }  # fmt: skip
