"""One party's position told differently by two tellers: another stance on one issue, all of it against part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.dossier.cast import Cast
from communique.dossier.disagreements.denials import denial
from communique.dossier.disagreements.said import Disagreement
from communique.dossier.held import Held, passage
from communique.dossier.tellings import Scene, Telling
from communique.dossier.text import rarity, stems
from communique.dossier.vectors import Vector, dot, vector
from communique.lexicon import any_of, table
from communique.vocabulary import Span

_ISSUE, _EVIDENCE, _BOUND, _DAYS, _CROWD, _NEAR = 0.5, 0.3, 0.2, 10, 60, 36
_CONTRARY = ({"whole", "part"}, {"free", "tied"})
_BOUNDS, _WIDER = ("whole", "part"), 75


@dataclass(frozen=True, slots=True)
class Stand:
    """What one teller says of a party: a position of the record, or a sentence that bounds what the party wants.

    `party` and `teller` are sides; `teller` is None for the report itself. `bound`: `whole` or `part`, where words say so.
    """

    report: Held
    span: Span
    party: str
    teller: str | None
    stance: str | None
    issue: frozenset[str]
    words: frozenset[str]
    bound: str | None


def find_positions(reports: Sequence[Held], cast: Cast, events: Sequence[Sequence[Telling]] = ()) -> list[Disagreement]:
    """Positions of one party that two tellers tell differently, by report and place. Copies are left out."""
    stands = [stand for report in reports if report.copy_of is None for stand in _stands(report, cast)]
    weights = rarity(stand.words for stand in stands)
    vectors = [vector(stand.words, weights) for stand in stands]
    parties: dict[str, list[int]] = {}
    # Who speaks first: one pair of passages is told once, under the party that speaks in one of them.
    for i in sorted(range(len(stands)), key=lambda i: (stands[i].party != stands[i].teller, i)):
        parties.setdefault(stands[i].party, []).append(i)
    found: dict[tuple[object, ...], tuple[float, Disagreement]] = {}
    passages: set[tuple[object, ...]] = set()
    for members in parties.values():
        for a, b in _meeting(sorted(members), vectors):
            score, reason = _differ(stands[a], stands[b], dot(vectors[a], vectors[b]), weights)
            if score > 0:
                one = _disagreement(stands[a], stands[b], score, reason, cast)
                if (told := (one.a.report, one.a.span, one.b.report, one.b.span)) in passages:
                    continue
                passages.add(told)
                key = (stands[a].party, one.a.report, one.b.report, reason.split(":")[0])
                if score > found.get(key, (0.0, one))[0]:
                    found[key] = score, one
    return sorted((one for _, one in found.values()), key=lambda d: (d.a.report, d.a.span, d.b.report, d.b.span))


def _meeting(members: Sequence[int], vectors: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    """Pairs that share one of their ten rarest words, which not more than `_CROWD` stands hold."""
    holders: dict[str, list[int]] = {}
    for i in members:
        for word in list(vectors[i])[:10]:
            holders.setdefault(word, []).append(i)
    pairs = {(a, b) for held in holders.values() if len(held) <= _CROWD for n, a in enumerate(held) for b in held[n + 1 :]}
    yield from sorted(pairs)


def _stands(report: Held, cast: Cast) -> Iterator[Stand]:
    scene, record = Scene(report, cast), report.record
    text = record.article.text
    speakers = {s.id: cast.key(report, s.speaker.actor) for s in record.statements if s.speaker}
    bounded: dict[Span, str | None] = {}
    for position in record.positions:
        party, span = cast.key(report, position.party), scene.sentence(position.evidence.span[0])
        if party is None or position.status == "hypothetical":
            continue
        teller = speakers.get(position.told_in or "")
        bounded.setdefault(span, teller)
        yield Stand(
            report, span, cast.side(party), cast.side(teller) if teller else None, position.stance,
            frozenset(stems(position.issue.label)), scene.words(span), None,
        )  # fmt: skip
    for statement in record.statements:
        for part in statement.content:
            bounded.setdefault(scene.sentence((part.span[0] + part.span[1]) // 2), speakers.get(statement.id))
    for span in scene.stops:
        limit, speaker = bound(text[span[0] : span[1]]), bounded.get(span)
        if limit is None or (span not in bounded and limit[0] in _BOUNDS) or not _WANTING.search(text, *span):
            continue
        teller = cast.side(speaker) if speaker else None
        for side in list(dict.fromkeys([*scene.sides(span), *([teller] if teller else [])]))[:3]:
            yield Stand(report, span, side, teller, None, limit[1], scene.words(span), limit[0])


_WANTING = re.compile(
    r"\b(?:want|demand|ask|propos|offer|insist|request|call|seek|sought|need|require|agree|willing)\w*\b", re.I
)


@cache
def _quantifiers() -> tuple[re.Pattern[str], dict[str, str]]:
    meaning = {word: kind for word, kind in table("dossier", "quantifiers")}
    return re.compile(rf"\b{any_of('dossier', 'quantifiers')}\b", re.I), meaning


def bound(text: str) -> tuple[str, frozenset[str]] | None:
    """Whether words say that the whole of something is meant or a part of it, and stems of what; None where neither or both."""
    text = _NOT_BUT.sub(" ", text)
    if denial(text) >= 1:
        return None
    pattern, meaning = _quantifiers()
    met = [(meaning[match[0].lower()], match) for match in pattern.finditer(text)]
    kinds = {kind for kind, _ in met}
    around = " ".join(
        text[max(0, m.start() - _NEAR) : m.start()].split(",")[-1]
        + " "
        + text[m.end() : m.end() + (_NEAR if kind in _BOUNDS else _WIDER)]
        for kind, m in met
    )
    return (kinds.pop(), _about(around)) if len(kinds) == 1 else None


def _about(around: str) -> frozenset[str]:
    """What is bounded: not who is named there, nor the word of wanting."""
    names = {stem for word in re.findall(r"[A-Z]\w+", around) for stem in stems(word)}
    wanting = {stem for match in _WANTING.finditer(around) for stem in stems(match[0])}
    return frozenset(stems(around)) - names - wanting


_NOT_BUT = re.compile(r"\bnot (?:\w+ ){1,6}?(?=but\b)", re.I)


def _differ(a: Stand, b: Stand, like: float, weights: dict[str, float]) -> tuple[float, str]:
    """How surely two tellings of one party's position cannot both be right, and why; 0 where they can."""
    if a.span == b.span and a.report.id == b.report.id or _days_apart(a, b) > _DAYS:
        return 0.0, ""
    shared = len(a.issue & b.issue)
    if {a.bound, b.bound} in _CONTRARY and _teller(a) != _teller(b) and shared and a.report.story == b.report.story:
        return (
            _BOUND + 0.1 * shared + like / 2,
            f"{a.bound} against {b.bound}: what the party wants is told with other bounds or conditions",
        )
    if a.stance and b.stance and _reversed(a.stance, b.stance) and _teller(a) != _teller(b) and a.issue & b.issue:
        same = dot(vector(a.issue, weights), vector(b.issue, weights))
        if same >= _ISSUE and like >= _EVIDENCE:
            return same * 0.8, f"{a.stance} against {b.stance}: two tellers give the party another stance"
    return 0.0, ""


def _teller(stand: Stand) -> str | None:
    return stand.teller or stand.report.outlet


def _reversed(a: str, b: str) -> bool:
    return any({a, b} == set(row) for row in table("dossier", "reversals"))


def _days_apart(a: Stand, b: Stand) -> int:
    return abs((a.report.day - b.report.day).days) if a.report.day and b.report.day else 0


def _disagreement(a: Stand, b: Stand, score: float, reason: str, cast: Cast) -> Disagreement:
    tellers = [cast.name(x.teller) if x.teller else x.report.outlet for x in (a, b)]
    days = tuple(x.report.day.isoformat() if x.report.day else None for x in (a, b))
    about = cast.name(a.party)
    return Disagreement(
        "position", passage(a.report, a.span), passage(b.report, b.span), about, (tellers[0], tellers[1]), reason,
        round(min(0.85, 0.25 + score), 2), days=(days[0], days[1]),
    )  # fmt: skip
