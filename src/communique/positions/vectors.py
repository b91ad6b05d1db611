"""Vectors of words, so that a word which training never saw counts like its neighbours in meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
# Which part of a clause the words of a feature belong to: each part has a mean of its own.
_PARTS = {"lemma": 0, "near": 1, "dobj": 2, "acomp": 2, "attr": 2, "xcomp": 2, "ccomp": 2, "over": 3}
PARTS = 4


@dataclass(frozen=True, slots=True)
class Vectors:
    """Word vectors: `rows` are the rows of words in `table` (words, width)."""

    rows: Mapping[str, int]
    table: Floats

    @property
    def width(self) -> int:
        """Numbers in what `means` gives for one candidate."""
        return PARTS * int(self.table.shape[1])

    def means(self, candidates: Sequence[Sequence[str]]) -> Floats:
        """(candidates, parts x width): the mean vector of the words in each part of each clause, zero where there are none.

        Args:
            candidates: the names of the features of each (`features.Describer`).
        """
        out = np.zeros((len(candidates), PARTS, self.table.shape[1]), dtype=np.float32)
        for at, features in enumerate(candidates):
            found: list[list[int]] = [[] for _ in range(PARTS)]
            for name in features:
                key, _, value = name.partition("=")
                part = _PARTS.get(key)
                row = self.rows.get(value.split(":")[0]) if part is not None else None
                if part is not None and row is not None:
                    found[part].append(row)
            for part, rows in enumerate(found):
                if rows:
                    out[at, part] = self.table[rows].mean(axis=0)
        return out.reshape(len(candidates), self.width)
