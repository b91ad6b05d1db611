"""positions: where each party stands on each issue, with the words that show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.lookup import Lookup
from communique.parse import Doc
from communique.positions.candidates import find_candidates
from communique.positions.choose import Choice, Chooser
from communique.positions.claim import Claim
from communique.positions.condition import condition_of
from communique.positions.evaluations import find_evaluations
from communique.positions.evidence import evidence_of
from communique.positions.features import Describer
from communique.positions.issue import issue_label
from communique.positions.learned import Judge, load_judge
from communique.positions.merge import joined, without_headlines
from communique.positions.modals import find_modals
from communique.positions.party import Parties
from communique.positions.roles import Roles
from communique.positions.sides import Sides
from communique.positions.stance import find_stances
from communique.positions.status import is_bargain, status_of
from communique.types import Issue, Phrase, Position, Reason, Record
from communique.vocabulary import Maker, Span

MAKER = "positions.rules.v1"
_CONFIDENCE = {"sure": 0.64, "likely": 0.53, "weak": 0.5}  # measured: stance, party and place all right


def find_positions_by_rules(doc: Doc, record: Record) -> Record:
    """The record with the positions that rules find, in the order of the text.

    Parties are the record's actors; a claim whose party cannot be named gives no position.
    """
    lookup = Lookup(record)
    sides = Sides(record, lookup)
    parties = Parties(lookup, sides)
    chosen = [
        Choice(claim, evidence_of(claim), tuple(parties.of(claim)), _CONFIDENCE[claim.sureness])
        for claim in claims(doc, lookup)
    ]
    return _with_positions(doc, record, parties, [(choice, choice.sure) for choice in chosen], MAKER)


def find_positions(doc: Doc, record: Record) -> Record:
    """The record with its positions, in the order of the text: those that a trained model finds, with the rules' say.

    Raises ModelError where the shipped model is missing or not the one its card names.
    """
    return find_positions_with(load_judge(), doc, record)


def find_positions_with(judge: Judge, doc: Doc, record: Record) -> Record:
    """Like `find_positions`, with another judge of candidates."""
    lookup = Lookup(record)
    parties = Parties(lookup, Sides(record, lookup))
    chooser = Chooser(judge, Describer(doc, record, lookup), Roles(record, lookup, parties))
    chosen = chooser.choose(find_candidates(doc.tokens, claims(doc, lookup)))
    maker = f"positions.learned.v{judge.version}"
    return _with_positions(doc, record, parties, [(choice, judge.confidence(choice.sure)) for choice in chosen], maker)


def _with_positions(doc: Doc, record: Record, parties: Parties, chosen: list[tuple[Choice, float]], maker: Maker) -> Record:
    """The record with positions for what was chosen, each with its confidence; retellings joined."""
    found = [entry for choice, sure in chosen for entry in _positions(doc, parties, choice, sure, maker)]
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


def _positions(doc: Doc, parties: Parties, choice: Choice, confidence: float, maker: Maker) -> Iterator[Position]:
    claim, span = choice.claim, choice.span
    label = issue_label(claim.issue)
    if label is None:
        return
    condition = condition_of(claim, span, doc.article.text)
    statement = parties.lookup.statement_at(claim.cue.idx)
    for party in choice.parties:
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
            threat=claim.threat,
            confidence=confidence,
            by=maker,
            why=Reason(rule=claim.rule, words=((claim.cue.idx, claim.cue.idx + len(claim.cue)),)),
        )


def _phrase(doc: Doc, span: Span) -> Phrase:
    return Phrase(text=doc.text(span), span=span)
