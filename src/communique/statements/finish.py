"""From bare attributions to statements: kind, manner, channel, addressee, the speaker's actor, which statement tells which.

Works for whatever found the attributions: everything here is read off the source, cue and content spans.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from communique.lookup import Lookup
from communique.parse import Doc
from communique.parse.tree import noun_phrase, trimmed
from communique.statements.channels import channel_of
from communique.statements.cues import manner_of
from communique.statements.found import RULES, Found
from communique.statements.frames import frame_of
from communique.statements.labels import TURN
from communique.statements.mentions import Who
from communique.statements.nesting import enclosing
from communique.statements.partners import addressee_of, is_told_to, subjects_of_talk, within
from communique.statements.telling import tellers, with_tellers
from communique.statements.tweets import is_signed
from communique.types import Mention, Phrase, Reason, Record, Statement
from communique.vocabulary import Span, StatementKind

_WORD = re.compile(r"\w+")


def finish(doc: Doc, record: Record, found: Sequence[Found]) -> tuple[Statement, ...]:
    """Statements with ids s1, s2, ... in the order given."""
    who = Who(doc, Lookup(record))
    found = with_tellers(doc, found)
    inside = tellers(found, enclosing([one.content for one in found]))
    return tuple(_statement(doc, who, one, at, inside[at]) for at, one in enumerate(found))


def _statement(doc: Doc, who: Who, one: Found, at: int, outer: int | None) -> Statement:
    words = list(doc.words(one.cue)) if one.cue else []
    cue = doc.words(one.cue).root if one.cue else None
    source = doc.words(one.source).root if one.source else None
    manner = manner_of(cue, _frames(cue, one), words) if cue is not None else "say"
    if one.rule == TURN and doc.text(one.content[-1]).endswith("?"):
        manner = "ask"
    # `There are reports that ...`: nobody speaks.
    speaker = who.mention(one.source) if one.source and source is not None and source.dep_ != "expl" else None
    return Statement(
        id=f"s{at + 1}",
        kind=kind_of(doc, one.content),
        speaker=speaker,
        cue=Phrase(text=doc.text(one.cue), span=one.cue) if one.cue else None,
        content=tuple(Phrase(text=doc.text(span), span=span) for span in one.content),
        manner=manner,
        channel=_channel(doc, cue, words, source, one),
        addressee=_addressee(who, cue, one) if cue is not None else None,
        about=_about(who, cue, manner, one, speaker) if cue is not None else None,
        inside=f"s{outer + 1}" if outer is not None else None,
        confidence=one.confidence,
        by=one.maker,
        why=Reason(rule=one.rule, words=tuple(filter(None, [one.cue or one.source]))),
    )


def _frames(cue: Token, one: Found) -> Iterator[str]:
    """How the cue takes what is said: as the rule found it, and, where a model did, as the tree has it."""
    yield one.rule
    if one.maker != RULES and cue.pos_ == "VERB" and (frame := frame_of(cue)) is not None:
        yield frame.name


def _channel(doc: Doc, cue: Token | None, words: list[Token], source: Token | None, one: Found) -> str | None:
    if is_signed(doc, one):
        return "tweet"
    return channel_of(cue, words, source, one.content) if cue is not None else None


def _addressee(who: Who, cue: Token, one: Found) -> Mention | None:
    """Who is told; inside the content only as its first words, as in `urged residents to leave`; not as in `urged calm`."""
    told = addressee_of(cue)
    if told is None:
        return None
    if within(told, one.content):
        if noun_phrase(told)[0] not in {start for start, _ in one.content}:
            return None
        if not is_told_to(told, cue) and who.actor(told) is None:
            return None
    return who.mention(noun_phrase(told))


def _about(who: Who, cue: Token, manner: str, one: Found, speaker: Mention | None) -> Mention | None:
    """Of whom it is said, where that is an actor other than the speaker."""
    for noun in subjects_of_talk(cue, manner):
        actor = who.actor(noun)
        if actor is not None and (speaker is None or actor != speaker.actor):
            return who.mention(noun_phrase(noun) if noun.dep_ != "poss" else trimmed(noun.left_edge, noun))
    return None


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
