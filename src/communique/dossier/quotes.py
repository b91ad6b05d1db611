"""The same quote in several reports: variants of one utterance by one speaker, with what differs between them.

What is compared are the sentences of statements. Quotations that no statement claims join only word for word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import blake2s
from typing import Any

from communique.dossier.cast import Cast, normal
from communique.dossier.held import Held, Passage, passage
from communique.dossier.text import plain, rarity, sentences, stems
from communique.dossier.vectors import Cluster, Vector, alike, vector
from communique.types import Statement
from communique.vocabulary import Span

_QUOTED = re.compile(r"[“\"]([^“”\"\n]{8,400})[”\"]")
_SAME, _TOLD, _VAGUELY, _OTHERS, _VERBATIM, _COHESION = 0.5, 0.2, 0.4, 0.65, 0.8, 0.75
_WORD = re.compile(r"\w+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the first telling and what stands in another one instead: either may be empty."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One telling of an utterance: its words, who the report says spoke them (null: nobody named), and how it differs."""

    passage: Passage
    speaker: str | None
    direct: bool
    copy: bool
    changes: tuple[Change, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The passage's fields and the variant's own."""
        changes = [{"before": change.before, "after": change.after} for change in self.changes]
        return {**self.passage.to_json(), "speaker": self.speaker, "direct": self.direct, "copy": self.copy, "changes": changes}


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance and its tellings, the first report's first. `contested`: reports give the same words to two speakers."""

    id: str
    speakers: tuple[str, ...]
    contested: bool
    outlets: int
    variants: tuple[Variant, ...]

    def to_json(self) -> dict[str, Any]:
        """{"id", "speakers", "contested", "outlets", "reports": [{"report", "span", "text", "speaker", ...}]}."""
        rows = [variant.to_json() for variant in self.variants]
        return {
            "id": self.id,
            "speakers": list(self.speakers),
            "contested": self.contested,
            "outlets": self.outlets,
            "reports": rows,
        }


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence that somebody is said to have said. `speaker` is a key of the cast."""

    report: Held
    span: Span
    speaker: str | None
    words: frozenset[str]
    plain: tuple[str, ...]
    direct: bool


def find_quotes(reports: Sequence[Held]) -> tuple[Quote, ...]:
    """Utterances that more than one report tells, in the order of their first telling. Copies are shown and not counted."""
    cast = Cast(reports)
    units = [unit for report in reports for unit in said(report, cast)]
    weights = rarity(unit.words for unit in units)
    vectors = [vector(unit.words, weights) for unit in units]
    likely = _pairs(units, vectors, cast)
    scores = {pair: score for pair, like in likely.items() if (score := _score(units, pair, like, cast)) > 0}
    best: dict[tuple[int, str], float] = {}
    for (a, b), score in scores.items():
        for i, other in ((a, b), (b, a)):
            best[i, units[other].report.id] = max(score, best.get((i, units[other].report.id), 0.0))
    # A weak likeness has to be the best that each sentence has in the other's report.
    links = sorted(
        (-score, a, b)
        for (a, b), score in scores.items()
        if score >= _SAME or score >= max(best[a, units[b].report.id], best[b, units[a].report.id])
    )
    groups = _groups(vectors, links)
    return tuple(_quote([units[i] for i in group], cast) for group in groups)


def said(report: Held, cast: Cast) -> list[Unit]:
    """The sentences of a report's statements, each once (that of the innermost speaker), and its quotations left over."""
    record = report.record
    stops = sentences(record.article)
    owners: dict[Span, Statement] = {}
    for statement in record.statements:
        for part in statement.content:
            for span in _split(part.span, stops):
                if span not in owners or statement.inside:
                    owners[span] = statement
    units = [_unit(report, span, owner, cast) for span, owner in sorted(owners.items(), key=lambda item: item[0])]
    covered = sorted(part.span for statement in record.statements for part in statement.content)
    for match in _QUOTED.finditer(record.article.text):
        if not any(start < match.end() and match.start() < end for start, end in covered):
            units.append(_unit(report, match.span(), None, cast))
    return [unit for unit in units if len(unit.words) >= 2]


def _split(content: Span, stops: Sequence[Span]) -> list[Span]:
    parts = [(max(content[0], start), min(content[1], end)) for start, end in stops if start < content[1] and content[0] < end]
    return [(start, end) for start, end in parts if end - start > 3] or [content]


def _unit(report: Held, span: Span, owner: Statement | None, cast: Cast) -> Unit:
    text = report.record.article.text[span[0] : span[1]]
    speaker = None
    if owner and owner.speaker:
        speaker = cast.key(report, owner.speaker.actor) or normal(owner.speaker.text)
    direct = owner is None or owner.kind != "indirect"
    return Unit(report, span, speaker, frozenset(stems(text)), tuple(_WORD.findall(plain(text))), direct)


def _pairs(units: Sequence[Unit], vectors: Sequence[Vector], cast: Cast) -> dict[tuple[int, int], float]:
    """Likenesses of sentences of different reports: of the much alike, and inside what one side says of the somewhat alike."""
    pairs = alike(vectors, range(len(units)), rare=5, crowd=40, least=_SAME)
    sides: dict[str, list[int]] = {}
    for i, unit in enumerate(units):
        for side in {cast.side(unit.speaker), unit.report.story or ""} if unit.speaker else ():
            sides.setdefault(side, []).append(i)
    for side in sorted(sides):
        if side:
            pairs.update(alike(vectors, sides[side], rare=12, crowd=150, least=_TOLD))
    return {(a, b): like for (a, b), like in pairs.items() if units[a].report.id != units[b].report.id}


def _score(units: Sequence[Unit], pair: tuple[int, int], like: float, cast: Cast) -> float:
    """How surely two sentences are one utterance; 0 where they are not taken for one."""
    a, b = units[pair[0]], units[pair[1]]
    same, shared = same_speaker(a.speaker, b.speaker, cast), len(a.words & b.words)
    story = a.report.story is not None and a.report.story == b.report.story
    if same is None:
        return like if like >= (_OTHERS if story else _VERBATIM) and shared >= 4 else 0.0
    if same:
        return like if shared >= (1 if story else 2) else 0.0
    return like if like >= (_VAGUELY if story else _SAME) and shared >= (2 if story else 3) else 0.0


def same_speaker(a: str | None, b: str | None, cast: Cast) -> bool | None:
    """Whether two speakers are one or speak for one; False where one of them is vague or unknown; None where they differ."""
    if a is None or b is None:
        return False
    names = cast.words(a), cast.words(b)
    if a == b or (names[0] and names[1] and (names[0] <= names[1] or names[1] <= names[0])):
        return True
    if not (cast.person(a) and cast.person(b)) and (cast.side(a) == cast.side(b) or names[0] & names[1]):
        return True
    return False if cast.vague(a) or cast.vague(b) else None


def _groups(vectors: Sequence[Vector], links: Sequence[tuple[float, int, int]]) -> list[list[int]]:
    """Units joined from the surest link down; two groups only where their tellings are alike on the whole."""
    clusters = [Cluster(i, found) for i, found in enumerate(vectors)]
    for score, a, b in links:
        x, y = clusters[a], clusters[b]
        if x is y or x.likeness(y) < _COHESION * -score:
            continue
        for i in y.members:
            clusters[i] = x
        x.absorb(y)
    kept = (sorted(cluster.members) for i, cluster in enumerate(clusters) if min(cluster.members) == i)
    return sorted(members for members in kept if len(members) > 1)


def _quote(units: Sequence[Unit], cast: Cast) -> Quote:
    first = units[0]
    variants = tuple(
        Variant(
            passage(unit.report, unit.span), cast.name(unit.speaker) if unit.speaker else None, unit.direct,
            unit.report.copy_of is not None, differences(first.plain, unit.plain) if unit is not first else (),
        )
        for unit in units
    )  # fmt: skip
    speakers = list(dict.fromkeys(unit.speaker for unit in units if unit.speaker))
    contested = any(_rivals(a, b, cast) for i, a in enumerate(units) for b in units[i + 1 :])
    key = blake2s(f"{first.report.id} {first.span}".encode(), digest_size=5).hexdigest()
    return Quote(
        f"quote-{key}", tuple(cast.name(s) for s in speakers), contested, witnesses([u.report for u in units]), variants
    )


def _rivals(a: Unit, b: Unit, cast: Cast) -> bool:
    """Whether two reports put nearly the same words into two people's mouths."""
    if not (a.direct and b.direct and a.speaker and b.speaker) or a.report.id == b.report.id:
        return False
    return same_speaker(a.speaker, b.speaker, cast) is None and len(a.words & b.words) > 0.6 * len(a.words | b.words)


def witnesses(reports: Sequence[Held]) -> int:
    """How many outlets tell it independently: copies count for nothing, and an outlet once."""
    return len({report.outlet or report.id for report in reports if report.copy_of is None})


def differences(before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    """What has to be changed to make one wording the other, word by word."""
    matcher = SequenceMatcher(None, list(before), list(after), autojunk=False)
    return tuple(
        Change(" ".join(before[i:j]), " ".join(after[k:m])) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"
    )
