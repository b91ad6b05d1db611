"""The marked sets as examples."""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from communique.events.lexicon import QUADS, RECIPROCAL
from communique.vocabulary import Span
from training.events.examples import NUMBER, Example, Party, Report, Roles, actors_across, marked, read_report
from training.events.names import fill, same_name

OWN = Path(__file__).with_name("data")
_QUAD = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
_SLOT = re.compile(r"(\{[ABRX]\}|\*[^*]+\*)")


def rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def stories(path: Path) -> Iterator[Example]:
    """Whole reports with all their events, whose parties are names."""
    for row in rows(path):
        report = read_report(str(row["id"]), row["text"], row.get("published"))
        if report is not None:
            yield _story(report, row["events"])


def _story(report: Report, events: Sequence[dict[str, Any]]) -> Example:
    told: dict[int, tuple[str, Roles]] = {}
    unsure: list[int] = []
    words = report.words
    for event in events:
        start, end = event["span"]
        inside = [k for k, word in enumerate(words) if start <= word.idx < end]
        root = report.doc.words((start, end)).root.i
        near = min(range(len(words)), key=lambda k: min(abs(words[k].idx - start), abs(words[k].idx - end)))
        k = next((k for k in inside if words[k].i == root), inside[0] if inside else near)
        unsure += inside
        roles: Roles = {}
        for side, part in (("actors", (1, 0)), ("recipients", (0, 1))):
            for name in event[side]:
                for actor in [actor.id for actor in report.record.actors if same_name(name, actor.name)][:3]:
                    roles.setdefault(actor, part)
        told[k] = (event["types"][0], roles)
    return marked(report, told, unsure)


