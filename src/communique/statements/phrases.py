"""Extents: where a source, a cue and a content begin and end, after PolNeAR's conventions.

A source is the whole noun phrase with its appositions; a cue has its auxiliaries, negation and adverbs; a content keeps an
opening "that" and its quotation marks, not the full stop outside them.
"""

from __future__ import annotations

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from communique.lexicon import words
from communique.parse import Doc, Quote
from communique.parse.tree import PASSIVE_SUBJECTS, SUBJECTS, antecedent, noun_phrase, trimmed
from communique.vocabulary import Span

_CUE_LEFT = frozenset({"aux", "auxpass", "neg", "advmod"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def subject_of(verb: Token) -> Token | None:
    """The noun that does the saying: the verb's own subject, or the one it shares with the verb above it."""
    current = verb
    for _ in range(8):
        own = next((c for c in current.children if c.dep_ in SUBJECTS or c.dep_ in PASSIVE_SUBJECTS), None)
        if own is not None:
            return own
        above = current.head
        if above is current:
            return None
        if current.dep_ in {"conj", "xcomp", "advcl", "pcomp", "prep", "aux", "acomp"}:
            current = above
        elif current.dep_ in {"acl", "relcl"}:
            return above
        elif current.dep_ in {"ccomp", "dep", "parataxis"} and current.tag_ == "VBG":
            current = above
        else:
            return None
    return None


def lender(verb: Token) -> Token | None:
    """`issued` in `issued a statement saying`: the verb whose subject speaks through a message."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or noun.lemma_.lower() not in words("statements", "channels"):
        return None
    return noun.head if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and noun.head.i < noun.i else None


def source_between(head: Token, verb: Token) -> Span:
    """Characters of a source: its noun with appositions and relative clauses, never reaching across the verb."""
    if head.lower_ == "that" and (noun := antecedent(head)) is not head:
        return (
            trimmed(noun.left_edge, head.nbor(-1))
            if noun.i < head.i and head.i - noun.i <= 12
            else trimmed(noun.left_edge, noun)
        )
    if head.lower_ in _RELATIVES:
        return head.idx, head.idx + len(head)
    first, last = head.left_edge, head.right_edge
    doc = head.doc
    if head.i < verb.i <= last.i:
        return noun_phrase(head)
    if first.i <= verb.i < head.i:
        first = doc[verb.i + 1]
    return trimmed(first, last)


def cue_span(verb: Token, last: Token | None = None) -> Span:
    """Characters of a cue: the verb with its auxiliaries, negation and adverbs directly before it, up to `last`."""
    first = verb
    doc = verb.doc
    while first.i > 0:
        before = doc[first.i - 1]
        if before.head == verb and before.dep_ in _CUE_LEFT and before.tag_ not in {"WRB", "WDT"} and before.lower_ != "as":
            first = before
        else:
            break
    end = last or verb
    if last is None:
        particle = next((c for c in verb.rights if c.dep_ == "prt" and c.i <= verb.i + 2), None)
        end = particle or verb
    return first.idx, end.idx + len(end)


def with_quotes(doc: Doc, span: Span) -> Span:
    """A content's span, widened so that it holds a quotation whole where it holds its beginning."""
    start, end = span
    last = doc.quote_at(max(start, end - 1))
    if last is not None and start <= last.span[0] and end < last.span[1]:
        end = last.span[1]
    first = doc.quote_at(start)
    if first is not None and first.inner[0] == start and end >= first.inner[1]:
        start = first.span[0]
    closing = _closing_after(doc, end)
    return start, closing if closing else end


def _closing_after(doc: Doc, end: int) -> int | None:
    """Where a quotation that ends within two characters after `end` ends."""
    quote: Quote | None = doc.quote_at(end)
    if quote is not None and quote.closed and quote.span[1] - end <= 2:
        return quote.span[1]
    return None


def without(whole: tuple[Token, Token], hole: tuple[Token, Token]) -> tuple[Span, ...]:
    """Characters of `whole` (first and last token) before and after `hole`; either part may be empty."""
    tokens = whole[0].doc
    parts = []
    if whole[0].i < hole[0].i:
        parts.append((whole[0].i, hole[0].i - 1))
    if hole[1].i < whole[1].i:
        parts.append((hole[1].i + 1, whole[1].i))
    spans = [trimmed(tokens[first], tokens[last]) for first, last in parts if _has_word(tokens, first, last)]
    return tuple(spans)


def _has_word(tokens: SpacyDoc, first: int, last: int) -> bool:
    return any(token.is_alpha or token.like_num for token in tokens[first : last + 1])
