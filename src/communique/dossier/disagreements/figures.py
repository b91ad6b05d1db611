"""Figures that differ: how many died, how far it flew, how much was bid, as two tellings of one thing give it.

Two figures are of one thing where they count or measure the same, and their surroundings are each other's best match between
the two reports. Sizes that differ by more than half are taken for sizes of two things; tolls may differ more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from communique.dossier.amounts import Amount, amounts
from communique.dossier.cast import Cast
from communique.dossier.disagreements.said import Disagreement
from communique.dossier.held import Held, passage
from communique.dossier.tellings import Scene, Telling
from communique.dossier.text import rarity
from communique.dossier.vectors import Vector, alike, vector
from communique.lexicon import table, words
from communique.vocabulary import Span

_LEAST, _TOLLS_LEAST, _FAINT, _EVENT, _DAYS = 0.3, 0.2, 0.06, 0.16, 5
_NEAR_BEST, _TIMES, _NEXT = 0.95, 2, 4
_OF_ONE_EVENT = {"clock", "length", "speed", "duration", "yield", "magnitude"}
_FACTOR, _ROUNDED, _MINUTES, _RECALLED = 1.6, 0.012, 14.0, 21
_PRICES, _COUNTED, _APART, _OPEN, _MANY = 1.12, 0.62, 0.4, 1.1, 500
_SELDOM = {"clock", "weight", "ordinal"}


def find_figures(reports: Sequence[Held], cast: Cast, events: Sequence[Sequence[Telling]] = ()) -> list[Disagreement]:
    """Differing figures by report and place. Copies are left out. `events` are the groups of `events.joined`."""
    told = _Told(events)
    found = [amount for report in reports if report.copy_of is None for amount in amounts(Scene(report, cast))]
    weights = rarity(amount.whole for amount in found)
    vectors = [_surroundings(amount, weights) for amount in found]
    pairs = [pair for members in _topics(found).values() for pair in _pairs(found, vectors, members, told)]
    out = [_disagreement(*pair) for pair in _told_once(found, pairs)]
    return sorted(out, key=lambda d: (d.a.report, d.a.span, d.b.report, d.b.span))


def _surroundings(amount: Amount, weights: Mapping[str, float]) -> dict[str, float]:
    """What stands near counts twice, what is counted three times, the rest of the sentence once."""
    heavier = {word: weights.get(word, 1.0) * (0.4 + (word in amount.near) + (word in amount.nouns)) for word in amount.whole}
    return vector(amount.whole, heavier)


def _topics(found: Sequence[Amount]) -> dict[tuple[str, str], list[int]]:
    topics: dict[tuple[str, str], list[int]] = {}
    for i, amount in enumerate(found):
        topics.setdefault((amount.report.story or "", amount.of), []).append(i)
    return topics


def tolls() -> frozenset[str]:
    """Counts of people that grow while news comes in."""
    return frozenset(name for _, name in table("dossier", "counted"))


class _Told:
    """Which event a sentence tells, of those that several sentences tell."""

    def __init__(self, events: Sequence[Sequence[Telling]]) -> None:
        self._spans: dict[str, list[tuple[Span, int]]] = {}
        for n, group in enumerate(events):
            for telling in group if len(group) > 1 else ():
                self._spans.setdefault(telling.report.id, []).append((telling.span, n))

    def __call__(self, amount: Amount) -> set[int]:
        spans = self._spans.get(amount.report.id, ())
        return {n for span, n in spans if span[0] < amount.span[1] and amount.span[0] < span[1]}


def _pairs(
    found: Sequence[Amount], vectors: Sequence[Vector], members: Sequence[int], told: _Told
) -> list[tuple[float, int, int]]:
    """Amounts that are each other's best match between two reports, and differ; the surest first."""
    scores = {}
    for (a, b), like in alike(vectors, members, rare=14, crowd=150, least=_FAINT).items():
        score = _score(found[a], found[b], like, told)
        if score:
            scores[a, b] = score
    best: dict[tuple[int, str], float] = {}
    for (a, b), score in scores.items():
        for i, other in ((a, b), (b, a)):
            best[i, found[other].report.id] = max(score, best.get((i, found[other].report.id), 0.0))
    return sorted(
        (-score, a, b)
        for (a, b), score in scores.items()
        if score >= _NEAR_BEST * max(best[a, found[b].report.id], best[b, found[a].report.id]) and differ(found[a], found[b])
    )


def _told_once(
    found: Sequence[Amount], pairs: Sequence[tuple[float, int, int]]
) -> list[tuple[Amount, Amount, float, list[Amount]]]:
    """Two values of one thing are set against each other once, of tolls up to `_TIMES`, at the tellings that are most alike."""
    values: dict[tuple[str, str, float, float], list[tuple[float, int, int]]] = {}
    for pair in pairs:
        a, b = found[pair[1]], found[pair[2]]
        low, high = sorted((a.value, b.value))
        values.setdefault((a.report.story or "", a.of, low, high), []).append(pair)
    out = []
    for (_, of, _, _), same in values.items():
        shown = same[: _TIMES if of in tolls() else 1]
        rest = {i for _, a, b in same for i in (a, b)} - {i for _, a, b in shown for i in (a, b)}
        out += [(found[a], found[b], -score, [found[i] for i in sorted(rest)]) for score, a, b in shown]
    return out


