"""Learns the weights of `communique/actors/data/reference_weights.tsv`, and measures them on other reports.

    python -m training.actors.references MARKS.jsonl --reports FILE.jsonl ... [--speakers STORIES.jsonl] [--out WEIGHTS.tsv]

MARKS holds, by report id, the words that refer back and the places that name the right actor; `--reports` the texts; the
pronouns that speak in `--speakers` (reports with `statements`) are marks too. Prints, by kind, how many were said, how many of
those rightly, and how many there are: each fifth of the reports with weights from the others.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from communique.actors.find import read_names
from communique.actors.kb import load_knowledge
from communique.actors.pronouns import find_pronouns
from communique.actors.ranking import KINDS, THRESHOLDS, Anaphor, choose, described, nobody
from communique.actors.scene import Candidate
from communique.clean import clean
from communique.models.language import load_language
from communique.parse import parse
from communique.types import Article
from training.actors.marked import Marks, read_marks, read_rows, told_by_speakers

FOLDS = 5
# How much dearer a weight of one kind is than one that all kinds share.
SHARED, OWN = 2.0, 4.0
STEPS, RATE = 300, 0.1
HEADER = """# Weights of the features by which a pronoun or description finds whom it means (actors/ranking.py), by kind.
# feature, person, thing, plural, description. Learned by training/actors from reports marked by hand; no row: no weight.
"""


@dataclass(frozen=True)
class Example:
    """One choice: the features of each candidate and of nobody (the last), and which is right."""

    report: int
    kind: str
    options: tuple[tuple[str, ...], ...]
    right: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marks", type=Path)
    parser.add_argument("--reports", type=Path, nargs="+", required=True)
    parser.add_argument("--speakers", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    examples = list(_examples(read_marks(options.marks), options.reports, options.speakers))
    print(len(examples), "choices:", dict(Counter(one.kind for one in examples)))
    _measure(examples)
    if options.out:
        _write(options.out, learn(examples))


def _examples(marks: dict[str, Marks], reports: Sequence[Path], stories: Sequence[Path]) -> Iterator[Example]:
    nlp, done = load_language(), set()
    told = {str(row["id"]): told_by_speakers(row) for row in read_rows(stories)}
    for row in read_rows([*reports, *stories]):
        id = str(row["id"])
        if id in done or not (id in marks or told.get(id)):
            continue
        done.add(id)
        yield from collect(row, {**told.get(id, {}), **marks.get(id, {})}, len(done), nlp)


def collect(row: dict[str, Any], marks: Marks, report: int, nlp: Language) -> list[Example]:
    """The marked choices of one report; on the way they are made rightly, and the others by the present weights."""
    doc = parse(clean(Article(id=str(row["id"]), text=row["text"], published=row.get("published"))), nlp)
    reading, out = read_names(doc, load_knowledge(None)), []
    heads = {doc.words(span).root.i: meant for span, meant in marks.items()}

    def right(anaphor: Anaphor, candidates: Sequence[Candidate]) -> Candidate | None:
        meant = heads.get(anaphor.token.i)
        if meant is None or not candidates:
            return choose(anaphor, candidates)
        found = [n for n, one in enumerate(candidates) if len(one.drafts) == 1 and _names(one, meant)]
        options = [tuple(names) for names in (*described(anaphor, candidates), nobody(anaphor))]
        out.append(Example(report, anaphor.kind, tuple(options), found[0] if found else len(candidates)))
        return candidates[found[0]] if found else None

    find_pronouns(reading, choose=right)
    return out


def _names(candidate: Candidate, meant: frozenset[tuple[int, int]]) -> bool:
    spans = candidate.drafts[0].mentions
    return any(a <= start and end <= b for a, b in spans for start, end in meant)


def learn(examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """Weights by kind and feature: what all kinds share and what is a kind's own, both kept small."""
    names = sorted({name for one in examples for option in one.options for name in option})
    index = {name: n for n, name in enumerate(names)}
    rows, starts, right = _rows(examples, index)
    sizes = np.diff([*starts, len(rows)])
    cost = np.repeat([SHARED, *[OWN] * len(KINDS)], len(names))
    weights, speed, mean = (np.zeros(rows.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = rows @ weights
        share = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        share /= np.repeat(np.add.reduceat(share, starts), sizes)
        share[right] -= 1
        slope = rows.T @ share + cost * weights
        mean, speed = 0.9 * mean + 0.1 * slope, 0.999 * speed + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(speed / (1 - 0.999**step)) + 1e-8)
    table = weights.reshape(1 + len(KINDS), len(names))
    return {kind: {name: float(table[0, n] + table[k, n]) for name, n in index.items()} for k, kind in enumerate(KINDS, 1)}


def _rows(examples: Sequence[Example], index: dict[str, int]) -> tuple[Any, Any, Any]:
    """One row an option: the features that all kinds share, then those of its kind; where choices begin; the right rows."""
    size, starts, right = len(index), [], []
    rows = np.zeros((sum(len(one.options) for one in examples), size * (1 + len(KINDS))))
    at = 0
    for one in examples:
        starts.append(at)
        right.append(at + one.right)
        own = size * (1 + KINDS.index(one.kind))
        for option in one.options:
            columns = [index[name] for name in option]
            rows[at, columns] = rows[at, [own + column for column in columns]] = 1.0
            at += 1
    return rows, np.array(starts), np.array(right)


def _measure(examples: Sequence[Example]) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        weights = learn([one for one in examples if one.report % FOLDS != fold])
        for one in examples:
            if one.report % FOLDS == fold:
                counts.update(_judged(one, weights[one.kind]))
    for kind in KINDS:
        said, right, there = (counts[kind, what] for what in ("said", "right", "there"))
        print(f"{kind:12s} there {there:4d}  said {said:4d}  right {right:4d}")


def _judged(example: Example, weights: dict[str, float]) -> Iterator[tuple[str, str]]:
    scores = np.array([sum(weights.get(name, 0.0) for name in option) for option in example.options])
    share = np.exp(scores - scores.max())
    share /= share.sum()
    best, last = int(np.argmax(scores[:-1])), len(example.options) - 1
    if example.right < last:
        yield example.kind, "there"
    if share[best] >= THRESHOLDS[example.kind]:
        yield example.kind, "said"
        if best == example.right:
            yield example.kind, "right"


def _write(path: Path, weights: dict[str, dict[str, float]]) -> None:
    names = sorted({name for kind in KINDS for name in weights[kind]})
    rows = ["\t".join([name, *(f"{weights[kind].get(name, 0.0):.2f}" for kind in KINDS)]) for name in names]
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
