"""find_dates: the time expressions of a report, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from communique.dates.grammar import Match, candidates, grammar
from communique.dates.guards import is_no_date
from communique.dates.lexemes import lexemes
from communique.dates.resolvers import RESOLVERS
from communique.dates.scene import Meaning, Scene, clipped, scene_of
from communique.dates.tense import direction
from communique.parse import Doc
from communique.types import DateExpression, Reason, Record
from communique.vocabulary import Span

BY = "dates.rules.v1"


def find_dates(doc: Doc, record: Record) -> Record:
    """The record with `dates`: TIMEX3 type and value of every time expression, and the days that it covers.

    The day of publication is the anchor of what is relative; without it such an expression keeps a value only where TIMEX3 can
    say it unanchored (`XXXX-WXX-4`), and has no days. Spans are characters of the article; prepositions before are left out.
    """
    return replace(record, dates=tuple(_expressions(doc)))


def _expressions(doc: Doc) -> Iterator[DateExpression]:
    found = lexemes(doc.tokens.text)
    code = grammar().encode(found)
    scene = scene_of(doc.article.published)
    starts = [sentence.start_char for sentence in doc.tokens.sents] if len(doc.tokens) else []
    sentence, at = -1, 0
    while hit := grammar().any_rule.search(code, at):
        here = bisect_right(starts, found[hit.start()].start)
        if here != sentence:
            sentence, scene.near = here, None
            scene.paragraph = doc.paragraph_at(found[hit.start()].start)
        at = hit.start() + 1
        for match in candidates(found, code, hit.start()):
            if is_no_date(doc, match):
                at = hit.start() + len(match.lexemes)
                break
            tense = _Tense(doc, match)
            scene.direction = tense
            if meaning := _meaning(match, scene):
                scene.note(meaning, match.rule)
                yield _entry(doc, match, meaning, tense.words)
                at = hit.start() + len(match.lexemes)
                break


class _Tense:
    """The direction at an expression, looked up once and only if somebody asks; `words` are what it was read from."""

    def __init__(self, doc: Doc, match: Match) -> None:
        self._doc, self._offset = doc, match.lexemes[-1].start
        self._way: int | None = None
        self.words: tuple[Span, ...] = ()

    def __call__(self) -> int:
        if self._way is None:
            self._way, word = direction(self._doc.token_at(self._offset))
            if word is not None:
                self.words = ((word.idx, word.idx + len(word)),)
        return self._way


def _meaning(match: Match, scene: Scene) -> Meaning | None:
    meaning = RESOLVERS[match.rule](match, scene)
    for word in ("earlier", "later"):
        if meaning and meaning.relative and match.lexemes[0].lower == word:
            meaning = clipped(meaning, scene.anchor, word)
    return meaning


def _entry(doc: Doc, match: Match, meaning: Meaning, words: tuple[Span, ...]) -> DateExpression:
    span = match.lexemes[0].start, match.lexemes[-1].end
    start, end = meaning.days or (None, None)
    return DateExpression(
        text=doc.text(span),
        span=span,
        type=meaning.type,
        value=meaning.value,
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
        by=BY,
        why=Reason(rule=match.rule, words=(span, *words)),
    )
