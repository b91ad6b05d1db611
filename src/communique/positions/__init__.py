"""positions: where each party stands on each issue, with the words that show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.lookup import Lookup
from communique.parse import Doc
from communique.positions.claim import Claim
from communique.positions.condition import condition_of
from communique.positions.evaluations import find_evaluations
from communique.positions.evidence import evidence_of
from communique.positions.issue import issue_label
from communique.positions.merge import joined, without_headlines
from communique.positions.modals import find_modals
from communique.positions.party import Held, Parties
from communique.positions.sides import Sides
from communique.positions.stance import find_stances
from communique.positions.status import is_bargain, is_threat, status_of
from communique.positions.when import Dates
from communique.types import Issue, Phrase, Position, Reason, Record
from communique.vocabulary import Span

MAKER = "positions.rules.v1"
# Measured on the training and development reports: party, stance and place all right, in narration and in what somebody says.
_CONFIDENCE = {"sure": (0.74, 0.49), "likely": (0.62, 0.49), "weak": (0.62, 0.45)}


def find_positions(doc: Doc, record: Record) -> Record:
    """The record with its positions, in the order of the text.

    Parties are the record's actors; a claim whose party cannot be named gives no position.
    """
    lookup = Lookup(record)
    parties = Parties(lookup, Sides(record, lookup))
    held = [
        Held(claim, evidence_of(claim), tuple(parties.of(claim)), _confidence(claim, lookup), MAKER)
        for claim in claims(doc, lookup)
    ]
    return with_positions(doc, record, parties, held)


def _confidence(claim: Claim, lookup: Lookup) -> float:
    narrated, told = _CONFIDENCE[claim.sureness]
    return narrated if lookup.statement_at(claim.cue.idx) is None else told


def with_positions(doc: Doc, record: Record, parties: Parties, held: Sequence[Held]) -> Record:
    """The record with a position for each party of each claim; retellings are joined."""
    dates = Dates(doc, record.dates)
    found = [entry for one in held for entry in _positions(doc, parties, dates, one)]
    found = joined(without_headlines(sorted(found, key=lambda position: position.evidence.span), *_headline(doc)))
    used = {entry.party for entry in found} | {entry.toward for entry in found}
    added = tuple(actor for actor in parties.sides.added.values() if actor.id in used)
    positions = tuple(replace(entry, id=f"p{i}") for i, entry in enumerate(found, 1))
    return replace(record, actors=(*record.actors, *added), positions=positions)


def _headline(doc: Doc) -> Span:
    """Where the headline and the lead end: a first line without a full stop, and the three paragraphs after it."""
    ends = [end for start, end in doc.paragraphs]
    if len(ends) < 2 or doc.article.text[ends[0] - 1] in '.!?”"':
        return 0, 0
    return ends[0], ends[min(3, len(ends) - 1)]


def claims(doc: Doc, lookup: Lookup) -> list[Claim]:
    """Everything in a text that shows a stance, before anybody is named; each place once, stance words first."""

    def spoken(offset: int) -> bool:
        return lookup.statement_at(offset) is not None

    found = list(find_stances(doc.tokens))
    taken = {token.i for claim in found for token in (claim.cue, claim.head)}
    for claim in (*find_modals(doc.tokens, spoken), *find_evaluations(doc.tokens, spoken)):
        if claim.head.i not in taken:
            taken.add(claim.head.i)
            found.append(claim)
    return found


def _positions(doc: Doc, parties: Parties, dates: Dates, held: Held) -> Iterator[Position]:
    claim, span = held.claim, held.span
    label = issue_label(claim.issue)
    if label is None:
        return
    condition = condition_of(claim, span, doc.article.text)
    statement = parties.lookup.statement_at(claim.cue.idx)
    for party in held.parties:
        yield Position(
            id="",
            party=party.actor,
            voice=party.voice,
            stance="offers" if claim.stance == "accepts" and is_bargain(claim) else claim.stance,
            issue=Issue(label=label),
            evidence=_phrase(doc, span),
            toward=parties.toward(claim, party.actor),
            condition=_phrase(doc, condition) if condition else None,
            told_in=statement.id if statement else None,
            status=status_of(claim, doc.text(span)),
            threat=is_threat(claim),
            when=dates.of(claim, span, statement),
            confidence=held.confidence,
            by=held.maker,
            why=Reason(rule=claim.rule, words=((claim.cue.idx, claim.cue.idx + len(claim.cue)),)),
        )


def _phrase(doc: Doc, span: Span) -> Phrase:
    return Phrase(text=doc.text(span), span=span)
