"""What detection hands to finishing: the bare source, cue and content of one attribution.

This is the seam for a learned model: whatever fills `Found` takes part, `finish` does the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.vocabulary import Span

RULES = "statements.rules.v1"
# What the model finds in its first pass, over the report, and in its second, over contents.
TAGGER, INSIDE = "tagger", "tagger-inside"
ROLES = ("source", "cue", "content")
# One tag a word: outside, or the beginning or the rest of a span of a role.
TAGS = ("O", *(f"{prefix}-{role}" for role in ROLES for prefix in "BI"))


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution. Spans are of characters; a quotation split around its cue has several contents.
    `rule` names what found it; `confidence` is that rule's measured precision,
    or the model's calibrated probability; `maker` is the rule set or model.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    rule: str
    confidence: float
    maker: str = RULES
