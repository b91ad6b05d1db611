"""Trains the model of positions, and says what it reaches on reports of stories that it did not see.

python -m training.positions.train MARKED.jsonl... --out FOLDER [--validate]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from communique.models.language import load_language
from communique.parse import Doc
from communique.types import Record
from training.positions.choose import find_positions_with
from training.positions.examples import Example, of_report, of_sentences, read_marked, read_record
from training.positions.folds import fold_of
from training.positions.learned import read_judge
from training.positions.names import same_name
from training.positions.networks import fit
from training.positions.vectors import Vectors

VERSION = "1"
FOLDS = 5
LEAST = (0.05, 0.17)
LINE = [[0.0, 0.0], [1.0, 1.0]]
FILES = ("weights.npz", "words.npz")
_WRITTEN = Path(__file__).parent / "data"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marked", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="holds words.npz already")
    parser.add_argument("--validate", action="store_true", help="fit on folds first, for the curve of confidence")
    options = parser.parse_args()
    torch.set_num_threads(1)
    nlp = load_language()
    marked = read_marked(options.marked)
    read = [read_record(one["text"], one.get("published"), nlp) for one in marked]
    reports = [of_report(at, one["positions"], *read[at]) for at, one in enumerate(marked)]
    written = list(of_sentences(_WRITTEN, nlp))
    with np.load(options.out / "words.npz") as stored:
        vectors = Vectors({word: row for row, word in enumerate(stored["words"].tolist())}, stored["table"] * stored["scale"])
    curve = LINE
    if options.validate:
        curve = curve_of(validated(marked, read, reports, written, vectors, options.out / "words.npz"))
    every = [one for report in reports for one in report]
    np.savez_compressed(options.out / "weights.npz", **fit([*every, *written], vectors))
    write_card(options.out, curve)


def validated(
    marked: Sequence[dict[str, Any]],
    read: Sequence[tuple[Doc, Record]],
    reports: Sequence[list[Example]],
    written: list[Example],
    vectors: Vectors,
    words: Path,
) -> list[tuple[float, bool]]:
    """Raw certainty of each position found by a model that saw no report of its story, and whether all of it is right."""
    folds = fold_of([one["text"] for one in marked], FOLDS)
    out: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        seen = [one for at, report in enumerate(reports) if folds[at] != fold for one in report]
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "words.npz").write_bytes(words.read_bytes())
            np.savez(Path(folder, "weights.npz"), **fit([*seen, *written], vectors))
            judge = read_judge(Path(folder), {"least": LEAST, "curve": LINE}, VERSION)
        for at, one in enumerate(marked):
            if folds[at] == fold:
                out += judged(find_positions_with(judge, *read[at]), one["positions"])
    return out


def judged(record: Record, marked: Sequence[dict[str, Any]]) -> list[tuple[float, bool]]:
    """Certainty and truth of a report's positions: true where place, party and stance are those of one that a reader marked."""
    names = {actor.id: actor.name for actor in record.actors}
    return [
        (
            found.confidence,
            any(
                _covers(found.evidence.span, one["span"])
                and same_name(names[found.party], one["party"])
                and found.stance in {one["stance"], one.get("also_stance")}
                for one in marked
            ),
        )
        for found in record.positions
    ]


def _covers(one: tuple[int, int], other: Sequence[int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= min(one[1] - one[0], other[1] - other[0])


def curve_of(pairs: Sequence[tuple[float, bool]], points: int = 8) -> list[list[float]]:
    """Shares of right ones by raw certainty, in equal parts, rising (neighbours that fall are pooled)."""
    ordered = sorted(pairs)
    pools = [[raw, float(right), 1.0] for raw, right in _parts(ordered, points)]
    at = 1
    while at < len(pools):
        if pools[at][1] < pools[at - 1][1]:
            raw, right, count = pools.pop(at)
            before = pools[at - 1]
            total = before[2] + count
            pools[at - 1] = [
                (before[0] * before[2] + raw * count) / total,
                (before[1] * before[2] + right * count) / total,
                total,
            ]
            at = max(1, at - 1)
        else:
            at += 1
    return [[round(raw, 4), round(right, 4)] for raw, right, _ in pools]


def _parts(ordered: Sequence[tuple[float, bool]], points: int) -> list[tuple[float, float]]:
    parts = [part for part in np.array_split(np.array(ordered, dtype=float), points) if len(part)]
    return [(float(part[:, 0].mean()), float(part[:, 1].mean())) for part in parts]


def write_card(folder: Path, curve: list[list[float]]) -> None:
    """`card.json`: the digests of the files, the thresholds and the curve of confidence."""
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    card = {"version": VERSION, "sha256": digests, "settings": {"least": list(LEAST), "curve": curve}}
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
