"""Folds for cross-validation: reports on one story are never on both sides."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

_ALIKE = 0.16  # cosine of two reports' words, rare ones weighted up, from which they count as one story


def fold_of(texts: Sequence[str], folds: int = 5) -> list[int]:
    """The fold of each report; stories are dealt out from the largest, each to the smallest fold."""
    vectors = _vectors(texts)
    above = list(range(len(texts)))

    def story(at: int) -> int:
        while above[at] != at:
            at = above[at]
        return at

    for one in range(len(texts)):
        for other in range(one):
            if sum(share * vectors[other].get(word, 0.0) for word, share in vectors[one].items()) > _ALIKE:
                above[story(one)] = story(other)
    stories: dict[int, list[int]] = {}
    for at in range(len(texts)):
        stories.setdefault(story(at), []).append(at)
    sizes, out = [0] * folds, [0] * len(texts)
    for members in sorted(stories.values(), key=lambda members: (-len(members), members)):
        fold = min(range(folds), key=lambda fold: (sizes[fold], fold))
        sizes[fold] += len(members)
        for at in members:
            out[at] = fold
    return out


def _vectors(texts: Sequence[str]) -> list[dict[str, float]]:
    bags = [Counter(word.lower() for word in re.findall(r"[A-Za-z]{4,}", text)) for text in texts]
    known = Counter(word for bag in bags for word in bag)
    found = []
    for bag in bags:
        vector = {word: (1 + math.log(count)) * math.log(len(bags) / known[word]) for word, count in bag.items()}
        length = math.sqrt(sum(share * share for share in vector.values())) or 1.0
        found.append({word: share / length for word, share in vector.items()})
    return found
