"""The same event in several reports: where it is told, as what, by how many independent outlets, with which dates and figures.

A report whose record has no event there is joined too, where one of its sentences tells it in much the same words.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any

from communique.dossier.cast import Cast
from communique.dossier.held import Held, Passage, passage
from communique.dossier.tellings import Telling, apart, tellings
from communique.dossier.text import rarity
from communique.dossier.vectors import Cluster, Vector, alike, vector
from communique.lexicon import table

_EVENT, _RETOLD, _COHESION, _NEAR_BEST, _SAMPLED = 0.5, 0.24, 0.28, 0.9, 10
_TOLERATED = 2
_MATERIAL = {"ASSAULT", "MOBILIZE", "PROTEST", "COERCE", "AID", "RETREAT", "SANCTION"}


@dataclass(frozen=True, slots=True)
class Told:
    """One report's telling of an event. `event` is the id in its record; None where only a sentence tells it."""

    passage: Passage
    event: str | None
    status: str | None
    fact: bool
    copy: bool
    start: str | None
    end: str | None
    figures: Mapping[str, int]

    def to_json(self) -> dict[str, Any]:
        """The passage's fields and the telling's own."""
        return {
            **self.passage.to_json(), "event": self.event, "status": self.status, "fact": self.fact, "copy": self.copy,
            "start": self.start, "end": self.end, "figures": dict(self.figures),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """One event and its tellings, the first report's first.

    Attributes:
        type: the PLOVER type that most tellings have. `actors` and `recipients` are names.
        first_seen: the day of the first report. `days`: the first and last day that tellings give for it.
        figures: every figure (dead, injured, size) told, in rising order.
        outlets: how many independent outlets tell it; `corroborated`: two of them as fact.
    """

    id: str
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    first_seen: str | None
    days: tuple[str, str] | None
    figures: Mapping[str, tuple[int, ...]]
    outlets: int
    corroborated: bool
    tellings: tuple[Told, ...]

    def to_json(self) -> dict[str, Any]:
        """{"id", "type", "actors", ..., "reports": [{"report", "span", "text", ...}]}."""
        return {
            "id": self.id, "type": self.type, "actors": list(self.actors), "recipients": list(self.recipients),
            "place": self.place, "first_seen": self.first_seen, "days": list(self.days) if self.days else None,
            "figures": {name: list(values) for name, values in self.figures.items()}, "outlets": self.outlets,
            "corroborated": self.corroborated, "reports": [telling.to_json() for telling in self.tellings],
        }  # fmt: skip


def find_events(reports: Sequence[Held]) -> tuple[Happening, ...]:
    """All events of the reports, those told by several as one, in the order of their first telling."""
    cast = Cast(reports)
    return tuple(_happening(group, cast) for group in joined(reports, cast))


def joined(reports: Sequence[Held], cast: Cast) -> list[list[Telling]]:
    """Groups of tellings of one event each; an event that one report alone tells is a group of its own."""
    told = [telling for report in reports for telling in tellings(report, cast)]
    weights = rarity(telling.words for telling in told)
    vectors = [vector(telling.words, weights) for telling in told]
    links = sorted((-score, a, b) for (a, b), score in _links(told, vectors).items())
    return [[told[i] for i in group] for group in _groups(told, vectors, links)]


def _links(told: Sequence[Telling], vectors: Sequence[Vector]) -> dict[tuple[int, int], float]:
    """Scores of the pairs that may be one event: anywhere the surely alike, inside a story each other's best."""
    scores = _scored(told, alike(vectors, range(len(told)), rare=5, crowd=40, least=_EVENT))
    stories: dict[str, list[int]] = {}
    for i, telling in enumerate(told):
        if telling.report.story is not None:
            stories.setdefault(telling.report.story, []).append(i)
    for members in stories.values():
        inside = _scored(told, alike(vectors, members, rare=12, crowd=150, least=_RETOLD))
        best: dict[tuple[int, str], float] = {}
        for (a, b), score in inside.items():
            for i, other in ((a, b), (b, a)):
                best[i, told[other].report.id] = max(score, best.get((i, told[other].report.id), 0.0))
        for (a, b), score in inside.items():
            if score >= _NEAR_BEST * max(best[a, told[b].report.id], best[b, told[a].report.id]):
                scores[a, b] = score
    return scores


def _scored(told: Sequence[Telling], pairs: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    return {(a, b): like + _bonus(told[a], told[b]) for (a, b), like in pairs.items() if _may_be_one(told[a], told[b])}


def _may_be_one(a: Telling, b: Telling) -> bool:
    """Whether nothing speaks against two tellings being of one event."""
    if a.report.id == b.report.id or apart(a, b) > 1:
        return False
    if a.event is None or b.event is None:
        return True
    return compatible(a.event.type, b.event.type) and not _other_parties(a, b)


def _bonus(a: Telling, b: Telling) -> float:
    if a.event is None or b.event is None:
        return 0.0
    same_type = 0.1 * (a.event.type == b.event.type)
    return same_type + 0.1 * bool(a.doers & b.doers) + 0.08 * bool(a.others & b.others) + 0.08 * bool(a.days and b.days)


def compatible(a: str, b: str) -> bool:
    """Whether two PLOVER types may be those of one event."""
    return a == b or any(a in group and b in group for group in table("dossier", "kinds"))


def _other_parties(a: Telling, b: Telling) -> bool:
    if not (a.doers and b.doers) or a.doers & b.doers:
        return False
    states = [{side for side in doers if len(side) == 3 and side.isupper()} for doers in (a.doers, b.doers)]
    return bool(states[0] and states[1]) or (a.event is not None and a.event.type not in _MATERIAL)


def _groups(told: Sequence[Telling], vectors: Sequence[Vector], links: Sequence[tuple[float, int, int]]) -> list[list[int]]:
    clusters = [Cluster(i, found) for i, found in enumerate(vectors)]
    for _, a, b in links:
        x, y = clusters[a], clusters[b]
        if x is y or x.likeness(y) < _least(x, y) or not _fit(told, x.members, y.members):
            continue
        if len(x.members) < len(y.members):
            x, y = y, x
        for i in y.members:
            clusters[i] = x
        x.absorb(y)
    groups = sorted(sorted(cluster.members) for i, cluster in enumerate(clusters) if min(cluster.members) == i)
    return [group for group in groups if any(told[i].event for i in group)]


def _least(x: Cluster, y: Cluster) -> float:
    """Sums of many vectors are alike as soon as they share a subject: the larger the smaller group, the more is asked."""
    return _COHESION + 0.03 * math.log2(min(len(x.members), len(y.members)))


def _fit(told: Sequence[Telling], x: Sequence[int], y: Sequence[int]) -> bool:
    """Whether few pairs between two groups have other days, types or parties, and few reports tell one event in each."""
    known = [[told[i] for i in group if told[i].days or told[i].event][:_SAMPLED] for group in (x, y)]
    pairs = [(a, b) for a in known[0] for b in known[1]]
    against = sum(_against(a, b) for a, b in pairs)
    return against * _TOLERATED <= len(pairs)


def _against(a: Telling, b: Telling) -> bool:
    if apart(a, b) > 1:
        return True
    if a.event is None or b.event is None:
        return False
    if a.report.id == b.report.id:
        return True
    return not compatible(a.event.type, b.event.type) or _other_parties(a, b)


def _happening(group: Sequence[Telling], cast: Cast) -> Happening:
    events = [telling.event for telling in group if telling.event]
    told = tuple(_told(telling) for telling in group)
    facts = {t.report.outlet or t.report.id for t in group if t.event and t.fact and t.report.copy_of is None}
    days = sorted(day.isoformat() for telling in group if telling.days for day in telling.days)
    first = group[0]
    # A sentence may tell several events, each by a word of its own.
    place = first.event.trigger.span if first.event else first.span
    key = blake2s(f"{first.report.id} {place}".encode(), digest_size=5).hexdigest()
    return Happening(
        f"event-{key}", commonest(event.type for event in events) or events[0].type,
        _names(group, cast, "actors"), _names(group, cast, "recipients"), commonest(e.place.name for e in events if e.place),
        min((t.report.day.isoformat() for t in group if t.report.day), default=None), (days[0], days[-1]) if days else None,
        _spread(told), len({t.report.outlet or t.report.id for t in group if t.report.copy_of is None}), len(facts) >= 2, told,
    )  # fmt: skip


def _told(telling: Telling) -> Told:
    event = telling.event
    start, end = (day.isoformat() for day in telling.days) if telling.days else (None, None)
    counts = event.counts if event else None
    figures = {name: n for name in ("dead", "injured", "size") if (n := getattr(counts, name, None)) is not None}
    return Told(
        passage(telling.report, telling.span), event.id if event else None, event.status if event else None, telling.fact,
        telling.report.copy_of is not None, start, end, figures,
    )  # fmt: skip


def _names(group: Sequence[Telling], cast: Cast, field: str) -> tuple[str, ...]:
    keys = Counter(
        key for t in group if t.event for actor in getattr(t.event, field) if (key := cast.key(t.report, actor)) is not None
    )
    most = max(keys.values(), default=0)
    return tuple(cast.name(key) for key in sorted(keys, key=lambda k: (-keys[k], k)) if keys[key] * 3 >= most)


def _spread(told: Sequence[Told]) -> dict[str, tuple[int, ...]]:
    names = ("dead", "injured", "size")
    spread = {name: sorted({t.figures[name] for t in told if name in t.figures}) for name in names}
    return {name: tuple(values) for name, values in spread.items() if values}


def commonest(found: Iterable[str]) -> str | None:
    """The value that occurs most often; of several the first in the alphabet."""
    counts = Counter(found)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
