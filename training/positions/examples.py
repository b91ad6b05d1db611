"""Examples to train on: candidates of marked reports and of sentences written for this project, with what they should get."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from communique.clean import clean
from communique.lookup import Lookup
from communique.parse import Doc, parse
from communique.pipeline import choose_stages, empty_record
from communique.positions import claims
from communique.positions.holders import clause_head
from communique.positions.party import Parties
from communique.positions.sides import Sides
from communique.read import article_from_text
from communique.types import Record
from communique.vocabulary import Span
from training.positions.candidates import Candidate, find_candidates
from training.positions.features import Describer
from training.positions.names import same_name
from training.positions.roles import Roles

BEFORE = ("actors", "statements", "voices", "dates", "places", "circumstances", "events")
_SAME = 0.6  # share of two spans that is in both, from which a further candidate counts as telling the same position
_BY_RULE = 0.3  # how much more a candidate is worth of which rules say the marked stance


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate: its features, its stance ("none" where it tells no position), each party's features and whether it is right.

    `group` is the report it is from, -1 for a written sentence. `masked` ones lie inside a marked position that another
    word tells: they teach nothing. `weight` is less where one reader of two marked it.
    """

    group: int
    features: list[str]
    stance: str
    masked: bool
    weight: float
    parties: list[list[str]]
    right: list[bool]


def read_record(text: str, published: str | None, nlp: Language) -> tuple[Doc, Record]:
    """A report as it stands before its positions are found."""
    article = clean(article_from_text(text, published=published))
    doc, record = parse(article, nlp), empty_record(article, nlp)
    for step in choose_stages(BEFORE):
        record = step.stage(doc, record)
    return doc, record


def of_report(group: int, marked: Sequence[dict[str, Any]], doc: Doc, record: Record) -> list[Example]:
    """The candidates of a marked report."""
    lookup = Lookup(record)
    candidates = find_candidates(doc.tokens, claims(doc, lookup))
    told, masked = _align(candidates, marked)
    parties = _Described(record, lookup)
    describer = Describer(doc, record, lookup)
    examples = []
    for at, candidate in enumerate(candidates):
        gold = told.get(at, [])
        described, names = parties.of(candidate)
        examples.append(
            Example(
                group=group,
                features=describer.features(candidate),
                stance=gold[0]["stance"] if gold else "none",
                masked=at in masked and not gold,
                weight=0.5 if gold and all(one.get("optional") for one in gold) else 1.0,
                parties=described,
                right=[any(same_name(name, one["party"]) for one in gold) for name in names],
            )
        )
    return examples


def of_sentences(folder: Path, nlp: Language) -> Iterator[Example]:
    """The candidates of the written sentences: those that stars mark, and all of those that tell no position."""
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                stance, sentence = line.split("\t") if "\t" in line else ("none", line)
                yield from _of_sentence(stance, sentence, nlp)


def _of_sentence(stance: str, starred: str, nlp: Language) -> Iterator[Example]:
    parts = starred.split("*")
    stars, text = [], ""
    for at, part in enumerate(parts):
        stars += [(len(text), len(text) + len(part))] if at % 2 else []
        text += part
    doc, record = read_record(text, None, nlp)
    lookup = Lookup(record)
    candidates = find_candidates(doc.tokens, claims(doc, lookup))
    describer = Describer(doc, record, lookup)
    heads = {token.i for one in candidates for token in _heads(one)}
    meant = {index for span in stars for index in _meant(doc, span, heads)}
    for candidate in candidates:
        hit = any(token.i in meant for token in _heads(candidate))
        features = describer.features(candidate)
        yield Example(-1, features, stance if hit else "none", bool(stars) and not hit, 1.0, [], [])


def _heads(candidate: Candidate) -> list[Any]:
    return [candidate.head, *([candidate.claim.head] if candidate.claim else [])]


def _meant(doc: Doc, span: Span, heads: set[int]) -> Iterator[int]:
    """Indexes of the words under a star: an auxiliary stands for its verb."""
    for token in doc.words(span):
        verb = token
        if verb.i not in heads and verb.dep_ in {"aux", "auxpass", "neg"}:
            verb = verb.head
        if verb.i not in heads and verb.pos_ != "NOUN":
            verb = clause_head(verb)
        yield verb.i


class _Described:
    """Features and names of the parties around each candidate of one report."""

    def __init__(self, record: Record, lookup: Lookup) -> None:
        self._sides = Sides(record, lookup)
        self._roles = Roles(record, lookup, Parties(lookup, self._sides))
        self._names = {actor.id: actor.name for actor in record.actors}

    def of(self, candidate: Candidate) -> tuple[list[list[str]], list[str]]:
        described = self._roles.describe(candidate, self._roles.of(candidate))
        names = {**self._names, **{actor.id: actor.name for actor in self._sides.added.values()}}
        return list(described.values()), [names[party.actor] for party in described]


def _align(
    candidates: Sequence[Candidate], marked: Iterable[dict[str, Any]]
) -> tuple[dict[int, list[dict[str, Any]]], set[int]]:
    """The marked positions that each candidate tells, and the candidates that lie inside one."""
    places: dict[Span, list[dict[str, Any]]] = {}
    for one in marked:
        places.setdefault((one["span"][0], one["span"][1]), []).append(one)
    told: dict[int, tuple[float, list[dict[str, Any]]]] = {}
    masked: set[int] = set()
    for span, gold in places.items():
        stances = {one.get(key) for one in gold for key in ("stance", "also_stance")}
        worth = {
            at: _shared(one.span, span) + (_BY_RULE if one.claim and one.claim.stance in stances else 0.0)
            for at, one in enumerate(candidates)
            if _covered(one.span, span) >= 0.5
        }
        within = {at for at in worth if span[0] <= candidates[at].head.idx < span[1]}
        masked |= within
        if not worth:
            continue
        best = max(worth, key=lambda at: worth[at])
        if best not in told or told[best][0] < worth[best]:
            told[best] = worth[best], gold
        for at in sorted(within - {best}):
            if worth[at] >= _SAME:
                told.setdefault(at, (worth[at] - 1, gold))
    return {at: gold for at, (_, gold) in told.items()}, masked


def _covered(one: Span, other: Span) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, min(one[1] - one[0], other[1] - other[0]))


def _shared(one: Span, other: Span) -> float:
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def read_marked(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Marked reports of several files, in their order."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
