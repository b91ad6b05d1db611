"""Turns the model's own certainty into a probability of being right, and shows what a threshold costs.

    python -m training.statements.calibrate DEV.jsonl --model src/communique/models/statements [--write] [--plot FILE.svg]

An attribution is right where the content and the source overlap a marked one's by half (intersection over union of
characters; both sources missing is right). Prints the expected calibration error of a fit on all reports and where each
fifth's confidence comes from a fit on the others, the reliability of ten bins, and precision and recall by least
confidence. `--write` puts the fit into the model's card, `--plot` draws both.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from communique.clean import clean
from communique.models.language import load_language
from communique.parse import parse
from communique.statements.combine import agreeing, probability
from communique.statements.detect import detect
from communique.statements.found import TAGGER, Found
from communique.statements.learned import detect_learned
from communique.types import Article
from training.statements.curves import draw

Judged = tuple[float, bool, bool]
Knots = dict[str, list[list[float]]]
FOLDS = 5
BINS = 10
# Chosen on the development reports; a lower LEAST finds a little more and is wrong more often.
LEAST, UNSOURCED, NESTED, ELSEWHERE = 0.38, 0.7, 0.57, 0.7


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    reports, marked = _judged(options.dev)
    every = [one for report in reports for one in report]
    knots = fit(every)
    print(f"ECE, fit and measured on all: {error(*_said(every, knots)):.3f}; {FOLDS} folds: {_folded(reports):.3f}")
    bins, curve = reliability(every, knots), trade(every, knots, marked)
    _show(bins, curve)
    if options.plot:
        options.plot.write_text(draw(bins, curve), encoding="utf-8")
    if options.write:
        path = options.model / "card.json"
        card = json.loads(path.read_text(encoding="utf-8"))
        card["settings"] = {**knots, "least": LEAST, "unsourced": UNSOURCED, "nested": NESTED, "elsewhere": ELSEWHERE}
        path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _judged(path: Path) -> tuple[list[list[Judged]], int]:
    """For each report: certainty, whether a rule agrees, and whether it is right; and how many are marked in all."""
    nlp = load_language()
    reports, marked = [], 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marked += len(row["attributions"])
        doc = parse(clean(Article(id=row["id"], text=row["text"])), nlp)
        ruled = detect(doc)
        found = [one for one in detect_learned(doc, ruled) if one.rule == TAGGER]
        reports.append(judge(found, ruled, row["attributions"]))
    return reports, marked


def judge(found: Sequence[Found], ruled: Sequence[Found], gold: Sequence[dict[str, Any]]) -> list[Judged]:
    """Whether each attribution is right: one to one with the marked ones, best overlap of contents first."""
    overlaps = sorted(
        ((_overlap(one.content, other["content"]), i, k) for i, one in enumerate(found) for k, other in enumerate(gold)),
        reverse=True,
    )
    right: dict[int, bool] = {}
    taken: set[int] = set()
    for share, i, k in overlaps:
        if share >= 0.5 and i not in right and k not in taken:
            taken.add(k)
            source = [span] if (span := found[i].source) else []
            right[i] = _overlap(source, gold[k]["source"]) >= 0.5
    return [(one.confidence, agreeing(one, ruled) is not None, right.get(i, False)) for i, one in enumerate(found)]


def _overlap(a: Sequence[Any], b: Sequence[Any]) -> float:
    """Intersection over union of characters; 1 where both are empty."""
    left, right = ({i for start, end in spans for i in range(start, end)} for spans in (a, b))
    return len(left & right) / len(left | right) if left | right else 1.0


def fit(judged: Sequence[Judged]) -> Knots:
    """Knots of an isotonic fit for attributions that no rule finds, and for those that one does."""
    return {
        name: _pools([(certainty, right) for certainty, agreed, right in judged if agreed == (name == "agreed")])
        for name in ("alone", "agreed")
    }


def _pools(pairs: Sequence[tuple[float, bool]]) -> list[list[float]]:
    """Pool adjacent violators: one knot (certainty, probability) at the middle of each pool of five or more."""
    pools: list[list[float]] = []
    for certainty, right in sorted(pairs):
        pools.append([certainty, float(right), 1.0])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [[round(total / n, 4), round((right + 1) / (n + 2), 4)] for total, right, n in pools if n >= 5]


def _said(judged: Sequence[Judged], knots: Knots) -> tuple[Any, Any]:
    said = [probability(certainty, knots["agreed" if agreed else "alone"]) for certainty, agreed, _ in judged]
    return np.array(said), np.array([right for _, _, right in judged])


def error(said: Any, right: Any) -> float:
    """Expected calibration error over ten bins of equal width."""
    bins = np.minimum((said * BINS).astype(int), BINS - 1)
    return float(
        sum(abs(said[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in sorted(set(bins.tolist())))
    )


def _folded(reports: Sequence[Sequence[Judged]]) -> float:
    """The error where every report's confidence comes from a fit on other reports."""
    folds = []
    for fold in range(FOLDS):
        train = [one for i, report in enumerate(reports) if i % FOLDS != fold for one in report]
        held = [one for i, report in enumerate(reports) if i % FOLDS == fold for one in report]
        folds.append(_said(held, fit(train)))
    return error(*(np.concatenate(parts) for parts in zip(*folds, strict=True)))


def reliability(judged: Sequence[Judged], knots: Knots) -> list[tuple[float, float, int]]:
    """Mean confidence, share that is right, and number, of each bin that is not empty."""
    said, right = _said(judged, knots)
    bins = np.minimum((said * BINS).astype(int), BINS - 1)
    chosen = [bins == b for b in range(BINS) if (bins == b).any()]
    return [(float(said[one].mean()), float(right[one].mean()), int(one.sum())) for one in chosen]


def trade(judged: Sequence[Judged], knots: Knots, marked: int) -> list[tuple[float, float, float]]:
    """Least confidence, precision and recall."""
    said, right = _said(judged, knots)
    out = []
    for least in np.arange(0.0, 1.0, 0.1):
        chosen = said >= least
        if chosen.any():
            hits = int(right[chosen].sum())
            out.append((float(least), hits / int(chosen.sum()), hits / marked))
    return out


def _show(bins: Sequence[tuple[float, float, int]], curve: Sequence[tuple[float, float, float]]) -> None:
    print("\nsaid   right   number")
    for said, right, number in bins:
        print(f"{said:.2f}   {right:.2f}    {number}")
    print("\nleast confidence   precision   recall   F")
    for least, precision, recall in curve:
        score = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{least:.1f}                {100 * precision:5.1f}       {100 * recall:5.1f}    {100 * score:5.1f}")


if __name__ == "__main__":
    main()
