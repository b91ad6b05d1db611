"""Measures `communique.events.relate` on sentences with a known pair: accuracy, macro-F1, calibration.

python -m training.events.evaluate SENTENCES.jsonl

CONCEDE and RETREAT count as one, as in the sets (YIELD). The whole event coder is measured by `bench/quality.py`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from communique.events import relate
from training.events.data import rows

BINS = 8
Answer = tuple[str, str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    answers = [answer(row) for row in rows(parser.parse_args().sentences)]
    right = sum(wanted == said for wanted, said, _ in answers) / len(answers)
    print(f"accuracy {100 * right:.1f} macro-F1 {100 * macro(answers):.1f} calibration error {calibration(answers):.3f}")


def answer(row: dict[str, object]) -> Answer:
    """The type that a row asks for, the likeliest one, and its probability."""
    (s, e), (t, u) = row["source"], row["target"]  # type: ignore[misc]
    shares: dict[str, float] = {}
    for kind, share in relate(str(row["text"]), (s, e), (t, u)).items():
        merged = "YIELD" if kind in {"CONCEDE", "RETREAT"} else kind
        shares[merged] = shares.get(merged, 0.0) + share
    said = max(shares, key=lambda kind: shares[kind])
    return str(row["type"]), said, shares[said]


def macro(answers: Sequence[Answer]) -> float:
    """Mean F1 over the types that are asked for."""
    kinds = sorted({wanted for wanted, _, _ in answers})
    scores = []
    for kind in kinds:
        right = sum(wanted == said == kind for wanted, said, _ in answers)
        scores.append(2 * right / sum((wanted == kind) + (said == kind) for wanted, said, _ in answers))
    return sum(scores) / len(scores)


def calibration(answers: Sequence[Answer]) -> float:
    """Expected calibration error over bins of equal size."""
    order = sorted((sure, wanted == said) for wanted, said, sure in answers)
    bins = [order[k * len(order) // BINS : (k + 1) * len(order) // BINS] for k in range(BINS)]
    return sum(abs(sum(sure for sure, _ in one) - sum(right for _, right in one)) for one in bins) / len(order)


if __name__ == "__main__":
    main()
