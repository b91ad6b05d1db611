"""What a classifier is told of a candidate: its words, its clause, what the record knows of it, and what rules say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Token

from communique.lookup import Lookup
from communique.parse import Doc
from communique.parse.tree import is_negated, is_passive, subject
from communique.positions.evaluations import evaluations
from communique.positions.holders import clause_head
from communique.positions.lexicon import predicates
from communique.types import Event, Record, Statement
from training.positions.candidates import Candidate, governor

_PERSONAL = frozenset({"i", "we", "you", "he", "she", "it", "they", "this", "that", "there", "who", "which", "what"})
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "prt", "agent", "dative"})
_SILENT = frozenset({"DET", "PUNCT", "SPACE", "PROPN", "NUM"})
_MOST_WORDS = 40


class Describer:
    """Features of the candidates of one report."""

    def __init__(self, doc: Doc, record: Record, lookup: Lookup) -> None:
        self._doc = doc
        self._lookup = lookup
        self._events: dict[int, Event] = {doc.token_at(event.trigger.span[0]).i: event for event in record.events}
        self._cues: dict[int, Statement] = {}
        for statement in record.statements:
            if statement.cue is not None:
                for token in doc.words(statement.cue.span):
                    self._cues.setdefault(token.i, statement)
        self._words_near: dict[int, tuple[str, ...]] = {}
        self._known = {word for word, _ in predicates()}

    def features(self, candidate: Candidate) -> list[str]:
        """Names of the features that hold of a candidate, each once."""
        head = candidate.head
        verb = clause_head(head)
        told = self._lookup.statement_at(head.idx)
        found = ["bias", *_ruled(candidate), *self._words(head, verb), *_mood(verb), *self._told(head, told)]
        found += self._subject(verb, told)
        found += self._bag(candidate)
        found += self._place(head)
        return list(dict.fromkeys(found))

    def _words(self, head: Token, verb: Token) -> Iterator[str]:
        lemma = head.lemma_.lower()
        yield f"lemma={lemma}"
        yield f"tag={head.tag_}"
        yield f"dep={head.dep_}"
        over = governor(head)
        if over is not verb:
            yield f"over={over.lemma_.lower()}:{verb.dep_}"
        if (event := self._events.get(head.i)) is not None:
            yield f"event={event.type}"
            yield f"event={event.type}:{event.status}"
        for child in head.children:
            if child.dep_ in _COMPLEMENTS:
                yield f"{child.dep_}={child.lemma_.lower()}"
                yield f"has={child.dep_}"
                yield f"{lemma}:{child.dep_}"
                if child.dep_ in {"acomp", "attr", "dobj"}:
                    yield from (f"{child.dep_}.{c.dep_}={c.lemma_.lower()}" for c in child.lefts if c.dep_ in {"amod", "neg"})
            elif child.dep_ in {"prep", "mark"}:
                yield f"{child.dep_}={child.lower_}"
                yield f"{lemma}:{child.lower_}"

    def _told(self, head: Token, told: Statement | None) -> Iterator[str]:
        own = self._cues.get(head.i)
        if own is not None:
            yield "cue"
            yield f"cue={own.manner}"
            yield "cue.speaker" if own.speaker and own.speaker.actor else "cue.nobody"
        quoted = self._doc.quote_at(head.idx) is not None
        yield f"told={told.kind if told else None}:{quoted}"
        if told is not None:
            yield f"manner={told.manner}"
            yield f"manner={told.manner}:{told.kind}"
            if told.cue is not None:
                yield f"cue.word={told.cue.text.split()[-1].lower()}"
            speaker = self._lookup.actors.get(told.speaker.actor or "") if told.speaker else None
            yield f"speaker={speaker.kind}:{speaker.sector}" if speaker else "speaker=None"
            over = governor(head)
            if over is head or self._lookup.statement_at(over.idx) is not told:
                yield "told.top"
                yield f"told.top:{head.lemma_.lower()}"

    def _subject(self, verb: Token, told: Statement | None) -> Iterator[str]:
        who = subject(verb)
        if who is None:
            yield "subject=None"
            return
        if who.lower_ in _PERSONAL:
            yield f"subject={who.lower_}:{told is not None}"
        elif who.pos_ != "PROPN":
            yield f"subject={who.lemma_.lower()}"
        named = [self._lookup.actors[actor] for actor in self._lookup.actors_at(who.idx)]
        for actor in named[:1]:
            yield f"subject.kind={actor.kind}:{told is not None}"
            yield f"subject.sector={actor.sector}:{told is not None}"
            if told and told.speaker and told.speaker.actor == actor.id:
                yield "subject=speaker"
        if not named:
            yield f"subject.unknown:{told is not None}"

    def _bag(self, candidate: Candidate) -> Iterator[str]:
        """Stance words and all words of the clause."""
        head = candidate.head
        first, last = (bisect_left(self._doc.starts, offset) for offset in candidate.span)
        for at in range(max(first, head.sent.start, head.i - _MOST_WORDS), min(last, head.sent.end, head.i + _MOST_WORDS)):
            if at != head.i:
                yield from self._near(at)

    def _near(self, at: int) -> tuple[str, ...]:
        """Features of a word that stands in somebody's clause; made once for each word."""
        if at not in self._words_near:
            token = self._doc.tokens[at]
            names: list[str] = []
            if token.pos_ not in _SILENT:
                lemma = token.lemma_.lower()
                names += [f"near.stance={lemma}"] if lemma in self._known else []
                judged = evaluations().get(lemma)
                names += [f"near.judged={judged[0]}"] if judged is not None else []
                names.append(f"near={lemma}")
            self._words_near[at] = tuple(names)
        return self._words_near[at]

    def _place(self, head: Token) -> Iterator[str]:
        start, end = self._doc.paragraphs[self._doc.paragraph_at(head.idx)] if self._doc.paragraphs else (0, 0)
        if self._doc.article.text[max(start, end - 1) : end] not in {".", "!", "?", '"', "”"}:
            yield "headline"


def _ruled(candidate: Candidate) -> Iterator[str]:
    claim = candidate.claim
    if claim is None:
        yield "claim=None"
        return
    yield f"claim={claim.stance}"
    yield f"claim={claim.stance}:{claim.sureness}"
    yield f"rule={claim.rule}"
    yield f"claim.holder={claim.holder is not None}"


def _mood(verb: Token) -> Iterator[str]:
    modals = [c.lemma_.lower() for c in verb.lefts if c.dep_ in {"aux", "auxpass"}]
    negated = is_negated(verb)
    yield f"aux={' '.join(modals)}"
    yield from (f"aux={word}:{negated}" for word in modals)
    if negated:
        yield "negated"
        yield f"negated={verb.lemma_.lower()}"
    if is_passive(verb):
        yield "passive"
    if verb.sent[-1].text == "?":
        yield "question"
