"""From bare attributions to statements: kind, manner, channel, addressee, the speaker's actor, which statement tells which.

Works for whatever found the attributions: everything here is read off the source, cue and content spans.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Token

from communique.lookup import Lookup
from communique.parse import Doc
from communique.parse.tree import antecedent, noun_phrase
from communique.statements.cues import channel_of, lemma_of, manner_of
from communique.statements.found import Found
from communique.statements.nesting import enclosing
from communique.types import Mention, Phrase, Reason, Record, Statement
from communique.vocabulary import Span, StatementKind

_WORD = re.compile(r"\w+")
_PLACES_OF_SPEECH = frozenset({"in", "on", "at", "during", "via", "through", "from", "by"})


def finish(doc: Doc, record: Record, found: Sequence[Found]) -> tuple[Statement, ...]:
    """Statements with ids s1, s2, ... in the order given."""
    lookup = Lookup(record)
    inside = enclosing([one.content for one in found])
    return tuple(_statement(doc, lookup, one, at, inside[at]) for at, one in enumerate(found))


def _statement(doc: Doc, lookup: Lookup, one: Found, at: int, outer: int | None) -> Statement:
    cue = doc.words(one.cue).root if one.cue else None
    addressee = addressee_of(cue) if cue is not None else None
    return Statement(
        id=f"s{at + 1}",
        kind=kind_of(doc, one.content),
        speaker=_mention(doc, lookup, one.source) if one.source else None,
        cue=Phrase(text=doc.text(one.cue), span=one.cue) if one.cue else None,
        content=tuple(Phrase(text=doc.text(span), span=span) for span in one.content),
        manner=manner_of(cue, one.rule) if cue is not None else "say",
        channel=channel(doc, one, cue),
        addressee=_mention(doc, lookup, addressee) if addressee and not _within(addressee, one.content) else None,
        inside=f"s{outer + 1}" if outer is not None else None,
        confidence=one.confidence,
        by=one.maker,
        why=Reason(rule=one.rule, words=(one.cue,) if one.cue else ()),
    )


def kind_of(doc: Doc, content: Sequence[Span]) -> StatementKind:
    """`direct` where at least nine of ten words stand in quotation marks, `mixed` where some do, else `indirect`."""
    words = quoted = 0
    for start, end in content:
        near = _quotes_across(doc, start, end)
        for match in _WORD.finditer(doc.article.text, start, end):
            words += 1
            quoted += any(first <= match.start() < last for first, last in near)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.9 * words else "mixed"


def _quotes_across(doc: Doc, start: int, end: int) -> list[Span]:
    """Outer quotations that share characters with a span."""
    last = bisect_left(doc.quotes, end, key=lambda quote: quote.span[0])
    out = []
    for at in range(last - 1, -1, -1):
        quote = doc.quotes[at]
        if quote.depth == 0:
            if quote.span[1] <= start:
                break
            out.append(quote.span)
    return out


def addressee_of(verb: Token) -> Span | None:
    """Who is told: the object of a verb of telling with a clause or quotation (`told reporters`), or `said to X`."""
    lemma = lemma_of(verb.lemma_)
    for child in verb.rights:
        if child.dep_ in {"dobj", "dative"} and child.pos_ in {"NOUN", "PROPN", "PRON"} and lemma in _TELLING:
            return noun_phrase(child)
        if child.dep_ in {"prep", "dative"} and child.lower_ == "to" and lemma in _SAYING:
            goal = next((c for c in child.rights if c.dep_ == "pobj"), None)
            return noun_phrase(goal) if goal is not None else None
    return None


_TELLING = frozenset({"tell", "inform", "assure", "remind", "warn", "brief", "notify", "ask", "urge", "persuade", "promise"})
_SAYING = frozenset({"say", "write", "tweet", "remark", "complain", "explain", "add", "shout", "suggest", "insist", "confirm"})


def channel(doc: Doc, one: Found, cue: Token | None) -> str | None:
    """How it was said: `in a statement`, `tweeted`, `the report says`; None where the report does not tell."""
    if cue is None:
        return None
    named = channel_of(cue.lemma_, verb=True)
    if named is not None:
        return named
    for token in doc.words(one.cue) if one.cue else ():
        if token.pos_ in {"NOUN", "PROPN"} and (named := channel_of(token.lemma_)):
            return named
    for child in cue.children:
        if child.dep_ == "prep" and child.lower_ in _PLACES_OF_SPEECH:
            for goal in child.rights:
                if goal.dep_ == "pobj" and not _within((goal.idx, goal.idx + 1), one.content):
                    if named := channel_of(goal.lemma_) or channel_of(goal.text):
                        return named
    head = doc.words(one.source).root if one.source else None
    return channel_of(head.lemma_) if head is not None and head.pos_ == "NOUN" else None


def _within(span: Span, content: Sequence[Span]) -> bool:
    return any(start <= span[0] < end for start, end in content)


def _mention(doc: Doc, lookup: Lookup, span: Span) -> Mention:
    """A source or addressee with its actor: who is named by the head of the phrase or by an apposition to it, nobody else."""
    head = antecedent(doc.words(span).root)
    if head.pos_ == "NOUN" and channel_of(head.lemma_) and (owner := _author(head)) is not None:
        head = owner
    names = [head, *(c for c in head.children if c.dep_ == "appos" or (c.dep_ == "compound" and head.pos_ == "PROPN"))]
    actors = next((found for name in names if (found := lookup.actors_at(name.idx))), [])
    return Mention(text=doc.text(span), span=span, actor=actors[0] if actors else None)


def _author(message: Token) -> Token | None:
    """Whose message it is: `the ministry's statement`, `a letter from the ministry`."""
    for child in message.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None
