"""The learned judge of candidates: small networks over features and vectors, and a ranking of the parties around a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import numpy as np

from communique.positions.sides import Party
from communique.vocabulary import Stance
from training.positions.vectors import Floats, Vectors

STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely a candidate tells a position, its likeliest stance, and how likely that one is if it tells any."""

    sure: float
    stance: Stance
    stance_sure: float


@dataclass(frozen=True, slots=True)
class Judge:
    """The loaded weights of several small networks side by side, whose probabilities are averaged.

    Attributes:
        rows: the row of each feature's name in `names`.
        names: (features, networks x hidden); dense: (width of vectors, the same); bias: (networks x hidden,).
        out: (networks, hidden, 1 + stances); out_bias: (networks, 1 + stances); the first column is for no position.
        party: the weight of each feature of a party.
        least: the least `sure` of a position that rules find too; the least raw certainty of one that they do not.
        curve: (points, 2), rising: raw certainty, and the share of right ones there.
    """

    rows: Mapping[str, int]
    vectors: Vectors
    names: Floats
    dense: Floats
    bias: Floats
    out: Floats
    out_bias: Floats
    party: Mapping[str, float]
    least: tuple[float, float]
    curve: Floats
    version: str

    def judge(self, candidates: Sequence[Sequence[str]]) -> list[Verdict]:
        """The verdict on each candidate, of which the names of its features are given; unknown ones count nothing."""
        if not candidates:
            return []
        hidden = self.vectors.means(candidates) @ self.dense + self.bias
        for at, features in enumerate(candidates):
            rows = [row for name in features if (row := self.rows.get(name)) is not None]
            hidden[at] += self.names[rows].sum(axis=0)
        networks = np.maximum(hidden, 0).reshape(len(candidates), len(self.out), -1).transpose(1, 0, 2)
        shares = _shares(networks @ self.out + self.out_bias[:, None]).mean(axis=0)
        return [_verdict(one) for one in shares]

    def rank(self, described: Mapping[Party, Sequence[str]]) -> list[tuple[float, Party]]:
        """Parties with their shares of certainty, the likeliest first; of equals the one named first."""
        if not described:
            return []
        scores = np.array([sum(self.party.get(name, 0.0) for name in names) for names in described.values()], dtype=np.float32)
        return sorted(zip(_shares(scores).tolist(), described, strict=True), key=lambda pair: -pair[0])

    def confidence(self, raw: float) -> float:
        """Certainty as the share of positions of that certainty that were right."""
        return round(float(np.interp(raw, self.curve[:, 0], self.curve[:, 1])), 4)


def _shares(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares


def _verdict(shares: Floats) -> Verdict:
    told = float(1 - shares[0])
    best = int(shares[1:].argmax())
    return Verdict(told, STANCES[best], float(shares[1 + best]) / max(told, 1e-9))


def read_judge(folder: Path, settings: Mapping[str, Any], version: str) -> Judge:
    """A judge from its files (`weights.npz`, `words.npz`) and settings: `least` and `curve`."""
    with np.load(folder / "words.npz") as stored:
        vectors = Vectors(_numbered(stored["words"].tolist()), stored["table"].astype(np.float32) * stored["scale"])
    with np.load(folder / "weights.npz") as stored:
        names = stored["names"].astype(np.float32) * stored["scale"]
        ruled, alone = settings["least"]
        return Judge(
            rows=_numbered(stored["features"].tolist()),
            vectors=vectors,
            names=names,
            dense=stored["dense"].astype(np.float32),
            bias=stored["bias"].astype(np.float32),
            out=stored["out"].astype(np.float32),
            out_bias=stored["out_bias"].astype(np.float32),
            party=dict(zip(stored["parties"].tolist(), stored["ranks"].tolist(), strict=True)),
            least=(float(ruled), float(alone)),
            curve=np.array(settings["curve"], dtype=np.float32),
            version=version,
        )


def _numbered(names: Sequence[str]) -> dict[str, int]:
    return {name: row for row, name in enumerate(names)}