def standoff(folder: Path) -> Iterator[Example]:
    """The reports of marked.tsv."""
    texts = {
        str(row["id"]): row["text"]
        for name in ("reports_unlabelled", "attribution_train")
        for row in rows(folder / f"{name}.jsonl")
    }
    by_report: dict[str, list[list[str]]] = {}
    for line in (OWN / "marked.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            identity, *rest = line.split("\t")
            by_report.setdefault(identity, []).append(rest)
    for identity, entries in by_report.items():
        report = read_report(identity, texts[identity])
        if report is not None:
            yield _standoff(report, entries)


def _standoff(report: Report, entries: Sequence[Sequence[str]]) -> Example:
    at = {word.idx: k for k, word in enumerate(report.words)}
    told: dict[int, tuple[str, Roles]] = {}
    unsure, until = [], None
    for offset, kind, actors, recipients in entries:
        if kind == "END":
            until = int(offset)
        elif (k := at.get(int(offset))) is None:
            continue
        elif kind == "?":
            unsure.append(k)
        else:
            roles: Roles = {}
            for side, part in ((actors, (1, 0)), (recipients, (0, 1))):
                for place in side.split(",") if side != "-" else ():
                    for actor in actors_across(report, (int(place), int(place) + 1)):
                        roles.setdefault(actor, part)
            told[k] = (kind, roles)
    return marked(report, told, unsure, until)


def sentences(path: Path) -> Iterator[Example]:
    """Sentences with a source, a target and a type (or a quad class); which word tells it is not marked."""
    for row in rows(path):
        kinds, (source, target) = kinds_of(row), parties_of(row)
        report = read_report(str(row["id"]), row["text"]) if kinds is not None else None
        if report is None:
            continue
        if kinds:
            yield _sentence(report, kinds, source, target)
        else:
            yield marked(report, {}, ())


def parties_of(row: dict[str, Any]) -> tuple[Span | None, Span | None]:
    """Where a row's source and target stand, as far as they are marked."""
    spans = {one["label"]: (one["start"], one["end"]) for one in reversed(row.get("spans") or [])}
    source, target = row.get("source") or spans.get("source"), row.get("target") or spans.get("target")
    return (source[0], source[1]) if source else None, (target[0], target[1]) if target else None


def kinds_of(row: dict[str, Any]) -> tuple[str, ...] | None:
    """The types that a row allows: none for a mere statement, None where it does not say."""
    if "type" in row:
        return ("CONCEDE", "RETREAT") if row["type"] == "YIELD" else (row["type"],)
    if row["quad"] is None:
        return None
    return tuple(kind for kind, quad in QUADS.items() if row["quad"] and quad == _QUAD[row["quad"]])


def _sentence(report: Report, kinds: Sequence[str], source: Any, target: Any) -> Example:
    example = report.example()
    example.allowed = tuple(NUMBER[kind] for kind in kinds)
    acting = actors_across(report, source) if source else []
    roles: Roles = dict.fromkeys(acting, (1, 0))
    for actor in actors_across(report, target) if target else []:
        roles.setdefault(actor, (1, 0) if set(kinds) <= RECIPROCAL else (0, 1))
    meeting, path = _between(report, source, target)
    for k, word in enumerate(report.words):
        prior = 2.0 * (word.i == meeting) + 1.5 * (word.i in path) + 0.5 * (word.dep_ == "ROOT")
        example.priors.append(prior + 1.5 * (report.rules.get(word.i) in kinds))
        example.parties[k] = Party(report.reading.candidates(word), roles)
    return example


def _between(report: Report, source: Any, target: Any) -> tuple[int | None, set[int]]:
    """Where the paths from both parties to the root meet, and the words on them."""
    chains = [_up(report.doc.words(span).root) for span in (source, target) if span]
    if not chains:
        return None, set()
    if len(chains) == 1:
        return chains[0][1] if len(chains[0]) > 1 else None, set(chains[0][1:5])
    first, second = chains
    meeting = next((i for i in second if i in first), None)
    return meeting, {*first, *second[: second.index(meeting) if meeting is not None else None]}


def _up(token: Token) -> list[int]:
    return [token.i, *(above.i for above in list(token.ancestors)[:12])]


def own_sentences(*, times: int = 4, seed: int = 7) -> Iterator[Example]:
    """The sentences of sentences.tsv, each with several sets of names."""
    chance = random.Random(seed)
    for kind, sentence in own_rows():
        for _ in range(times):
            yield from _own(kind, sentence, fill(kind, chance))


def own_rows() -> list[tuple[str, str]]:
    """Types and sentences of sentences.tsv."""
    lines = (OWN / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    return [(kind, sentence) for kind, _, sentence in (line.partition("\t") for line in lines if not line.startswith("#"))]


def filled(sentence: str, names: dict[str, str]) -> tuple[str, int, dict[str, Span]]:
    """A sentence with its slots filled: the text, where the word that tells the event begins (or -1), where the names stand."""
    text, word, spans = "", -1, dict[str, Span]()
    for part in _SLOT.split(sentence):
        shown = names[part[1]] if part.startswith("{") else part.strip("*") if part.startswith("*") else part
        shown = shown if text else shown[:1].upper() + shown[1:]
        if part.startswith("{"):
            spans[part[1]] = (len(text), len(text) + len(shown))
        elif part.startswith("*"):
            word = len(text)
        text += shown
    return text, word, spans


def _own(kind: str, sentence: str, names: dict[str, str]) -> Iterator[Example]:
    text, word, spans = filled(sentence, names)
    report = read_report("own", text)
    if report is None:
        return
    roles: Roles = {}
    for slot, side in (("A", (1, 0)), ("B", (1, 0)), ("R", (0, 1))):
        for actor in actors_across(report, spans[slot]) if slot in spans else ():
            roles.setdefault(actor, side)
    told = {k: (kind, roles) for k, token in enumerate(report.words) if token.idx == word}
    if told or kind == "NONE":
        yield marked(report, told, ())


def headlines(path: Path, *, seed: int = 7) -> Iterator[Example]:
    """Headline templates, filled with names; which word tells the event is not marked."""
    chance = random.Random(seed)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            kind = row["event"].strip()
            text = re.sub(r"\{[^}]+\}", lambda _, kind=kind: fill(kind, chance)["X"], row["title"]).strip() + "."
            report = read_report("headline", text) if kind in NUMBER else None
            if report is not None:
                yield _sentence(report, (kind,), None, None)
