"""Turns the model's own certainty into a probability of being right, and shows what a threshold costs.

    python -m training.statements.calibrate DEV.jsonl --model src/communique/models/statements [--write]

An attribution is right where the content and the source overlap a marked one's by half (intersection over union of
characters; both sources missing is right). Prints the expected calibration error of a fit on all reports and of fits on four
fifths measured on the last fifth, the reliability of ten bins, and precision and recall by least confidence. `--write` puts
the fit into the model's card.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from communique.models.language import load_language
from communique.parse import parse
from communique.statements.found import Found
from communique.statements.learned import calibrated, raw_detections
from communique.types import Article

Pairs = list[tuple[float, bool]]
FOLDS = 5
BINS = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    reports, marked = _judged(options.dev)
    every = [pair for report in reports for pair in report]
    knots = fit(every)
    print(f"ECE, fit and measured on all: {error(every, knots):.3f}; {FOLDS} folds: {_folded(reports):.3f}")
    _show(every, knots, marked)
    if options.write:
        path = options.model / "card.json"
        card = json.loads(path.read_text(encoding="utf-8"))
        card.setdefault("settings", {})["calibration"] = knots
        path.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def _judged(path: Path) -> tuple[list[Pairs], int]:
    """For each report the raw certainty of each attribution and whether it is right; and how many are marked in all."""
    nlp = load_language()
    reports, marked = [], 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marked += len(row["attributions"])
        found = raw_detections(parse(Article(id=row["id"], text=row["text"]), nlp))
        reports.append(judge(found, row["attributions"]))
    return reports, marked


def judge(found: Sequence[Found], gold: Sequence[dict[str, Any]]) -> Pairs:
    """Whether each attribution is right: one to one with the marked ones, best overlap of contents first."""
    overlaps = sorted(
        ((_overlap(one.content, other["content"]), i, k) for i, one in enumerate(found) for k, other in enumerate(gold)),
        reverse=True,
    )
    right, taken = [False] * len(found), set()
    paired: set[int] = set()
    for share, i, k in overlaps:
        if share < 0.5:
            break
        if i not in paired and k not in taken:
            paired.add(i)
            taken.add(k)
            source = [found[i].source] if found[i].source else []
            right[i] = _overlap(source, gold[k]["source"]) >= 0.5
    return [(one.confidence, ok) for one, ok in zip(found, right, strict=True)]


def _overlap(a: Sequence[Any], b: Sequence[Any]) -> float:
    """Intersection over union of characters; 1 where both are empty."""
    left, right = ({i for start, end in spans for i in range(start, end)} for spans in (a, b))
    return len(left & right) / len(left | right) if left | right else 1.0


def fit(pairs: Pairs) -> list[list[float]]:
    """Knots (certainty, probability) of an isotonic fit: pool adjacent violators, one knot at the middle of each pool."""
    pools: list[list[float]] = []
    for certainty, right in sorted(pairs):
        pools.append([certainty, float(right), 1.0])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [[round(total / count, 4), round((right + 1) / (count + 2), 4)] for total, right, count in pools if count >= 5]


def error(pairs: Pairs, knots: list[list[float]]) -> float:
    """Expected calibration error over ten bins of equal width."""
    said = np.array([calibrated(certainty, knots) for certainty, _ in pairs])
    right = np.array([ok for _, ok in pairs])
    bins = np.minimum((said * BINS).astype(int), BINS - 1)
    return float(sum(abs(said[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist())))


def _folded(reports: Sequence[Pairs]) -> float:
    errors, weights = [], []
    for fold in range(FOLDS):
        train = [pair for i, report in enumerate(reports) if i % FOLDS != fold for pair in report]
        held = [pair for i, report in enumerate(reports) if i % FOLDS == fold for pair in report]
        errors.append(error(held, fit(train)))
        weights.append(len(held))
    return float(np.average(errors, weights=weights))


def _show(pairs: Pairs, knots: list[list[float]], marked: int) -> None:
    said = np.array([calibrated(certainty, knots) for certainty, _ in pairs])
    right = np.array([ok for _, ok in pairs])
    print("\nconfidence   said   right   number")
    for b in range(BINS):
        chosen = np.minimum((said * BINS).astype(int), BINS - 1) == b
        if chosen.any():
            figures = f"{said[chosen].mean():.2f}   {right[chosen].mean():.2f}    {chosen.sum()}"
            print(f"{b / BINS:.1f} to {(b + 1) / BINS:.1f}   {figures}")
    print("\nleast confidence   precision   recall   F")
    for least in np.arange(0.0, 1.0, 0.1):
        chosen = said >= least
        hits = int(right[chosen].sum())
        precision, recall = hits / max(1, chosen.sum()), hits / marked
        score = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{least:.1f}                {100 * precision:5.1f}       {100 * recall:5.1f}    {100 * score:5.1f}")


if __name__ == "__main__":
    main()
