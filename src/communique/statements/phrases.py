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
from communique.statements.cues import lemma_of, quoting
from communique.vocabulary import Span

_CUE_LEFT = frozenset({"aux", "auxpass", "neg", "advmod"})
_PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def subject_of(verb: Token) -> Token | None:
    """The noun that does the saying: the verb's own subject, or the one it shares with the verb above it."""
    current = verb
    for _ in range(8):
        if (own := _own_subject(current)) is not None:
            return own
        above = current.head
        if above is current:
            return None
        if current.dep_ == "pcomp" and above.lower_ == "as" and (quoted := _quoted(above.head)) is not None:
            return quoted
        if current.tag_ == "VBG" and current.dep_ == "advcl" and (teller := _teller_above(current)) is not None:
            current = teller
        elif current.dep_ == "conj" and (teller := misplaced(current)) is not None:
            current = teller
        elif current.dep_ in {"conj", "xcomp", "advcl", "pcomp", "prep", "aux", "acomp"}:
            current = above
        elif current.dep_ == "acl" and current.tag_ == "VBG" and _is_thing(above):
            current = above.head
        elif current.dep_ in {"acl", "relcl"}:
            return above
        elif current.dep_ in {"ccomp", "dep", "parataxis"} and current.tag_ == "VBG":
            current = above
        else:
            return None
    return None


def _teller_above(participle: Token) -> Token | None:
    """The reporting verb, where a participle behind a comma hangs on what was reported: `X said Y had left, adding ...`."""
    clause, before = participle.head, participle.left_edge.i - 1
    teller = clause.head
    if clause.dep_ not in {"ccomp", "advcl"} or before < clause.i or participle.doc[before].text != ",":
        return None
    tells = lemma_of(teller.lemma_) in quoting() or teller.lemma_ == "describe"
    return teller if tells and teller.i < clause.i else None


def _own_subject(verb: Token) -> Token | None:
    """The subject nearest to the verb: `who police said had left` is said by the police."""
    nouns = (c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ in PASSIVE_SUBJECTS)
    subjects = [c for c in nouns if c.dep_ != "expl" or c.lower_ != "there"]
    before = [c for c in subjects if c.i < verb.i]
    return before[-1] if before else next(iter(subjects), None)


def _is_thing(noun: Token) -> bool:
    """An object that cannot speak: in `defended the move, saying`, the one who defended speaks."""
    return noun.dep_ == "dobj" and not noun.ent_type_ and noun.lemma_.lower() not in words("statements", "channels")


def _quoted(verb: Token) -> Token | None:
    """Whom `quoted Kim as saying` and `Kim was quoted as saying` quote."""
    return next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)


def misplaced(conjunct: Token) -> Token | None:
    """The reporting verb that a conjunct belongs to, where the parser hung it on the clause that was reported.

    In `he said it would end and proposed talks`, "proposed" has the form of "said", not that of "would end".
    """
    clause = conjunct.head
    verb = clause.head
    if conjunct.dep_ != "conj" or clause.dep_ != "ccomp" or verb.i > clause.i or verb.tag_ not in _PAST_OR_PRESENT:
        return None
    labels = {child.dep_ for child in conjunct.children}
    if conjunct.tag_ == "VBN" and not labels & {"aux", "auxpass"} and labels & {"ccomp", "xcomp", "dobj"}:
        return verb
    # `said a man approached and left`: without an auxiliary the form is a past tense, whatever the tagger says.
    bare = clause.tag_ == "VBN" and not any(child.dep_ in {"aux", "auxpass"} for child in clause.lefts)
    if (
        conjunct.tag_ == ("VBD" if bare else clause.tag_)
        or verb.tag_ not in {conjunct.tag_, "VBN"}
        or conjunct.tag_ not in _PAST_OR_PRESENT
    ):
        return None
    return verb if not labels & (SUBJECTS | PASSIVE_SUBJECTS) and conjunct.tag_ != "VBN" else None


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
    return trimmed(first, before_participle(first, last))


def before_participle(first: Token, last: Token) -> Token:
    """The last token before `, speaking in Rome`: what a source was doing is no part of it."""
    tokens = first.doc
    for at in range(first.i + 1, last.i):
        if tokens[at].text == "," and tokens[at + 1].tag_ == "VBG" and tokens[at + 1].dep_ in {"acl", "advcl"}:
            return tokens[at - 1]
    return last


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
    following = _quote_after(doc, end)
    return start, following if following else end


def _quote_after(doc: Doc, end: int) -> int | None:
    """Where a quotation ends that closes within two characters after `end`, or opens right behind it."""
    quote: Quote | None = doc.quote_at(end)
    if quote is not None and quote.closed and quote.span[1] - end <= 2:
        return quote.span[1]
    following = doc.quote_at(end + 1)
    between = doc.article.text[max(0, end - 1) : end + 1]
    if following is not None and following.span[0] == end + 1 and between[0] not in ".!?" and between[-1] == " ":
        return following.span[1]
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
