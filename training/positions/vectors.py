"""Vectors of words, so that a word which training never saw counts like its neighbours in meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
# Which part of a clause the words of a feature belong to: each part has a mean of its own.
_PARTS = {"lemma": 0, "near": 1, "dobj": 2, "acomp": 2, "attr": 2, "xcomp": 2, "ccomp": 2, "over": 3}
PARTS = 4


@dataclass(frozen=True, slots=True)
class Vectors:
    """Word vectors: `rows` are the rows of words in `table` (words, width); `places` keeps what was looked up."""

    rows: Mapping[str, int]
    table: Floats
    places: dict[str, tuple[int, int] | None] = field(default_factory=dict, repr=False)

    def place(self, name: str) -> tuple[int, int] | None:
        """The part of a clause and the row of the word that a feature names, None for features that name no known word."""
        if name not in self.places:
            key, _, value = name.partition("=")
            part = _PARTS.get(key)
            row = self.rows.get(value.split(":")[0]) if part is not None else None
            self.places[name] = (part, row) if part is not None and row is not None else None
        return self.places[name]

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
                place = self.place(name)
                if place is not None:
                    found[place[0]].append(place[1])
            for part, rows in enumerate(found):
                if rows:
                    out[at, part] = self.table[rows].sum(axis=0) / len(rows)
        return out.reshape(len(candidates), self.width)
