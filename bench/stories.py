"""python bench/stories.py LABELLED.jsonl RECORDS.jsonl

Stories against labelled coverage (lines with `id` and `event`): B-cubed by threshold, and with the threshold chosen on four
fifths of the labels and measured on the last, three times shuffled. RECORDS is what `communique read --format jsonl` wrote.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from communique.codec import decode
from communique.dossier.duplicates import copies
from communique.dossier.standing import held
from communique.dossier.stories import LEAST_ALIKE, stories

THRESHOLDS = [at / 100 for at in range(6, 26)]
FOLDS, SHUFFLES = 5, 3

Labels = dict[str, str]


def b_cubed(gold: Labels, said: Labels) -> tuple[float, float, float]:
    """Precision, recall and F, in per cent, over the reports of `gold`."""
    same, together = defaultdict(set), defaultdict(set)
    for id, event in gold.items():
        same[event].add(id)
        together[said[id]].add(id)
    both = {id: len(same[event] & together[said[id]]) for id, event in gold.items()}
    precision = sum(both[id] / len(together[said[id]]) for id in gold) / len(gold)
    recall = sum(both[id] / len(same[event]) for id, event in gold.items()) / len(gold)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def cross_validated(gold: Labels, said: dict[float, Labels], seed: int) -> float:
    """F over all reports, each measured with the threshold that is best for the labels of the other folds."""
    labels = sorted(set(gold.values()))
    random.Random(seed).shuffle(labels)
    total = 0.0
    for fold in range(FOLDS):
        held_out = set(labels[fold::FOLDS])
        rest = {id: event for id, event in gold.items() if event not in held_out}
        best = max(THRESHOLDS, key=lambda least: b_cubed(rest, said[least])[2])
        test = {id: event for id, event in gold.items() if event in held_out}
        total += b_cubed(test, said[best])[2] * len(test)
    return total / len(gold)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labelled", type=Path)
    parser.add_argument("records", type=Path)
    options = parser.parse_args()
    rows = map(json.loads, options.labelled.read_text(encoding="utf-8").splitlines())
    gold = {row["id"]: row["event"] for row in rows}
    with options.records.open("rb") as stream:
        reports = held(map(decode, stream))
    found = copies(reports)
    reports = [replace(report, copy_of=found.get(report.id)) for report in reports]
    said = {least: stories(reports, least=least) for least in THRESHOLDS}
    for least in THRESHOLDS:
        p, r, f = b_cubed(gold, said[least])
        print(f"{least:.2f}  P {p:5.1f}  R {r:5.1f}  F {f:5.1f}{'  as shipped' if least == LEAST_ALIKE else ''}")
    figures = [cross_validated(gold, said, seed) for seed in range(SHUFFLES)]
    print(f"cross-validated F: {', '.join(f'{one:.1f}' for one in figures)}; mean {sum(figures) / len(figures):.1f}")


if __name__ == "__main__":
    main()
