"""The event model's small layers over an encoder's states: each mention's part in an event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from communique.models.store import shipped

Floats = NDArray[np.float32]
NAME = "events"


@dataclass(frozen=True, slots=True)
class Heads:
    """Weights by their names in training, and the model's version."""

    weights: Mapping[str, Floats]
    version: str

    def parts(self, word: Floats, mentions: Floats, features: Sequence[Sequence[int]], kind: int) -> Floats:
        """How likely each mention acts, and is acted on: word (width,), mentions (n, 2 width), type's number -> (n, 2)."""
        w = self.weights
        told = _sums(w["lf.weight"], features) @ w["lfe.weight"] + w["lfe.bias"]
        hidden = word @ w["lt.weight"] + w["lt.bias"] + mentions @ w["lm.weight"] + w["lm.bias"] + told + w["ty.weight"][kind]
        scores = _relu(_relu(hidden) @ w["l2.weight"] + w["l2.bias"]) @ w["lo.weight"] + w["lo.bias"]
        chances: Floats = 1 / (1 + np.exp(-scores))
        return chances


@cache
def load_heads() -> Heads:
    """The shipped layers. Raises ModelError where they are missing or not the ones their card names."""
    model = shipped(NAME)
    with np.load(model.file("heads.npz")) as stored:
        return Heads({name: stored[name].astype(np.float32) for name in stored.files}, model.version)


def _relu(values: Floats) -> Floats:
    return np.maximum(values, np.float32(0))


def _sums(table: Floats, rows: Sequence[Sequence[int]]) -> Floats:
    """Sums of a table's rows."""
    flat = [row for group in rows for row in group]
    begins = np.cumsum([0, *(len(group) for group in rows[:-1])])
    return np.add.reduceat(table[flat], begins, axis=0).astype(np.float32)
