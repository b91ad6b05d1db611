"""One event told as happened and as not: told against denied or cancelled, claimed against not claimed, safe against hurt.

Tellings meet in two ways: as events of one group (`events.joined`) with other statuses, and as sentences of one story that
share a verb which one of them negates, with much else in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from communique.dossier.cast import Cast
from communique.dossier.disagreements.said import Disagreement
from communique.dossier.held import Held, passage
from communique.dossier.tellings import Telling, apart, tellings
from communique.dossier.text import rarity, stems
from communique.dossier.vectors import alike, vector
from communique.lexicon import table

_LEAST, _PER_EVENT, _CLAIMED = 0.34, 2, 0.5
_NOT_SO = re.compile(r"((?:\w+ ){1,3})(?:do|does|will|is|are)(?: not|n't) ([a-z]{3,})")
_HAPPENED, _NOT = {"happened", "ongoing"}, {"denied", "cancelled"}
_NEGATED = re.compile(
    r"\b(?:has|have|had|did|does|do|was|were|is|are|will|would)(?:n't| not| never)(?: yet| been| be)*\s([a-z]{3,})"
    r"|\b(?:nobody|no one|none)(?: of \w+ \w+)?\s(?:was|were|had|has)\s(?:been\s)?([a-z]{3,})"
    r"|\bno (?:\w+ )?(?:was|were) ([a-z]{3,})",
    re.I,
)
_EMPTY = {
    "say",
    "saying",
    "know",
    "known",
    "yet",
    "clear",
    "immediately",
    "think",
    "want",
    "able",
    "sure",
    "going",
    "just",
    "only",
    "comment",
}


def find_happened(reports: Sequence[Held], cast: Cast, events: Sequence[Sequence[Telling]] = ()) -> list[Disagreement]:
    """Events told both ways, by report and place. Copies are left out. `events` are the groups of `events.joined`."""
    found = [d for group in events for d in _by_status([telling for telling in group if telling.report.copy_of is None])]
    found += _by_negation([telling for report in reports if report.copy_of is None for telling in tellings(report, cast)])
    seen = {(d.a.report, d.a.span, d.b.report, d.b.span): d for d in reversed(found)}
    return [seen[key] for key in sorted(seen)]


def _by_status(group: Sequence[Telling]) -> list[Disagreement]:
    told = [telling for telling in group if telling.event and telling.event.status in _HAPPENED]
    not_told = [telling for telling in group if telling.event and telling.event.status in _NOT]
    pairs = [
        (a, b) for a, b in product(told, not_told) if a.report.id != b.report.id and _word(a) & _word(b) and a.doers & b.doers
    ]
    return [_disagreement(a, b, 0.6) for a, b in pairs[:_PER_EVENT]]


def _word(telling: Telling) -> set[str]:
    return set(stems(telling.event.trigger.text)) if telling.event else set()


def _by_negation(told: Sequence[Telling]) -> Iterator[Disagreement]:
    weights = rarity(telling.words for telling in told)
    vectors = [vector(telling.words, weights) for telling in told]
    negated = [denied(telling) for telling in told]
    stories: dict[str, list[int]] = {}
    for i, telling in enumerate(told):
        if telling.report.story is not None:
            stories.setdefault(telling.report.story, []).append(i)
    for members in stories.values():
        yield from _claims([told[i] for i in members])
        for (a, b), like in alike(vectors, members, rare=10, crowd=80, least=_LEAST).items():
            for plain, against in ((a, b), (b, a)):
                if negated[against] - negated[plain] and _opposed(
                    told[plain], told[against], negated[against] - negated[plain]
                ):
                    yield _disagreement(told[plain], told[against], round(min(0.8, 0.2 + like), 2))


def denied(telling: Telling) -> frozenset[str]:
    """Stems of what a sentence says did not happen: "has not carried out" gives carry; and of opposites ("safe": hurt)."""
    words = [
        word for match in _NEGATED.finditer(_text(telling)) for word in match.groups() if word and word.lower() not in _EMPTY
    ]
    return frozenset(stem for word in words for stem in stems(word)) | _opposites(telling)


def _opposed(plain: Telling, against: Telling, verbs: frozenset[str]) -> bool:
    """Whether one sentence tells, not only names, what the other says did not happen or is not so."""
    if plain.report.id == against.report.id or apart(plain, against) > 1 or not verbs & plain.words:
        return False
    if not (plain.doers or _sides(plain)) & _sides(against):
        return False
    if plain.event is None:
        return not _NEGATED.search(_text(plain)) and bool(verbs & _opposites(against))
    return plain.event.status in _HAPPENED and bool(verbs & _word(plain))


def _claims(told: Sequence[Telling]) -> Iterator[Disagreement]:
    """What one speaker says does not hold ("sanctions will not work") and another says does ("the sanctions are working")."""
    plain: dict[tuple[str, str], list[Telling]] = {}
    for telling in told:
        found = [] if telling.fact or _NOT_SO.search(_text(telling)) else stems(_text(telling))
        for pair in dict.fromkeys(pairwise(found)):
            plain.setdefault(pair, []).append(telling)
    for against in told:
        match = None if against.fact else _NOT_SO.search(_text(against))
        for subject, verb in product(stems(match[1]), stems(match[2])) if match else ():
            for telling in plain.get((subject, verb), ()):
                if telling.report.id != against.report.id:
                    yield _disagreement(telling, against, _CLAIMED)


def _opposites(telling: Telling) -> frozenset[str]:
    found = [opposite for word, opposite in table("dossier", "opposites") if re.search(rf"\b{word}\b", _text(telling), re.I)]
    return frozenset(stem for word in found for stem in stems(word))


def _text(telling: Telling) -> str:
    return telling.report.record.article.text[telling.span[0] : telling.span[1]].replace("’", "'")


def _sides(telling: Telling) -> set[str]:
    return {word[1:] for word in telling.words if word.startswith("@")}


def _disagreement(a: Telling, b: Telling, confidence: float) -> Disagreement:
    days = tuple(x.report.day.isoformat() if x.report.day else None for x in (a, b))
    about = (a.event or b.event).type.lower() if a.event or b.event else ""  # type: ignore[union-attr]
    return Disagreement(
        "happened", passage(a.report, a.span), passage(b.report, b.span), about, (a.report.outlet, b.report.outlet),
        "the first tells it as happened, the second as not", confidence, days=(days[0], days[1]),
    )  # fmt: skip
