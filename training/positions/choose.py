"""From candidates to claims with parties: what is kept, where rules have the say, which of two that overlap stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from communique.lookup import Lookup
from communique.parse import Doc
from communique.parse.tree import SUBJECTS, direct_object, prepositional, subject
from communique.positions import claims, with_positions
from communique.positions.claim import Claim
from communique.positions.holders import clause_head
from communique.positions.party import Held, Parties
from communique.positions.sides import Party, Sides
from communique.types import Record
from communique.vocabulary import Span
from training.positions.candidates import Candidate, find_candidates
from training.positions.features import Describer
from training.positions.learned import Judge, Verdict
from training.positions.roles import Roles

_SHARING = (
    "rules",
    "subject",
    "holder",
    "agent",
    "owner",
    "speaker",
    "cue",
)  # roles whose coordinated parties hold it together

LEARNED = "learned"
_DEEPEST = 4  # clauses inside clauses that are looked into for an issue


@dataclass(frozen=True, slots=True)
class Choice:
    """A claim that is kept, with its evidence, its parties and its raw certainty."""

    claim: Claim
    span: Span
    parties: tuple[Party, ...]
    sure: float


class Chooser:
    """Judges the candidates of one report."""

    def __init__(self, judge: Judge, describer: Describer, roles: Roles) -> None:
        self._judge = judge
        self._describer = describer
        self._roles = roles

    def choose(self, candidates: Sequence[Candidate]) -> list[Choice]:
        """What is kept, in the order of the text; of two that overlap the one that rules find too, else the surer."""
        verdicts = self._judge.judge([self._describer.features(one) for one in candidates])
        pairs = zip(candidates, verdicts, strict=True)
        found = [choice for candidate, verdict in pairs if (choice := self._choice(candidate, verdict))]
        kept: list[Choice] = []
        for choice in sorted(found, key=lambda one: (one.claim.rule == LEARNED, -one.sure)):
            if not any(_same_place(choice, other) for other in kept):
                kept.append(choice)
        return sorted(kept, key=lambda one: (one.span, one.claim.cue.i))

    def _choice(self, candidate: Candidate, verdict: Verdict) -> Choice | None:
        ruled, alone = self._judge.least
        if verdict.sure < (ruled if candidate.claim else alone):
            return None
        roles = self._roles.of(candidate)
        parties, sure = self._parties(candidate, roles)
        raw = verdict.sure * sure * (1.0 if candidate.claim else verdict.stance_sure)
        if not parties or ("rules" not in roles and raw < alone):
            return None
        claim = candidate.claim or _claim(candidate.head, verdict)
        return Choice(claim, candidate.span, parties, raw) if claim is not None else None

    def _parties(self, candidate: Candidate, roles: dict[str, list[Party]]) -> tuple[tuple[Party, ...], float]:
        """Who holds it, and how sure that is: whom rules name, else the likeliest and who is coordinated with them."""
        ranked = self._judge.rank(self._roles.describe(candidate, roles))
        if "rules" in roles:
            return tuple(roles["rules"]), sum(share for share, party in ranked if party in roles["rules"])
        if not ranked:
            return (), 0.0
        share, best = ranked[0]
        for role in _SHARING:
            if best in roles.get(role, ()):
                return tuple(roles[role]), share
        return (best,), share


def _same_place(one: Choice, other: Choice) -> bool:
    """Whether two tell of one place: half of the shorter evidence lies in the other, and neither is one of several issues."""
    if one.claim.rule != LEARNED and other.claim.rule != LEARNED:
        return False
    shared = min(one.span[1], other.span[1]) - max(one.span[0], other.span[0])
    return 2 * shared >= min(one.span[1] - one.span[0], other.span[1] - other.span[0])


def _claim(head: Token, verdict: Verdict) -> Claim | None:
    issue = next((token for token in _issues(head) if token.pos_ not in {"PRON", "DET"}), None)
    if issue is None:
        return None
    verb = clause_head(head)
    doer = subject(issue) if issue.pos_ == "VERB" and issue is not head else None
    return Claim(head, verb, verdict.stance, subject(verb), issue, doer, LEARNED, "likely")


def _issues(head: Token, depth: int = 0) -> Iterator[Token]:
    """What a clause may be about, the likeliest first: its object or complement, its subject where it judges it, itself."""
    verb = clause_head(head)
    if head.pos_ == "NOUN":
        yield from prepositional(head, "for", "to", "of", "on", "against", "with", "from", "by", "over")
        yield from (child for child in head.rights if child.dep_ in {"acl", "relcl"})
    clause = next((c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"}), None)
    if clause is not None and clause.pos_ in {"VERB", "AUX"} and depth < _DEEPEST:
        yield from _issues(clause, depth + 1)
    thing = direct_object(verb)
    if verb.lemma_ == "be":
        yield from (c for c in verb.lefts if c.dep_ in SUBJECTS and c.pos_ in {"NOUN", "PROPN", "VERB"})
    if thing is not None:
        yield verb if verb.tag_ in {"VB", "VBG"} else thing
    yield from (o for prep in verb.rights if prep.dep_ in {"prep", "agent"} for o in prep.rights if o.dep_ in {"pobj", "pcomp"})
    yield from (c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ in {"NOUN", "PROPN"})
    if verb.pos_ == "VERB":
        yield verb


def find_positions_with(judge: Judge, doc: Doc, record: Record) -> Record:
    """The record with the positions that a judge keeps, in the order of the text; rules have their say."""
    lookup = Lookup(record)
    parties = Parties(lookup, Sides(record, lookup))
    chooser = Chooser(judge, Describer(doc, record, lookup), Roles(record, lookup, parties))
    chosen = chooser.choose(find_candidates(doc.tokens, claims(doc, lookup)))
    maker = f"positions.learned.v{judge.version}"
    held = [Held(one.claim, one.span, one.parties, judge.confidence(one.sure), maker) for one in chosen]
    return with_positions(doc, record, parties, held)
