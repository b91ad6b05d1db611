"""When a party took a position: the date in the clause that tells it, else that of the statement."""

from __future__ import annotations

from bisect import bisect_left

from communique.parse import Doc
from communique.positions.claim import Claim
from communique.positions.holders import clause_head
from communique.types import DateExpression, Statement, When
from communique.vocabulary import Span


class Dates:
    """The dates of one report, by their place."""

    def __init__(self, doc: Doc, dates: tuple[DateExpression, ...]) -> None:
        self._doc = doc
        known = (date for date in dates if date.type == "DATE" and date.start is not None)
        self._dates = sorted(known, key=lambda date: date.span)
        self._begins = [date.span[0] for date in self._dates]

    def of(self, claim: Claim, evidence: Span, statement: Statement | None) -> When | None:
        """Days of a claim: a date that hangs on its own verb, not on what is demanded or promised."""
        first, last = bisect_left(self._begins, evidence[0]), bisect_left(self._begins, evidence[1])
        for date in self._dates[first:last]:
            if self._is_of(claim, date.span):
                return When(start=date.start, end=date.end, span=date.span)
        return statement.when if statement is not None else None

    def _is_of(self, claim: Claim, span: Span) -> bool:
        words = self._doc.words(span)
        verb = clause_head(words.root.head) if words.root.head is not words.root else words.root
        return verb.i == claim.head.i and claim.issue.i != claim.head.i
