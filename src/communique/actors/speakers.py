"""Who `she added` and `the statement said` mean, by who spoke before: reports stay with a speaker over several sentences.

Runs after the statements, on sources that nothing else could name: quotations in between hide the last name from the pronouns'
own rules, but not who said them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from communique.actors.first_names import first_names
from communique.actors.pronoun_words import GENDERS, gender_told, subject_pronouns
from communique.actors.titles import HONORIFICS
from communique.lexicon import words
from communique.lookup import Lookup
from communique.parse import Doc
from communique.parse.tree import prepositional, subject
from communique.types import Actor, Record, Statement
from communique.vocabulary import Span

_DOCUMENT = re.compile(r"(?:the|this|its|his|her|their) (?:\w+ )?(\w+)", re.IGNORECASE)
# How far back, in paragraphs, the last speaker still counts.
_REACH = 2
# How far back, in words, a message may have been introduced; and what its author does with it.
_AROUND = 200
_ISSUES = frozenset("release issue publish write send post produce present give file submit make put".split())


def name_speakers(doc: Doc, record: Record) -> Record:
    """The record with the actors of pronouns and messages that speak, where the statements before tell who."""
    open_ones = [s for s in record.statements if s.speaker is not None and s.speaker.actor is None]
    if not any(_is_open(statement) for statement in open_ones):
        return record
    scene = _Scene(doc, record)
    named: dict[str, str] = {}
    for statement in sorted(record.statements, key=_place):
        actor = scene.meant(statement)
        if actor is not None:
            named[statement.id] = actor
    if not named:
        return record
    statements = tuple(_spoken(statement, named.get(statement.id)) for statement in record.statements)
    return replace(record, statements=statements, actors=tuple(_mentioned(a, record, named) for a in record.actors))


def _is_open(statement: Statement) -> bool:
    text = statement.speaker.text.lower() if statement.speaker else ""
    return _gender_of_source(text) is not None or _document(text) is not None


def _gender_of_source(text: str) -> str | None:
    """m or f for `he` and `she`."""
    kind = subject_pronouns().get(text.lower())
    return kind if kind in GENDERS else None


def _place(statement: Statement) -> tuple[int, str]:
    span = statement.speaker.span if statement.speaker else statement.content[0].span
    return span[0], statement.id


def _document(text: str) -> str | None:
    """The noun of `the statement`, `its report`."""
    match = _DOCUMENT.fullmatch(text)
    noun = match.group(1).lower() if match else ""
    return noun if noun in words("actors", "documents") else None


class _Scene:
    """Who spoke where, in the order of the text."""

    def __init__(self, doc: Doc, record: Record) -> None:
        self._doc, self._lookup = doc, Lookup(record)
        self._actors = self._lookup.actors
        self._genders = {actor.id: _gender(doc, actor) for actor in record.actors if actor.kind == "person"}
        self._named = sorted((span[0], id) for id in self._genders for span in self._actors[id].mentions)
        self._spoken = [part.span for s in record.statements for part in s.content]
        self._said: list[tuple[int, str, Statement]] = []

    def meant(self, statement: Statement) -> str | None:
        """The actor of an open source; remembers those of the others."""
        speaker = statement.speaker
        if speaker is None:
            return None
        actor = speaker.actor
        if actor is None:
            gender = _gender_of_source(speaker.text)
            actor = self._person(gender, speaker.span[0]) if gender else self._author(speaker.text, speaker.span[0])
            if actor is None:
                return None
        self._said.append((speaker.span[1], actor, statement))
        return actor if speaker.actor is None else None

    def _person(self, gender: str, at: int) -> str | None:
        """The last speaker, if of this gender and nobody else of that gender is named in between, outside of speech."""
        before = [(end, actor) for end, actor, _ in self._said if end <= at]
        if not before or not self._near(before[-1][0], at):
            return None
        end, actor = before[-1]
        if self._genders.get(actor, "") not in {gender, None}:
            return None
        rivals = (id for start, id in self._named if end <= start < at and id != actor and not self._is_spoken(start))
        return None if any(self._genders[id] in {gender, None} for id in rivals) else actor

    def _author(self, text: str, at: int) -> str | None:
        """Who spoke last through a message of that name (`said in a statement`)."""
        noun = _document(text.lower())
        for end, actor, statement in reversed(self._said):
            if noun is not None and end <= at and (statement.channel == noun or _holds(self._around(statement), noun)):
                return actor
        return self._issuer(noun, at) if noun is not None else None

    def _issuer(self, noun: str, at: int) -> str | None:
        """Who is told to have a message of that name: `its report`, `released a report`, `a report by the ministry`."""
        last = self._doc.token_at(at).i
        for token in reversed(self._doc.tokens[max(0, last - _AROUND) : last]):
            if token.lower_ != noun:
                continue
            owner = next((c for c in token.lefts if c.dep_ == "poss"), None) or next(prepositional(token, "by", "from"), None)
            if owner is None and token.dep_ == "dobj" and token.head.lemma_ in _ISSUES:
                owner = subject(token.head)
            actors = self._lookup.actors_at(owner.idx) if owner is not None else []
            if len(actors) == 1:
                return actors[0]
        return None

    def _around(self, statement: Statement) -> str:
        """The words of a statement's source and cue and a few behind them."""
        spans = [part.span for part in (statement.speaker, statement.cue) if part is not None]
        return self._doc.text((min(s for s, _ in spans), max(e for _, e in spans) + 30)) if spans else ""

    def _near(self, end: int, at: int) -> bool:
        return self._doc.paragraph_at(at) - self._doc.paragraph_at(end) <= _REACH

    def _is_spoken(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._spoken)


def _holds(text: str, noun: str) -> bool:
    return re.search(rf"\b{noun}\b", text, re.IGNORECASE) is not None


def _gender(doc: Doc, actor: Actor) -> str | None:
    """m or f by the pronouns and titles that the report uses, else by the first name."""
    for span in actor.mentions:
        text = doc.text(span).lower()
        if (told := gender_told(text)) is not None:
            return told
        first = text.split()[0].rstrip(".") if text.split() else ""
        if (style := HONORIFICS.get(first)) is not None:
            return style
    return first_names().get(actor.name.split()[0].lower()) if actor.name.split() else None


def _spoken(statement: Statement, actor: str | None) -> Statement:
    if actor is None or statement.speaker is None:
        return statement
    return replace(statement, speaker=replace(statement.speaker, actor=actor))


def _mentioned(actor: Actor, record: Record, named: dict[str, str]) -> Actor:
    """The actor with the pronouns that mean it; a message is no mention of its author."""
    spans: set[Span] = {
        s.speaker.span
        for s in record.statements
        if s.speaker is not None and named.get(s.id) == actor.id and _gender_of_source(s.speaker.text)
    }
    return replace(actor, mentions=tuple(sorted({*actor.mentions, *spans}))) if spans else actor
