"""Denials: an accusation, claim, offer or demand, and the words by which somebody denies, rejects or doubts it.

What is denied is looked for where readers look for it: in the sentences before the denial, elsewhere in the report where much
is alike, and in the other reports of the story. It has to be another's, and to share words with the denial or be pointed at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from communique.dossier.cast import Cast
from communique.dossier.disagreements.said import Disagreement
from communique.dossier.held import Held, passage
from communique.dossier.quotes import same_speaker
from communique.dossier.tellings import Scene, Telling
from communique.dossier.text import rarity, stems
from communique.dossier.vectors import Vector, dot, vector
from communique.lexicon import any_of, table
from communique.types import Statement
from communique.vocabulary import Span

_NEAR, _FAR, _ANYWHERE, _UNCLAIMED, _LIKELY, _BEFORE, _ACROSS = 0.3, 0.42, 0.28, 0.15, 0.55, 4, 60
_SHORT, _OBJECT, _EARLY = 12, 6, 110
_UP_TO_MARK = re.compile(r"[,;:.“”\"]")
_NEARNESS, _STEP, _CLAIM, _POINTS = 0.2, 0.05, 0.06, 0.12
_NO_DENIAL = re.compile(r"\b(?:to comment|no comment|interview requests?|entry|visas?|bail|wrongdoing)\b", re.I)
_NEGATED = re.compile(
    r"\b(?:cannot|can't|could not|couldn't|no one|nobody|not|never|don't|didn't|without)\s(?:\w+\s){0,2}$"
    r"|\b(?:no one|nobody) c(?:an|ould)\b[^.;]*$",
    re.I,
)
_CLAIMS = frozenset("say announce accuse claim demand propose offer urge suggest argue pledge threaten warn call".split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report, and what makes it a denial or what may be denied.

    Attributes:
        speaker: the side that says it; None for the report itself. `first`: the side named first in it.
        claim: whether somebody claims, asks or offers something there. `asked`: whether it puts a question.
        denial: how surely it denies something, 0 to 1. `points`: whether it points back at what was told just before.
    """

    report: Held
    span: Span
    words: frozenset[str]
    speaker: str | None
    first: str | None
    claim: bool
    denial: float
    points: bool
    asked: bool
    object: frozenset[str]


def find_denials(reports: Sequence[Held], cast: Cast, events: Sequence[Sequence[Telling]] = ()) -> list[Disagreement]:
    """Denials and what they deny, by report and place. Copies are left out."""
    said = [list(_sentences(Scene(report, cast))) for report in reports if report.copy_of is None]
    flat = [one for sentences in said for one in sentences]
    weights = rarity(one.words for one in flat)
    vectors = {id(one): vector(one.words, weights) for one in flat}
    out = [found for sentences in said for found in _inside(sentences, vectors, cast)]
    out += _across(said, vectors, cast)
    return sorted(out, key=lambda d: (d.b.report, d.b.span, d.a.report, d.a.span))


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, float]]:
    rows = [(pattern, float(sure)) for pattern, sure in table("dossier", "denials")]
    joined = "|".join(f"(?P<c{i}>{pattern})" for i, (pattern, _) in enumerate(rows))
    return re.compile(rf"\b(?:{joined})\b", re.I), {f"c{i}": sure for i, (_, sure) in enumerate(rows)}


def denial(text: str) -> float:
    """How surely a sentence denies, rejects or doubts something: 0 to 1."""
    cues, sure = _cues()
    text = text.replace("’", "'")
    met = (match for match in cues.finditer(text) if not _NEGATED.search(text[: match.start()]))
    found = [sure[match.lastgroup or ""] for match in met]
    return 0.0 if not found or len(text) < _SHORT or _NO_DENIAL.search(text) else max(found)


def denied(text: str) -> frozenset[str]:
    """Stems of the first words behind a cue, up to the next mark: what is said to be denied."""
    match = _cues()[0].search(text.replace("’", "'"))
    return frozenset(stems(_UP_TO_MARK.split(text[match.end() :])[0])[:_OBJECT]) if match else frozenset()


def points_back(text: str) -> bool:
    """Whether a denial says by a pronoun, or by a noun such as "the idea", that it is about what was told just before."""
    return bool(_pointer().search(text.replace("’", "'")[:_EARLY]))


@cache
def _pointer() -> re.Pattern[str]:
    cues = "|".join(f"(?:{pattern})" for pattern, _ in table("dossier", "denials"))
    nouns = any_of("dossier", "pointers")
    return re.compile(
        rf"\b(?:(?:the|this|that|such|these|those)\s+(?:\w+\s+)?{nouns}|(?:{cues})\s+(?:it|this|that|them|so|such))\b", re.I
    )


def _sentences(scene: Scene) -> Iterable[Sentence]:
    text, record = scene.report.record.article.text, scene.report.record
    claims = [event.trigger.span[0] for event in record.events if event.type in {"ACCUSE", "AGREE", "REQUEST", "THREATEN"}]
    claims += [position.evidence.span[0] for position in record.positions]
    owners = _Owners(record.statements)
    for span in scene.stops:
        owner = owners(span)
        key = scene.cast.key(scene.report, owner.speaker.actor) if owner and owner.speaker else None
        speaker = scene.cast.side(key) if key else None
        told = owner is not None and owner.manner in _CLAIMS or any(span[0] <= at < span[1] for at in claims)
        words = text[span[0] : span[1]]
        first = next(iter(scene.sides(span)), None)
        asked = "?" in words or " whether " in words
        yield Sentence(
            scene.report, span, scene.words(span), speaker, first, told, denial(words), points_back(words), asked, denied(words)
        )


