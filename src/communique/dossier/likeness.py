"""How alike reports are in what they are on: words weighted by how rare they are in the news, and the days between them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from communique.dossier.held import Held
from communique.dossier.wording import story_words, words_of
from communique.lexicon import table

Vector = NDArray[np.float64]

# News tells the happening at its head: later words are background that other happenings share.
_HEAD = 200
_TITLE = 3
# Reports that are months apart have to be more alike: at most a fifth is taken off.
_LEAST, _DECAY_DAYS = 0.8, 60.0
_DIGITS = 6


class Likeness:
    """Of every report to every other, from 0 to 1; symmetric, and that of two reports whatever else is in the dossier."""

    def __init__(self, reports: Sequence[Held]) -> None:
        self._days = np.array([report.day.toordinal() if report.day else math.nan for report in reports])
        self._weights = [weights_of(report) for report in reports]
        holders: dict[str, list[int]] = {}
        for at, weights in enumerate(self._weights):
            for word in weights:
                holders.setdefault(word, []).append(at)
        self._holders = {word: np.array(places) for word, places in holders.items() if len(places) > 1}
        self._shares = {
            word: np.array([self._weights[at][word] for at in places.tolist()]) for word, places in self._holders.items()
        }

    def to_all(self, at: int) -> Vector:
        """Likeness of one report to every report; its own is 1."""
        out = np.zeros(len(self._weights))
        for word, weight in self._weights[at].items():
            if (places := self._holders.get(word)) is not None:
                out[places] += weight * self._shares[word]
        apart = np.abs(self._days - self._days[at])
        out *= np.where(np.isnan(apart), 1.0, _LEAST + (1 - _LEAST) * np.exp(-apart / _DECAY_DAYS))
        out[at] = 1.0
        # The last digits differ between machines; what is decided by them would, too.
        return np.round(out, _DIGITS)


def weights_of(report: Held) -> dict[str, float]:
    """Words of headline and head of the story with their weights; the squares of the weights add up to 1."""
    article = report.record.article
    counts = Counter(story_words(article)[:_HEAD])
    for word in words_of(article.title or ""):
        counts[word] += _TITLE
    weights = {word: (1 + math.log(number)) * rarity(word) for word, number in sorted(counts.items())}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items() if weight > 0}


def rarity(word: str) -> float:
    """How rare a word is in the news: the logarithm of one over the share of reports that use it."""
    reports, common = _commonness()
    return math.log((reports + 1) / (common.get(word, 0) + 1))


@cache
def _commonness() -> tuple[int, dict[str, int]]:
    common = {word: int(number) for word, number in table("dossier", "words")}
    return common.pop("*"), common
