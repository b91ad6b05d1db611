"""Issues across reports: labels of positions merged by meaning, or put where a user's own list of issues says.

Two labels are one issue where their words weigh much alike (stems, synonyms, states by their codes), not where they share an
everyday word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml  # type: ignore[import-untyped]  # ships no types

from communique.dossier.cast import Cast, states_in
from communique.dossier.held import Held, Passage, passage
from communique.dossier.text import rarity, stems
from communique.dossier.vectors import Cluster, alike, vector
from communique.errors import OptionError
from communique.types import Position

_ALIKE, _COHESION, _CODED = 0.52, 0.45, 0.35


@dataclass(frozen=True, slots=True)
class Coded:
    """An issue of a codebook: its name, words that name it, and examples of labels that belong to it."""

    name: str
    words: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    """A position in a report. `party` and `teller` are keys of the cast."""

    report: Held
    position: Position
    party: str
    teller: str | None


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue, the labels that were merged into it (the commonest first), and who takes a position on it where."""

    name: str
    labels: tuple[str, ...]
    coded: bool
    reports: int
    parties: tuple[str, ...]
    passages: tuple[Passage, ...]

    def to_json(self) -> dict[str, Any]:
        """{"issue", "labels", "coded", "count", "parties", "reports": [{"report", "span", "text"}]}; no copy counts."""
        return {
            "issue": self.name, "labels": list(self.labels), "coded": self.coded, "count": self.reports,
            "parties": list(self.parties), "reports": [one.to_json() for one in self.passages],
        }  # fmt: skip


def read_codebook(text: str) -> tuple[Coded, ...]:
    """A codebook in YAML: a list of {issue, words, examples}, or a mapping of issue to its words.

    Raises OptionError where it is neither.
    """
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise OptionError(f"The codebook is no YAML: {error}") from error
    rows = [{"issue": name, "words": found} for name, found in data.items()] if isinstance(data, dict) else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) and isinstance(row.get("issue"), str) for row in rows):
        raise OptionError("A codebook is a list of entries with `issue`, and with `words` and `examples` where wanted.")
    return tuple(Coded(row["issue"], _several(row.get("words")), _several(row.get("examples"))) for row in rows)


def _several(found: object) -> tuple[str, ...]:
    if found is None:
        return ()
    return tuple(str(one) for one in found) if isinstance(found, list) else (str(found),)


def stands(reports: Sequence[Held], cast: Cast) -> list[Stand]:
    """All positions of the reports that are not merely imagined, in order."""
    out = []
    for report in reports:
        speakers = {s.id: cast.key(report, s.speaker.actor) for s in report.record.statements if s.speaker}
        for position in report.record.positions:
            party = cast.key(report, position.party)
            if party is not None and position.status != "hypothetical":
                out.append(Stand(report, position, party, speakers.get(position.told_in or "")))
    return out


def find_issues(reports: Sequence[Held], codebook: Sequence[Coded] = ()) -> tuple[Issue, ...]:
    """The issues of the reports, those in most reports first."""
    cast = Cast(reports)
    found: dict[str, list[Stand]] = {}
    held = stands(reports, cast)
    coded = {one.name for one in codebook}
    for stand, name in zip(held, named(held, codebook), strict=True):
        found.setdefault(name, []).append(stand)
    issues = [_issue(name, members, name in coded, cast) for name, members in found.items()]
    return tuple(sorted(issues, key=lambda issue: (-issue.reports, -len(issue.passages), issue.name)))


def named(held: Sequence[Stand], codebook: Sequence[Coded] = ()) -> list[str]:
    """The name of the issue of each position: the codebook's, else the commonest label of those that mean the same."""
    labels = sorted({stand.position.issue.label for stand in held})
    bags = _bags(held)
    coded = {label: name for label in labels if (name := _coded(label, codebook))}
    free = [label for label in labels if label not in coded]
    weights = rarity(bags[label] for label in labels)
    vectors = [vector(bags[label], weights) for label in free]
    clusters = [Cluster(i, found) for i, found in enumerate(vectors)]
    pairs = alike(vectors, range(len(free)), rare=6, crowd=150, least=_ALIKE)
    for _, a, b in sorted((-like, a, b) for (a, b), like in pairs.items()):
        x, y = clusters[a], clusters[b]
        if x is not y and x.likeness(y) >= _COHESION and _much(bags[free[a]], bags[free[b]]):
            for i in y.members:
                clusters[i] = x
            x.absorb(y)
    counts = Counter(stand.position.issue.label for stand in held)
    names = dict(coded)
    for i, label in enumerate(free):
        same = [free[n] for n in clusters[i].members]
        names[label] = min(same, key=lambda one: (-counts[one], len(one), one))
    return [names[stand.position.issue.label] for stand in held]


def _much(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether more than one word is shared, where there is more than one: "attack" alone may be any attack."""
    return a == b or len(a & b) > 1


def _bags(held: Sequence[Stand]) -> dict[str, frozenset[str]]:
    """Words of every label, the names and adjectives of a state as that state."""
    bags: dict[str, frozenset[str]] = {}
    for label in dict.fromkeys(stand.position.issue.label for stand in held):
        states = states_in(label)
        bags[label] = (frozenset(stems(label)) - {stem for name, _ in states for stem in stems(name)}) | {
            f"@{state}" for _, state in states
        }
    return bags


def _coded(label: str, codebook: Sequence[Coded]) -> str | None:
    """The issue of the codebook whose words a label holds; else the one whose example is most like it."""
    found = set(stems(label))
    best: tuple[float, int] = (0.0, 0)
    for n, one in enumerate(codebook):
        if label in one.examples or any(set(stems(words)) <= found for words in (one.name, *one.words) if stems(words)):
            return one.name
        for example in one.examples:
            words = set(stems(example))
            share = len(words & found) / max(1, len(words | found))
            best = max(best, (share, -n))
    return codebook[-best[1]].name if best[0] >= _CODED else None


def _issue(name: str, members: Sequence[Stand], coded: bool, cast: Cast) -> Issue:
    labels = Counter(stand.position.issue.label for stand in members)
    parties = Counter(stand.party for stand in members)
    passages = tuple(passage(stand.report, stand.position.evidence.span) for stand in members)
    counted = {stand.report.id for stand in members if stand.report.copy_of is None}
    return Issue(
        name, tuple(sorted(labels, key=lambda one: (-labels[one], one))), coded, len(counted),
        tuple(cast.name(key) for key in sorted(parties, key=lambda key: (-parties[key], key))), passages,
    )  # fmt: skip
