"""The learned judge of candidates: a linear model over named features, and one that ranks the parties around a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from communique.models.store import shipped
from communique.positions.sides import Party
from communique.vocabulary import Stance

NAME = "positions"
STANCES: tuple[Stance, ...] = get_args(Stance)
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely a candidate tells a position, its likeliest stance, and how likely that one is if it tells any."""

    sure: float
    stance: Stance
    stance_sure: float


@dataclass(frozen=True, slots=True)
class Judge:
    """The loaded weights.

    Attributes:
        rows: the row of each feature's name in `weights`.
        weights: (features, 1 + stances); the first column is for no position.
        party: the weight of each feature of a party.
        least: the least `sure` of a position that rules find too, and of one that they do not.
        curve: (points, 2), rising: raw certainty, and the share of right ones there.
    """

    rows: Mapping[str, int]
    weights: Floats
    party: Mapping[str, float]
    least: tuple[float, float]
    curve: Floats
    version: str

    def judge(self, features: Sequence[str]) -> Verdict:
        """The verdict on a candidate with these features; unknown ones count nothing."""
        rows = [self.rows[name] for name in features if name in self.rows]
        scores = self.weights[rows].sum(axis=0, dtype=np.float64)
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        told = float(1 - shares[0])
        best = int(shares[1:].argmax())
        return Verdict(told, STANCES[best], float(shares[1 + best]) / max(told, 1e-9))

    def rank(self, described: Mapping[Party, Sequence[str]]) -> list[tuple[float, Party]]:
        """Parties with their shares of certainty, the likeliest first; of equals the one named first."""
        if not described:
            return []
        scores = np.array([sum(self.party.get(name, 0.0) for name in names) for names in described.values()])
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        return sorted(zip(shares.tolist(), described, strict=True), key=lambda pair: -pair[0])

    def confidence(self, raw: float) -> float:
        """Certainty as the share of positions of that certainty that were right."""
        return round(float(np.interp(raw, self.curve[:, 0], self.curve[:, 1])), 4)


@cache
def load_judge() -> Judge:
    """The shipped model. Raises ModelError where it is missing or not the one its card names."""
    model = shipped(NAME)
    return read_judge(model.file("weights.npz"), model.settings, model.version)


def read_judge(path: Path, settings: Mapping[str, Sequence[float] | Sequence[Sequence[float]]], version: str) -> Judge:
    """A judge from its file of weights and its settings: `least` and `curve`."""
    with np.load(path) as stored:
        names, parties = stored["features"].tolist(), stored["parties"].tolist()
        weights, ranks = stored["weights"].astype(np.float32), stored["ranks"].astype(np.float64).tolist()
    ruled, alone = (float(share) for share in settings["least"])  # type: ignore[arg-type]
    return Judge(
        rows={name: row for row, name in enumerate(names)},
        weights=weights,
        party=dict(zip(parties, ranks, strict=True)),
        least=(ruled, alone),
        curve=np.array(settings["curve"], dtype=np.float32),
        version=version,
    )
