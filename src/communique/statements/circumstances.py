"""When and where something was said: the date and the place that hang on the cue, outside of what is said.

A second stage, because dates and places are found after statements. In `said on Monday that the port would close on Friday`
Monday is the statement's and Friday is not; a date right behind indirect speech may belong to either, so it counts for neither.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Token

from communique.parse import Doc
from communique.statements.channels import names_channel
from communique.types import DateExpression, Place, Record, Statement, When
from communique.vocabulary import Span

_STEPS = 9
_AT = frozenset({"in", "at", "on", "during", "via", "through", "late", "early"})
_WHERE = frozenset({"in", "at", "near", "outside", "aboard", "inside"})
_WRITTEN_FROM = frozenset({"write", "report", "tweet", "broadcast", "telephone", "post"})
_ISSUED = frozenset(
    {"date", "release", "issue", "publish", "post", "air", "broadcast", "send", "deliver", "give", "hold", "make"}
)
_SPEAKING = frozenset({"speak", "talk", "testify", "address", "write", "appear"})
_TOLD = frozenset({"tell", "inform", "brief"})
# Manners of thinking: what stands beside their cue is about what is thought of.
_LASTING = frozenset({"expect", "plan", "want", "hope", "fear", "predict", "believe"})
_CLOSING = frozenset("\"”“»«'’‘")
_DASHES = frozenset({"-", "--", "–", "—"})

Entry = TypeVar("Entry", DateExpression, Place)


def find_circumstances(doc: Doc, record: Record) -> Record:
    """The record with `when` and `place` of its statements, where the clause of the cue tells them."""
    if not record.statements or not (record.dates or record.places):
        return record
    words = [_cue_words(doc, statement) for statement in record.statements]
    cues: dict[int, list[int]] = {}
    for at, tokens in enumerate(words):
        for token in tokens:
            cues.setdefault(token.i, []).append(at)
    days = [date for date in record.dates if _can_be_told(date, record.article.published)]
    dates, places = _by_cue(doc, days, cues, _NEVER), _by_cue(doc, record.places, cues, _WHERE)
    told = [
        _told(doc, statement, tokens[0], _at(dates, tokens), _at(places, tokens)) if tokens else statement
        for statement, tokens in zip(record.statements, words, strict=True)
    ]
    signed = [_signed(doc, statement, days) for statement in told]
    return replace(record, statements=tuple(_shared([tokens[0] if tokens else None for tokens in words], cues, signed)))


_NEVER: frozenset[str] = frozenset()


def _cue_words(doc: Doc, statement: Statement) -> list[Token]:
    """The head of a cue and its other verbs (`was quoted as saying`); none where it tells of no occasion."""
    if statement.cue is None:
        return []
    words = doc.words(statement.cue.span)
    if words.root.is_punct or not _is_occasion(statement, words.root):
        return []
    return [words.root, *(token for token in words if token.pos_ == "VERB" and token != words.root)]


def _at(entries: dict[int, list[Entry]], tokens: list[Token]) -> list[Entry]:
    return [entry for token in tokens for entry in entries.get(token.i, ())]


def _can_be_told(date: DateExpression, published: str | None) -> bool:
    """A day or stretch that is known and does not begin after the report."""
    return date.type in {"DATE", "TIME"} and date.start is not None and (published is None or date.start <= published)


def _by_cue(doc: Doc, entries: Iterable[Entry], cues: dict[int, list[int]], first: frozenset[str]) -> dict[int, list[Entry]]:
    """Dates or places by the cue word that they hang on; `first` are the prepositions that a place has to stand behind."""
    out: dict[int, list[Entry]] = {}
    for entry in entries:
        cue = _cue_above(doc.words(entry.span).root, cues, first)
        if cue is not None:
            out.setdefault(cue.i, []).append(entry)
    return out


def _cue_above(head: Token, cues: dict[int, list[int]], first: frozenset[str]) -> Token | None:
    """The cue that an expression hangs on, through nothing but `on`, `at`, `in`, channels and their participles."""
    current, placed, speaking = head, not first, False
    for _ in range(_STEPS):
        above = current.head
        if above is current:
            return None
        if above.i in cues:
            return above if placed and _hangs_on(current, above, speaking, dated=not first) else None
        if above.dep_ == "prep":
            fits = above.lower_ in (_AT if placed else first) or (placed and _is_spoken_to(above, cues))
            if not fits and not _is_source_of(above) and not (first and above.lower_ == "from" and _writes(above.head, cues)):
                return None
            placed = True
        elif above.pos_ in {"VERB", "AUX"}:
            if not _passes(above, cues):
                return None
            speaking = speaking or above.lemma_ in _SPEAKING
        elif not (speaking or names_channel(above) or _is_setting(above) or _is_told(above, cues) or _is_hearer(above, cues)):
            return None
        else:
            placed = placed or current.dep_ in {"compound", "nmod", "poss"}
        current = above
    return None


def _is_source_of(preposition: Token) -> bool:
    return preposition.lower_ == "to" and preposition.head.lower_ == "according"


def _writes(verb: Token, cues: dict[int, list[int]]) -> bool:
    return verb.i in cues and verb.lemma_ in _WRITTEN_FROM


def _hangs_on(child: Token, cue: Token, speaking: bool, *, dated: bool) -> bool:
    """Whether a child of a cue tells of the saying: an adverbial, a channel as subject or object, somebody who is told."""
    if child.dep_ in {"nsubj", "nsubjpass", "agent"}:
        return speaking or (dated and names_channel(child))
    if child.dep_ in {"dobj", "dative"}:
        return names_channel(child) or cue.lemma_ in _TOLD
    return child.dep_ in {"prep", "npadvmod", "advmod", "nmod", "compound", "poss", "advcl", "acl", "tmod"}


def _passes(verb: Token, cues: dict[int, list[int]]) -> bool:
    """`a letter dated May 3`, `speaking in Rome on Monday, ...`."""
    if verb.dep_ == "acl" and verb.lemma_ in _ISSUED and names_channel(verb.head):
        return True
    return verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl"} and verb.lemma_ in _SPEAKING


def _is_setting(noun: Token) -> bool:
    """`at a dinner on Monday`: what something was said at, whose day is the day it was said."""
    return noun.pos_ in {"NOUN", "PROPN"} and noun.dep_ == "pobj" and noun.head.lower_ in {"at", "in", "on", "during"}


def _is_spoken_to(preposition: Token, cues: dict[int, list[int]]) -> bool:
    """`to` in `said to a crowd in Rome`, `speaking to reporters in Rome`."""
    return preposition.lower_ in {"to", "with", "before"} and (
        preposition.head.i in cues or preposition.head.lemma_ in _SPEAKING
    )


def _is_hearer(noun: Token, cues: dict[int, list[int]]) -> bool:
    return noun.dep_ == "pobj" and _is_spoken_to(noun.head, cues)


def _is_told(noun: Token, cues: dict[int, list[int]]) -> bool:
    return noun.dep_ in {"dobj", "dative"} and noun.head.i in cues and noun.head.lemma_ in _TOLD


def _told(doc: Doc, statement: Statement, cue: Token, days: Iterable[DateExpression], places: Iterable[Place]) -> Statement:
    def outside(entry: DateExpression | Place) -> bool:
        if _in_content(statement, entry.span):
            return _is_between(doc, statement, cue, entry.span)
        return not _is_behind(doc, statement, entry.span)

    def distance(entry: DateExpression | Place) -> int:
        return abs(entry.span[0] - cue.idx)

    day = min((date for date in days if outside(date)), key=distance, default=None)
    site = min((place for place in places if outside(place)), key=distance, default=None)
    if day is None and site is None:
        return statement
    when = When(start=day.start, end=day.end, span=day.span) if day is not None else None
    return replace(statement, when=when, place=site)


def _is_occasion(statement: Statement, cue: Token) -> bool:
    """Whether a cue tells of something done at a time: not what one expects, nor `protests were reported in Rome`."""
    start, end = statement.content[0].span
    reported = any(c.dep_ == "nsubjpass" and start <= c.idx < end for c in cue.lefts)
    return statement.manner not in _LASTING and not (reported and statement.speaker is None and len(statement.content) == 1)


def _in_content(statement: Statement, span: Span) -> bool:
    return any(part.span[0] < span[1] and span[0] < part.span[1] for part in statement.content)


def _is_between(doc: Doc, statement: Statement, cue: Token, span: Span) -> bool:
    """`accused Norway on Monday of breaking its word`: between two parts of what is said, each of which hangs on the cue."""
    head = doc.words(span).root
    part = head.head if head.dep_ == "pobj" else head
    after = (child for child in cue.rights if child.i > part.i and child.idx < statement.content[-1].span[1])
    return part.head == cue and part.i > cue.i and any(child.dep_ in {"prep", "oprd", "xcomp", "ccomp"} for child in after)


def _is_behind(doc: Doc, statement: Statement, span: Span) -> bool:
    """Behind indirect speech that follows its cue: `said the talks failed on Monday` is the talks' Monday as likely."""
    start, end = min(part.span[0] for part in statement.content), max(part.span[1] for part in statement.content)
    if statement.cue is None or start < statement.cue.span[0] or span[0] < end:
        return False
    return doc.article.text[end - 1] not in _CLOSING