class _Owners:
    """Statements by the place of their contents."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        parts = [(part.span, statement) for statement in statements for part in statement.content]
        self._parts = sorted(parts, key=lambda pair: pair[0])
        self._starts = [start for (start, _), _ in self._parts]
        self._widest = max((end - start for (start, end), _ in self._parts), default=0)

    def __call__(self, span: Span) -> Statement | None:
        """The statement whose content fills most of a sentence."""
        first, last = bisect_left(self._starts, span[0] - self._widest), bisect_left(self._starts, span[1])
        shares = [(min(self._parts[i][0][1], span[1]) - max(self._starts[i], span[0]), -i) for i in range(first, last)]
        most = max(shares, default=(0, 0))
        return self._parts[-most[1]][1] if most[0] > 0 else None


def _inside(said: Sequence[Sentence], vectors: Mapping[int, Vector], cast: Cast) -> Iterable[Disagreement]:
    """Each denial with the sentence of its report that it is most likely about."""
    for i, one in enumerate(said):
        if one.denial < _LIKELY:
            continue
        scored = [
            (score, j, other)
            for j, other in enumerate(said)
            if j != i and (score := _score(one, other, dot(vectors[id(one)], vectors[id(other)]), i - j, cast)) > 0
        ]
        best = max(scored, key=lambda row: row[:2], default=None)
        if best is not None and best[0] * (0.5 + one.denial / 2) >= _NEAR:
            yield _disagreement(best[2], one, best[0], cast)


def _score(one: Sentence, other: Sentence, like: float, back: int, cast: Cast) -> float:
    """How likely a sentence that stands so many sentences back is what a denial is about; 0 where it cannot be."""
    close, points = 0 < back <= _BEFORE, one.points and 0 < back <= 2
    if not _may_be_denied(one, other, cast) or (like < _ANYWHERE and not close):
        return 0.0
    if (
        not points
        and not (other.claim and other.speaker is not None or like >= _UNCLAIMED)
        or not (points and other.claim or _content(one.words) & _content(other.words))
    ):
        return 0.0
    if not points and one.object and not one.object & other.words:
        return 0.0
    nearness = max(0.0, _NEARNESS - _STEP * (back - 1)) if close else 0.0
    return like + nearness + _POINTS * points + _CLAIM * other.claim


def _content(words: frozenset[str]) -> set[str]:
    return {word for word in words if not word.startswith("@")}


def _may_be_denied(one: Sentence, other: Sentence, cast: Cast) -> bool:
    """Whether another sentence may be what a denial is about: not the denier's own words, and no denial itself."""
    own = any(same_speaker(other.speaker, key, cast) for key in (one.speaker, one.first) if key and other.speaker)
    others = not own or other.asked
    if one.speaker is None and one.first is None:
        return False
    return other.denial < _LIKELY and len(other.words) > 3 and others


def _across(said: Sequence[Sequence[Sentence]], vectors: Mapping[int, Vector], cast: Cast) -> Iterable[Disagreement]:
    """What other reports of the story tell as claimed, against a sure denial; the most alike only."""
    stories: dict[str, list[Sentence]] = {}
    for sentences in said:
        for one in sentences:
            if one.report.story:
                stories.setdefault(one.report.story, []).append(one)
    for members in stories.values():
        holders: dict[str, list[int]] = {}
        for i, one in enumerate(members):
            for word in list(vectors[id(one)])[:8]:
                holders.setdefault(word, []).append(i)
        for one in members:
            if one.denial >= 1:
                yield from _best_across(one, members, holders, vectors, cast)


def _best_across(
    one: Sentence, members: Sequence[Sentence], holders: dict[str, list[int]], vectors: Mapping[int, Vector], cast: Cast
) -> Iterable[Disagreement]:
    words = list(vectors[id(one)])[:8]
    near = sorted({i for word in words if len(holders.get(word, ())) <= _ACROSS for i in holders.get(word, ())})
    scored = [
        (dot(vectors[id(one)], vectors[id(members[i])]) + _CLAIM, -i)
        for i in near
        if members[i].claim
        and members[i].report.id != one.report.id
        and len(one.object & members[i].words) > 1
        and _may_be_denied(one, members[i], cast)
    ]
    best = max(scored, default=None)
    if best is not None and best[0] >= _FAR:
        yield _disagreement(members[-best[1]], one, best[0], cast)


def _disagreement(claim: Sentence, one: Sentence, score: float, cast: Cast) -> Disagreement:
    sides = tuple(cast.name(x.speaker) if x.speaker else x.report.outlet for x in (claim, one))
    about = " ".join(sorted((claim.words & one.words) - {word for word in claim.words if word.startswith(("@", "!"))})[:5])
    confidence = round(min(0.85, 0.3 + score * one.denial), 2)
    days = tuple(x.report.day.isoformat() if x.report.day else None for x in (claim, one))
    reason = "the second denies, rejects or doubts what the first tells"
    return Disagreement(
        "denial", passage(claim.report, claim.span), passage(one.report, one.span), about, (sides[0], sides[1]), reason,
        confidence, days=(days[0], days[1]),
    )  # fmt: skip
