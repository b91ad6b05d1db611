"""Whether a position holds, was held before, or is only imagined."""

from __future__ import annotations

import re
from functools import cache

from communique.lexicon import any_of, words
from communique.positions.claim import Claim
from communique.positions.holders import bargaining
from communique.vocabulary import PositionStatus


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('positions', 'pasts')}\b", re.IGNORECASE)


def status_of(claim: Claim, evidence: str) -> PositionStatus:
    """`hypothetical` for one half of a bargain that is only talked of, `past` where the words say so, else `current`."""
    if is_bargain(claim):
        return "hypothetical"
    return "past" if _past().search(evidence) else "current"


def is_bargain(claim: Claim) -> bool:
    """True for `in exchange for Acme agreeing to ...`."""
    return claim.holder is not None and bargaining(claim.cue) is not None


def is_threat(claim: Claim) -> bool:
    """True for `threatened to`, `will ... unless`, and a pledge to do harm."""
    return claim.threat or (claim.stance == "pledges" and claim.issue.lemma_ in words("positions", "harms"))
