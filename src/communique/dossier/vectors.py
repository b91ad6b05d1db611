"""Sparse vectors of words, and which of them are alike: by rare words over everything, by all words inside one story."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

Vector = Mapping[str, float]


def vector(bag: Iterable[str], weights: Mapping[str, float]) -> dict[str, float]:
    """Weights of a bag's features at length 1, rarest first: the order in which they are looked up."""
    found = sorted(((weights.get(word, 1.0), word) for word in bag), key=lambda pair: (-pair[0], pair[1]))
    length = math.sqrt(sum(value * value for value, _ in found)) or 1.0
    return {word: value / length for value, word in found}


def dot(a: Vector, b: Vector) -> float:
    """The sum of products: the cosine of vectors of length 1."""
    if len(a) > len(b):
        a, b = b, a
    return sum(value * b[word] for word, value in a.items() if word in b)


def alike(
    vectors: Sequence[Vector], members: Sequence[int], *, rare: int, crowd: int, least: float
) -> dict[tuple[int, int], float]:
    """Cosines of at least `least` between members that share one of their `rare` rarest features.

    A feature that more than `crowd` members hold brings nobody together, so the work grows with members * rare * crowd.
    """
    holders: dict[str, list[int]] = {}
    for i in members:
        for word in list(vectors[i])[:rare]:
            holders.setdefault(word, []).append(i)
    found: dict[tuple[int, int], float] = {}
    for i in members:
        sums: dict[int, float] = {}
        for word in list(vectors[i])[:rare]:
            posting = holders[word]
            if len(posting) <= crowd:
                value = vectors[i][word]
                for j in posting:
                    if j > i:
                        sums[j] = sums.get(j, 0.0) + value * vectors[j][word]
        # The rare words give a lower bound; only what may reach the threshold is reckoned in full.
        for j, part in sums.items():
            if part >= least / 3 and (full := dot(vectors[i], vectors[j])) >= least:
                found[i, j] = full
    return found


class Cluster:
    """Members, and the sum of their vectors."""

    __slots__ = ("length", "members", "total")

    def __init__(self, member: int, vector: Vector) -> None:
        self.members, self.total, self.length = [member], dict(vector), 1.0

    def likeness(self, other: Cluster) -> float:
        """The cosine of both sums."""
        return dot(self.total, other.total) / (self.length * other.length)

    def absorb(self, other: Cluster) -> None:
        """Takes over the members of another cluster."""
        self.members += other.members
        for word, value in other.total.items():
            self.total[word] = self.total.get(word, 0.0) + value
        self.length = math.sqrt(sum(value * value for value in self.total.values())) or 1.0
