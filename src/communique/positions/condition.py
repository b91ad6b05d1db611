"""What a position is made to depend on: the words from `if`, `unless`, `in exchange for` to the end of that clause."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from communique.lexicon import any_of
from communique.parse.tree import trimmed
from communique.positions.claim import Claim
from communique.vocabulary import Span

_ORDER_ONLY = frozenset({"before", "after", "once", "without"})


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('positions', 'conditions')}\b", re.IGNORECASE)


def condition_of(claim: Claim, evidence: Span, text: str) -> Span | None:
    """Characters of the condition inside the claim's sentence, None where there is none.

    Args:
        evidence: the characters that show the position; a condition stands in them or right after them.
        text: the article's text.
    """
    sentence = claim.cue.sent
    stop = min(sentence.end_char, evidence[1] + 4)
    start = max(sentence.start_char, evidence[0])
    for match in _pattern().finditer(text, start, max(start, stop)):
        token = _token_at(claim, match.start())
        if token is None or token.i <= claim.holder_index:
            continue
        if match.group().lower() in _ORDER_ONLY and not _binds(claim, token):
            continue
        last = _end(token)
        if _hangs_on(token, claim) and last.ent_type_ not in {"DATE", "TIME"}:
            return trimmed(token, last)
    return None


def _hangs_on(token: Token, claim: Claim) -> bool:
    """Whether what a word opens depends on the claim, not on some other clause of its sentence."""
    own = {claim.cue.i, claim.head.i, claim.issue.i}
    current = token
    for _ in range(3):
        current = current.head
        if current.i in own:
            return True
    return False


def _token_at(claim: Claim, offset: int) -> Token | None:
    span = claim.cue.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None else None


def _binds(claim: Claim, token: Token) -> bool:
    """Order in time is a condition only of a demand, and only before an action (`before any talks`)."""
    return claim.stance == "demands" and token.lower_ in {"before", "once"} and _end(token).ent_type_ not in {"DATE", "TIME"}


def _end(token: Token) -> Token:
    """The last token of the clause or phrase that a word opens."""
    head = token if token.dep_ in {"prep", "advmod"} and any(True for _ in token.rights) else token.head
    return head.right_edge if head.right_edge.i > token.i else token
