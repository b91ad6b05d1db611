"""Who of the candidates a pronoun or a description means: each has features, the features have weights, nobody is one too.

The weights (`data/reference_weights.tsv`) are those of a logistic choice between all candidates and nobody, learned by
`training/actors`; the probability of the best must reach the threshold of its kind, else the words stay unresolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Any

from spacy.tokens import Token

from communique.actors.drafts import Draft
from communique.actors.scene import Candidate, Seen, part_of, subjects_above
from communique.lexicon import table, words

KINDS = ("person", "thing", "plural", "description")
# How sure the choice must be, by kind.
THRESHOLDS = {"person": 0.45, "thing": 0.5, "plural": 0.5, "description": 0.5}


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words that refer back: their head, kind of `KINDS`, sentence, quotation (start or -1), and the subjects above them."""

    token: Token
    kind: str
    sentence: int
    quote: int
    part: str
    governors: frozenset[int]
    own: int
    tellers: tuple[Draft, ...] = ()
    draft: Draft | None = None
    complement: bool = False


def anaphor(token: Token, kind: str, sentence: int, quote: int, **more: Any) -> Anaphor:
    """The anaphor at a token.

    Args:
        token: its head.
        kind: one of `KINDS`.
        sentence: number of its sentence.
        quote: start of the quotation that it stands in, or -1.
        more: `tellers` of that quotation; what a description is known as so far (`draft`), and whether it has a `complement`.
    """
    governors, own = subjects_above(token)
    return Anaphor(token, kind, sentence, quote, part_of(token), frozenset(governors), own, **more)


def choose(anaphor: Anaphor, candidates: Sequence[Candidate]) -> Candidate | None:
    """The candidate that an anaphor means; None where none is likely enough."""
    if not candidates:
        return None
    scores = [score(names, anaphor.kind) for names in (*described(anaphor, candidates), nobody(anaphor))]
    best = max(range(len(candidates)), key=lambda n: scores[n])
    share = exp(scores[best]) / sum(map(exp, scores))
    return candidates[best] if share >= THRESHOLDS[anaphor.kind] else None


def score(names: Sequence[str], kind: str) -> float:
    """The sum of the weights of features."""
    weights = _weights()[kind]
    return sum(weights.get(name, 0.0) for name in names)


@cache
def _weights() -> dict[str, dict[str, float]]:
    rows = table("actors", "reference_weights")
    return {kind: {row[0]: float(row[n]) for row in rows} for n, kind in enumerate(KINDS, 1)}


def nobody(anaphor: Anaphor) -> list[str]:
    """Features of nobody being meant."""
    names = ["nobody"]
    if anaphor.quote >= 0:
        names.append("nobody-in-quotation")
    if anaphor.token.dep_ == "poss":
        names.append("nobody-owns")
    if anaphor.complement:
        names.append("nobody-with-complement")
    if anaphor.part == "subject":
        names.append("nobody-acts")
    return names


def described(anaphor: Anaphor, candidates: Sequence[Candidate]) -> list[list[str]]:
    """Features of each candidate, in their order: the last mentioned first."""
    latest = max((c.subject_at for c in candidates), default=-1)
    firsts = _firsts(candidates)
    spoke = [max((seen.at.i for seen in c.names if _speaks(seen)), default=-1) for c in candidates]
    speaks = _says(anaphor.token) and anaphor.part == "subject"
    out = []
    for rank, candidate in enumerate(candidates):
        names = [*_place(anaphor, candidate), *_part(anaphor, candidate), *_nature(anaphor, candidate)]
        names.append(f"rank-{min(rank, 3)}")
        if len(candidates) == 1:
            names.append("alone")
        if candidate.subject_at == latest >= 0:
            names.append("latest-subject")
        if speaks and spoke[rank] >= 0:
            names.append("last-to-speak" if spoke[rank] == max(spoke) else "spoke-before")
        if candidate.count > 2:
            names.append("mentioned-thrice")
        if firsts.get(candidate.last.sentence) is candidate:
            names.append("first-of-sentence")
        out.append(names)
    return out


def _firsts(candidates: Sequence[Candidate]) -> dict[int, Candidate]:
    """The candidate that is mentioned first in each sentence."""
    firsts: dict[int, tuple[int, Candidate]] = {}
    for candidate in candidates:
        for seen in candidate.names:
            if seen.sentence not in firsts or seen.at.i < firsts[seen.sentence][0]:
                firsts[seen.sentence] = seen.at.i, candidate
    return {sentence: candidate for sentence, (_, candidate) in firsts.items()}


def _place(anaphor: Anaphor, candidate: Candidate) -> Iterator[str]:
    last = candidate.last
    yield f"sentences-{min(anaphor.sentence - last.sentence, 4)}"
    if candidate.subject_at >= 0:
        yield f"subject-{min(anaphor.sentence - candidate.subject_at, 3)}"
    if last.quote != anaphor.quote:
        yield "other-quotation-in" if anaphor.quote >= 0 else "other-quotation-out"
    elif last.quote >= 0:
        yield "same-quotation"


def _part(anaphor: Anaphor, candidate: Candidate) -> Iterator[str]:
    last = candidate.last
    if candidate.drafts[0] in anaphor.tellers:
        yield "speaks-it"
    elif any(seen.at.i in anaphor.governors for seen in candidate.names):
        yield f"governs-{anaphor.part}"
    if last.at.i > anaphor.token.i:
        yield "ahead"
    if anaphor.part == last.part == "subject":
        yield "both-subjects"
    if last.by_pronoun and last.part == "subject":
        yield "by-pronoun"
    if len(candidate.drafts) == 1 and (last.at.dep_ == "conj" or any(c.dep_ == "conj" for c in last.at.rights)):
        yield "coordinated"


def _speaks(seen: Seen) -> bool:
    return seen.part == "subject" and _says(seen.at)


def _says(token: Token) -> bool:
    return token.head.lemma_ in words("actors", "sayings")


def _nature(anaphor: Anaphor, candidate: Candidate) -> Iterator[str]:
    draft = candidate.drafts[0]
    yield f"kind-{draft.kind}"
    if len(candidate.drafts) > 1:
        yield "several"
    elif draft.kind == "person":
        if not draft.gender and (draft.head or len(draft.words) < 2):
            yield "gender-unknown"
        if draft.head:
            yield "described"
        elif len(draft.words) < 2 and not draft.listed:
            yield "by-surname-only"
    elif draft.listed:
        yield "listed"
    if draft.plural:
        yield "in-the-plural"
    if anaphor.draft is not None:
        yield from _likeness(anaphor.draft, draft)


def _likeness(description: Draft, draft: Draft) -> Iterator[str]:
    """What a description and a candidate have in common."""
    if description.sector and draft.sector:
        yield "same-sector" if description.sector == draft.sector else "other-sector"
    if description.country and draft.country == description.country:
        yield "same-country"
    if draft.role is None and draft.kind == "person":
        yield "without-role"
    said = " ".join([draft.name, draft.role or "", *draft.roles]).lower().split()
    if description.head.split()[-1:] and description.head.split()[-1] in said:
        yield "same-noun"
    if set(description.words) & set(said):
        yield "shared-word"
