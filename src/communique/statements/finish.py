"""From bare attributions to statements: kind, addressee, channel, the speaker's actor, and which statement tells which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.lookup import Lookup
from communique.parse import Doc
from communique.statements.found import Found
from communique.types import Mention, Phrase, Reason, Record, Statement
from communique.vocabulary import Span, StatementKind

MAKER = "statements.rules.v1"
_WORD = re.compile(r"\w+")


def finish(doc: Doc, record: Record, found: Sequence[Found]) -> tuple[Statement, ...]:
    """Statements with ids s1, s2, ... in the order given."""
    lookup = Lookup(record)
    inside = enclosing([f.content for f in found])
    return tuple(
        Statement(
            id=f"s{at + 1}",
            kind=kind_of(doc, one.content),
            speaker=_speaker(doc, lookup, one.source) if one.source else None,
            cue=Phrase(text=doc.text(one.cue), span=one.cue) if one.cue else None,
            content=tuple(Phrase(text=doc.text(span), span=span) for span in one.content),
            manner=one.manner,
            channel=one.channel,
            inside=f"s{outer + 1}" if (outer := inside[at]) is not None else None,
            confidence=one.confidence,
            by=MAKER,
            why=Reason(rule=one.rule, words=(one.cue,) if one.cue else ()),
        )
        for at, one in enumerate(found)
    )


def kind_of(doc: Doc, content: Sequence[Span]) -> StatementKind:
    """`direct` where at least nine of ten words stand in quotation marks, `mixed` where some do, else `indirect`."""
    words = quoted = 0
    for start, end in content:
        for match in _WORD.finditer(doc.article.text, start, end):
            words += 1
            quoted += any(q.span[0] <= match.start() < q.span[1] for q in doc.quotes if q.span[0] < end and q.span[1] > start)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.9 * words else "mixed"


def enclosing(contents: Sequence[Sequence[Span]]) -> list[int | None]:
    """For each content, the index of the smallest other content that holds all of it."""
    out: list[int | None] = []
    for at, parts in enumerate(contents):
        start, end = min(s for s, _ in parts), max(e for _, e in parts)
        best: tuple[int, int] | None = None
        for other, spans in enumerate(contents):
            for s, e in spans:
                if other != at and s <= start and end <= e and e - s > end - start and (best is None or e - s < best[0]):
                    best = e - s, other
        out.append(best[1] if best else None)
    return out


def _speaker(doc: Doc, lookup: Lookup, source: Span) -> Mention:
    head = doc.words(source).root
    actors = lookup.actors_at(head.idx) or lookup.actors_in(source)
    return Mention(text=doc.text(source), span=source, actor=actors[0] if actors else None)
