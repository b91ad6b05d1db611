"""Drafts as events of the record: ids, status of what only a party tells, figures, confidence, reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from communique.events.counts import read_counts
from communique.events.find import Find
from communique.events.lexicon import QUADS, ROOM, group
from communique.events.same import Draft
from communique.events.setting import contexts_of, mode_of
from communique.lexicon import table
from communique.lookup import Lookup
from communique.parse import Doc, tree
from communique.types import Event, Phrase, Reason, Statement
from communique.vocabulary import Status

MAKER = "events.rules.v1"
_IMAGINED = frozenset({"planned", "hypothetical"})
_SELF = frozenset({"i", "we"})
_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_CLAIMED = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "REQUEST", "REJECT", "PROTEST", "ACCUSE"})


def finish(doc: Doc, drafts: Sequence[Draft], lookup: Lookup, *, maker: str = MAKER) -> tuple[Event, ...]:
    """Events in the order of their triggers."""
    said = [draft for draft in drafts if _worth_saying(draft, lookup)]
    said.sort(key=lambda draft: draft.best.token.i)
    return tuple(_event(f"e{number}", doc, draft, lookup, maker) for number, draft in enumerate(said, start=1))


def _worth_saying(draft: Draft, lookup: Lookup) -> bool:
    """An event needs a party, talks two, imagined force both sides. A test or protest is told even where nobody says whose."""
    parties = len(draft.actors) + len(draft.recipients)
    if draft.best.status in _IMAGINED and draft.type in _FORCE:
        return bool(draft.actors) and parties > 1
    if parties == 0:
        return draft.best.orphan and draft.type != "SANCTION"
    # A council or a group can meet by itself; one person or state cannot.
    alone = draft.type in {"CONSULT", "COOPERATE"} and len(draft.actors) < 2
    return not alone or lookup.actors[(*draft.actors, *draft.recipients)[0]].kind in {"organization", "group"}


def _event(identity: str, doc: Doc, draft: Draft, lookup: Lookup, maker: str) -> Event:
    best = draft.best
    span = _trigger(best)
    told_in = lookup.statement_at(span[0])
    status = best.status
    if status == "happened" and told_in is not None and draft.type in _CLAIMED and _against(draft, told_in, lookup):
        status = "claimed"
    if status == "happened" and not draft.headline and draft.type in group("standing") and _stands(best):
        status = "ongoing"
    return Event(
        id=identity,
        type=draft.type,
        mode=mode_of(best, draft.type),
        contexts=contexts_of(best),
        actors=draft.actors,
        recipients=draft.recipients,
        trigger=Phrase(text=doc.text(span), span=span),
        place=draft.place,
        when=draft.when,
        status=status,
        told_in=told_in.id if told_in is not None else None,
        quad=QUADS[draft.type],
        counts=read_counts(draft.type, [best, *draft.mentions]),
        confidence=_confidence(draft, status),
        by=maker,
        why=Reason(rule=best.entry.rule, words=tuple(tree.char_span(find.token, find.token) for find in draft.mentions)),
    )


def _stands(find: Find) -> bool:
    """Told in the simple present, it lasts: `is backed by`, `opposes`, `demands`."""
    verb = find.token
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if not any(
        child.dep_ in tree.PASSIVE_SUBJECTS or (child.dep_ == "nsubj" and child.lower_ not in _SELF) for child in verb.lefts
    ):
        return False
    return not find.nominal and (verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBN" and helpers in ({"is"}, {"are"})))


def _trigger(find: Find) -> tuple[int, int]:
    """The word, with its particle or preposition where that makes the sense: `call on`, `rule out`."""
    last = find.token
    for child in find.token.rights:
        if child.lower_ in find.entry.rest and child.i == last.i + 1:
            last = child
    return tree.char_span(find.token, last)


def _against(draft: Draft, told_in: Statement, lookup: Lookup) -> bool:
    """Told by one of the sides it was done to: its word only."""
    speaker = told_in.speaker.actor if told_in.speaker is not None else None
    if speaker is None or speaker not in lookup.actors or not draft.actors:
        return False
    sides = {speaker, lookup.side_of(speaker)}
    acting = {*draft.actors, *(lookup.side_of(actor) for actor in draft.actors)}
    suffering = {*draft.recipients, *(lookup.side_of(actor) for actor in draft.recipients)}
    return not sides & acting and bool(sides & suffering)


@cache
def _shares() -> Mapping[tuple[str, str], float]:
    return MappingProxyType({(kind, name): float(share) for kind, name, share in table(ROOM, "confidence")})


def _confidence(draft: Draft, status: Status) -> float:
    """What share of such events were right in marked reports (confidence.tsv), a little less where a side is missing."""
    if draft.best.confidence is not None:
        return round(draft.best.confidence, 2)
    complete = bool(draft.actors) and (bool(draft.recipients) or len(draft.actors) > 1)
    return round(_shares()["type", draft.type] * _shares()["status", status] * (1.0 if complete else 0.95), 2)
