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
# Of the shorter report's runs, this share stands in the longer one too, which is not much longer: both are one text.
_SHARED, _SHORTEST = 0.7, 0.5
# Nearly all of a report stands in another, however long: it is cut from it, and the other has reporting of its own.
_WITHIN = 0.9
# Fewer runs than this prove nothing, unless they are all the same.
_FEWEST = 25
# An original is nearly as long as the longest of its copies; of those, it is the first.
_WHOLE = 0.8
_PERMUTATIONS, _BANDS, _SEED = 128, 64, 7

Runs = frozenset[str]


def copies(reports: Sequence[Held]) -> dict[str, str]:
    """The ids of copies, each with the id of the report that it is a copy of, which is nobody's copy.

    Reports come as `held.ordered` gives them; the order of adding is of no matter.
    """
    runs = [runs_of(story_words(report.record.article)) for report in reports]
    groups, within = Unions(len(reports)), dict[int, int]()
    for a, b in _proposed(runs):
        shorter, longer = sorted((a, b), key=lambda at: (len(runs[at]), -at))
        if are_alike(runs[a], runs[b]):
            groups.join(a, b)
        elif is_within(runs[shorter], runs[longer]):
            within.setdefault(shorter, longer)
    originals = {at: _original(reports, runs, members) for members in groups.groups() for at in members}
    # Each step goes to an original more than half as long again: there is an end.
    cut = {shorter: longer for shorter, longer in within.items() if originals[shorter] == shorter}
    found = {at: _last(at, originals, cut) for at in range(len(reports))}
    return {reports[at].id: reports[original].id for at, original in found.items() if at != original}


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


def is_within(shorter: Runs, longer: Runs) -> bool:
    """Whether nearly all of one report stands in another."""
    return len(shorter) >= _FEWEST and len(shorter & longer) >= _WITHIN * len(shorter)


def _original(reports: Sequence[Held], runs: Sequence[Runs], members: Sequence[int]) -> int:
    """Of the reports that are nearly as long as the longest, the first; of one day's, the longest."""
    longest = max(len(runs[at]) for at in members)
    whole = [at for at in members if len(runs[at]) >= _WHOLE * longest]
    return max((at for at in whole if reports[at].day == reports[whole[0]].day), key=lambda at: (len(runs[at]), -at))


def _last(at: int, originals: dict[int, int], cut: dict[int, int]) -> int:
    """The original that a report goes back to: of its own text, or of the longer one that this was cut from."""
    while (original := originals[at]) in cut:
        at = cut[original]
    return original


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
