"""Exact and near duplicates: wire copy under another headline, trimmed, with a sentence of the outlet's own.

MinHash (rensa) proposes pairs; whether one is a copy of the other is told by the runs of words that they really share.
"""

from __future__ import annotations

from collections.abc import Sequence

from rensa import RMinHash, RMinHashLSH

from communique.dossier.held import Held
from communique.dossier.unions import Unions
from communique.dossier.wording import story_words

_RUN = 4
# Of the shorter report's runs, this share stands in the longer one too.
_SHARED = 0.7
# A short report inside a much longer one is no copy: the longer one has reporting of its own.
_SHORTEST = 0.5
# Fewer runs than this prove nothing, unless they are all the same.
_FEWEST = 25
_PERMUTATIONS, _BANDS, _SEED = 128, 32, 7

Runs = frozenset[str]


def copies(reports: Sequence[Held]) -> dict[str, str]:
    """The ids of copies, each with the id of the report that it is a copy of: of those alike, the first.

    Reports come as `held.ordered` gives them; the order of adding is of no matter.
    """
    runs = [runs_of(story_words(report.record.article)) for report in reports]
    groups = Unions(len(reports))
    for a, b in _proposed(runs):
        if are_alike(runs[a], runs[b]):
            groups.join(a, b)
    firsts = {at: _original(reports, members) for members in groups.groups() for at in members}
    return {report.id: reports[firsts[at]].id for at, report in enumerate(reports) if firsts[at] != at}


def runs_of(words: Sequence[str]) -> Runs:
    """Every run of four words; the words as one run where there are fewer; none where there are no words."""
    if not words:
        return frozenset()
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))


def are_alike(a: Runs, b: Runs) -> bool:
    """Whether two reports' runs are those of one text: the same, or most of the shorter in one not much longer."""
    if a == b:
        return bool(a)
    shorter, longer = sorted((len(a), len(b)))
    return shorter >= _FEWEST and shorter >= _SHORTEST * longer and len(a & b) >= _SHARED * shorter


def _original(reports: Sequence[Held], members: Sequence[int]) -> int:
    """The report that was first; of one day's, the longest: trims make copies shorter. Undated ones come last."""
    days = [report.day for report in reports]
    first = days[members[0]]
    return max((at for at in members if days[at] == first), key=lambda at: (len(reports[at].record.article.text), -at))


def _proposed(runs: Sequence[Runs]) -> list[tuple[int, int]]:
    """Pairs that may be alike, sorted: those that share a band of their signatures."""
    found: set[tuple[int, int]] = set()
    index = RMinHashLSH(threshold=0.3, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    for at, some in enumerate(runs):
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        signature.update(sorted(some))
        found.update((other, at) for other in index.query(signature))
        index.insert(at, signature)
    return sorted(found)
