"""The words that show a position: the clause of the stance word with its subject, one sentence at most."""

from __future__ import annotations

from spacy.tokens import Token

from communique.parse.tree import trimmed
from communique.positions.claim import Claim
from communique.vocabulary import Span

_LEFT_OUT = frozenset({"parataxis", "cc"})


def evidence_of(claim: Claim) -> Span:
    """Characters from the holder, or the clause's own beginning, to the end of what the issue needs."""
    first, last = _clause(claim)
    if claim.issue.i < first.i and claim.issue.sent.start == claim.cue.sent.start and claim.head.dep_ in {"relcl", "acl"}:
        first = claim.issue.left_edge if claim.issue.left_edge.i >= claim.cue.sent.start else claim.issue
    if claim.holder is not None and claim.holder.sent.start == claim.cue.sent.start and claim.holder.i < first.i:
        if claim.holder.left_edge.i >= claim.cue.sent.start:
            first = claim.holder.left_edge
    return trimmed(first, last)


def _clause(claim: Claim) -> tuple[Token, Token]:
    head = claim.head
    if head.sent.start != claim.cue.sent.start:
        head = claim.cue
    first, last = min(head, claim.cue, key=_place), max(head, claim.issue.right_edge, claim.cue, key=_place)
    for child in head.children:
        if child.dep_ in _LEFT_OUT or (child.dep_ == "ccomp" and child.i < head.i) or _reports(child):
            continue
        if child.dep_ == "conj" and child.left_edge.i > claim.issue.right_edge.i:
            continue
        if child.dep_ == "punct":
            continue
        first, last = min(first, child.left_edge, key=_place), max(last, child.right_edge, key=_place)
    return first, _end_of_issue(claim) if claim.split else last


def _end_of_issue(claim: Claim) -> Token:
    """The last token of one of several coordinated issues."""
    end = claim.issue
    for child in claim.issue.rights:
        if child.dep_ in {"cc", "conj"}:
            break
        if child.dep_ != "punct":
            end = child.right_edge
    return max(end, claim.cue, key=_place)


def _reports(child: Token) -> bool:
    return child.dep_ == "advcl" and child.pos_ == "VERB" and any(c.lower_ == "as" for c in child.lefts)


def _place(token: Token) -> int:
    return token.i