def _signed(doc: Doc, statement: Statement, days: list[DateExpression]) -> Statement:
    """`"..." - Ode, May 3`: the day under a quotation or tweet."""
    if statement.speaker is None or statement.cue is None or statement.cue.text not in _DASHES:
        return statement
    start = statement.speaker.span[1]
    end = doc.paragraphs[doc.paragraph_at(start)][1]
    day = next((date for date in days if start <= date.span[0] < end), None)
    return replace(statement, when=When(start=day.start, end=day.end, span=day.span)) if day is not None else statement


def _shared(roots: list[Token | None], cues: dict[int, list[int]], statements: list[Statement]) -> list[Statement]:
    """`said on Monday ..., adding ...`: a cue without a subject of its own, told on the same occasion."""
    out = list(statements)
    for at, root in enumerate(roots):
        if root is None or out[at].when or out[at].place or root.dep_ not in {"conj", "advcl"} or root.head.i not in cues:
            continue
        first = out[cues[root.head.i][0]]
        own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in root.children)
        if not own and (root.tag_ == "VBG" or root.dep_ == "conj") and _same_voice(first, out[at]):
            out[at] = replace(out[at], when=first.when, place=first.place)
    return out


def _same_voice(first: Statement, second: Statement) -> bool:
    one, other = first.speaker, second.speaker
    return one is not None and other is not None and (one.span == other.span or (one.actor or "") == other.actor)