def _score(a: Amount, b: Amount, like: float, told: _Told) -> float:
    """How surely two amounts are of one thing; 0 where they are not taken for that."""
    if a.report.id == b.report.id and not _may_differ_inside(a, b):
        return 0.0
    if (a.of in tolls() and (a.group != b.group or not _toll_grows(a, b))) or (a.of not in tolls() and not _comparable(a, b)):
        return 0.0
    if a.of in tolls() | _OF_ONE_EVENT and _background(a) != _background(b):
        return 0.0
    events = told(a), told(b)
    inside = a.report.id == b.report.id
    same = bool(events[0] & events[1]) or (inside and a.of not in tolls())
    if a.of in _OF_ONE_EVENT and not same and (_days_apart(a, b) > _DAYS or (events[0] and events[1])):
        return 0.0
    score = like + _EVENT * same + (0.1 if (a.of not in tolls() | {"count"} or _large(a, b)) and a.nouns & b.nouns else 0.0)
    least = _TOLLS_LEAST if a.of in tolls() | _SELDOM or _large(a, b) else _everyday_least(a, b, same)
    if a.of in tolls() and (inside or a.group) and not same and not (inside and _next(a, b)):
        least = _APART
    return score if score >= least else 0.0


def _may_differ_inside(a: Amount, b: Amount) -> bool:
    """One report gives two tolls by two tellers, or corrects a figure in the next sentence; else it speaks of two things."""
    if a.sentence == b.sentence:
        return False
    if a.of in tolls():
        return max(a.value, b.value) <= 2 * min(a.value, b.value)
    said = b.report.record.article.text[b.sentence[0] : b.span[0]].lower()
    corrected = not words("dossier", "corrections").isdisjoint(re.findall(r"\w+", said))
    return (
        corrected
        and max(a.value, b.value) <= 6 * min(a.value, b.value)
        and bool(a.nouns & b.nouns)
        and 0 <= b.sentence[0] - a.sentence[1] < _NEXT
    )


def _next(a: Amount, b: Amount) -> bool:
    """Whether two tolls that come near each other stand in sentences side by side: two tellers of one."""
    beside = min(abs(b.sentence[0] - a.sentence[1]), abs(a.sentence[0] - b.sentence[1])) < _NEXT
    return beside and not a.group and max(a.value, b.value) <= 1.5 * min(a.value, b.value)


def _background(a: Amount) -> bool:
    """Whether its sentence is dated long before the report: another happening that the report recalls."""
    return bool(a.days and a.report.day and (a.report.day - a.days[1]).days > _RECALLED)


def _large(a: Amount, b: Amount) -> bool:
    """Large counts of one noun that come near each other are hardly two things."""
    low, high = sorted((a.value, b.value))
    return a.of == "count" and low >= 1000 and high <= 1.15 * low


def _everyday_least(a: Amount, b: Amount, same: bool) -> float:
    """Counts under five hundred, small prices and durations turn up everywhere, for other things and at other hours."""
    low = min(a.value, b.value)
    if a.of in {"count", "money"} and low <= 10 and a.report.id != b.report.id:
        return _COUNTED
    return _COUNTED if not same and (a.of == "duration" or (a.of in {"count", "money"} and low < _MANY)) else _LEAST


def _toll_grows(a: Amount, b: Amount) -> bool:
    """Tolls of one happening may differ much, but a handful and a hundred are two happenings."""
    low, high = sorted((a.value, b.value))
    return low > 1 and high <= 6 * low


def _comparable(a: Amount, b: Amount) -> bool:
    """Whether two sizes may be of one side of one thing."""
    if a.of in {"count", "ordinal"} and not a.nouns & b.nouns:
        return False
    return (a.report.id == b.report.id or _close(a, b)) and (
        a.of not in {"length", "money", "percent"} or not a.aspect or not b.aspect or a.aspect == b.aspect
    )


def _days_apart(a: Amount, b: Amount) -> int:
    return abs((a.report.day - b.report.day).days) if a.report.day and b.report.day else 0


def _close(a: Amount, b: Amount) -> bool:
    low, high = sorted((a.value, b.value))
    factor = _PRICES if a.of == "money each" else _FACTOR
    return high - low <= 120 if a.of == "clock" else high <= factor * max(low, 1e-9)


def differ(a: Amount, b: Amount) -> bool:
    """Whether both cannot be so: beyond rounding, and beyond what `at least` and `up to` leave open."""
    low, high = sorted((a, b), key=lambda amount: amount.value)
    if a.of == "part" or (low.limit == "least" and high.value <= _OPEN * low.value):
        return False
    if high.limit == "most" and low.value * _OPEN >= high.value:
        return False
    if a.of == "clock":
        return high.value - low.value > _MINUTES
    if low.limit == "about" or high.limit == "about" or a.of in {"length", "money"}:
        return high.value - low.value > _ROUNDED * high.value
    return high.value - low.value > 0.01 * high.value


def _disagreement(a: Amount, b: Amount, like: float, rest: Sequence[Amount]) -> Disagreement:
    a, b = sorted((a, b), key=lambda amount: (amount.report.day is None, amount.report.day or 0, amount.report.id, amount.span))
    days = tuple(amount.report.day.isoformat() if amount.report.day else None for amount in (a, b))
    grown = a.of in tolls() and bool(days[0] and days[1] and days[0] < days[1]) and a.value < b.value
    words = [x.report.record.article.text[x.span[0] : x.span[1]] for x in (a, b)]
    reason = f"{words[0]} and {words[1]} for one {a.of}" if not grown else f"the {a.of} told rose from {words[0]} to {words[1]}"
    return Disagreement(
        "figure", passage(a.report, a.sentence), passage(b.report, b.sentence), a.of, (a.report.outlet, b.report.outlet),
        reason, round(min(0.9, 0.4 + like), 2), grown, (days[0], days[1]), tuple(passage(x.report, x.sentence) for x in rest),
    )  # fmt: skip
