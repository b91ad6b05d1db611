"""What the event model learns from: a report's or a sentence's words with their states, and what they tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Token

from communique.clean import clean
from communique.events import detect
from communique.events.learned import TYPES
from communique.events.reading import Candidates, Reading
from communique.lookup import Lookup
from communique.models.language import load_language
from communique.models.states import kept
from communique.parse import Doc, parse
from communique.pipeline import choose_stages, empty_record
from communique.types import Article, Record
from training.events.triggers import describe, triggers

BEFORE = ("actors", "statements", "voices", "dates", "places", "circumstances")
NUMBER: Mapping[str, int] = {kind: number for number, kind in enumerate(TYPES, start=1)}
Roles = dict[str, tuple[int, int]]


@dataclass(slots=True)
class Party:
    """Who is party to what one word tells: `roles` are (acts, is acted on) of actors; all others have no part."""

    candidates: Candidates
    roles: Roles


@dataclass(slots=True)
class Example:
    """Words that may tell events.

    `labels`: a type's number or 0 for none, with `weights`, where words are marked; otherwise some word tells one of the types
    `allowed`, likelier where its `prior` is high. `parties` are of marked words, or of all words.
    """

    vectors: NDArray[np.float32]
    rows: list[int]
    features: list[tuple[int, ...]]
    labels: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    allowed: tuple[int, ...] = ()
    priors: list[float] = field(default_factory=list)
    parties: dict[int, Party] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """One text as the event coder meets it."""

    doc: Doc
    record: Record
    reading: Reading
    words: list[Token]
    features: list[tuple[int, ...]]
    rules: dict[int, str]

    def example(self) -> Example:
        return Example(self.reading.vectors, [self.reading.row(word) for word in self.words], self.features)


def read_report(identity: str, text: str, published: str | None = None, nlp: Language | None = None) -> Report | None:
    """A text through all stages before the events; None where it has no words."""
    nlp = nlp or load_language()
    article = clean(Article(id=identity, text=text, published=published))
    doc, record = parse(article, nlp), empty_record(article, nlp)
    for step in choose_stages(BEFORE):
        record = step.stage(doc, record)
    states = kept(doc.tokens)
    if states is None:
        return None
    lookup = Lookup(record)
    found = detect(doc, record, lookup)
    words = list(triggers(doc))
    manners = {one.cue.span[0]: one.manner for one in record.statements if one.cue is not None}
    features = describe(words, found, lookup, manners)
    rules: dict[int, str] = {find.token.i: find.type for find in found}
    return Report(doc, record, Reading(doc, record, lookup, found, states), words, features, rules) if words else None


def marked(report: Report, told: Mapping[int, tuple[str, Roles]], unsure: Sequence[int], until: int | None = None) -> Example:
    """An example in which every word is marked: `told` by number of word; `unsure` words may tell what another tells."""
    example = report.example()
    lemmas = {report.words[k].lemma_.lower() for k in told}
    for k, token in enumerate(report.words):
        if until is not None and token.idx >= until:
            break
        kind, roles = told.get(k, (None, None))
        repeats = kind is None and (k in unsure or token.lemma_.lower() in lemmas)
        example.labels.append(NUMBER[kind] if kind else 0)
        example.weights.append(1.0 if kind else 0.1 if repeats else 0.7)
        if roles is not None:
            example.parties[k] = Party(report.reading.candidates(token), roles)
    return example


def actors_across(report: Report, span: tuple[int, int]) -> list[str]:
    """Actors with a mention inside or across a span."""
    return [actor.id for actor in report.record.actors if any(s < span[1] and span[0] < e for s, e in actor.mentions)]
