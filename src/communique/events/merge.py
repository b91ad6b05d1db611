"""Mentions joined into events: one happening told several times in a report is one event, at its fullest mention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from communique.events.find import Find
from communique.events.lexicon import QUADS, RECIPROCAL, group
from communique.events.parties import Ids
from communique.events.same import Draft, refers_to_same, side_of
from communique.events.when import Circumstances, scene
from communique.lookup import Lookup

# How many events back a mention may reach: keeps very long texts linear.
_REACH = 150
_SAID = frozenset(kind for kind, quad in QUADS.items() if quad.startswith("verbal")) - RECIPROCAL


def join(finds: Sequence[Find], circumstances: Circumstances, lookup: Lookup, headline: int) -> list[Draft]:
    """Events of a report from their mentions; a mention that only refers back and finds nothing is dropped.

    `headline` is where the headline ends, in characters; 0 where there is none.
    """
    drafts: list[Draft] = []
    sides = {actor: side_of(lookup, actor) for actor in lookup.actors}
    for find in finds:
        tokens = scene(find.token, find.anchor)
        visiting, saying = find.entry.mode == "visit", find.entry.type in _SAID
        when, place = circumstances.when(tokens), circumstances.where(tokens, saying=saying, visiting=visiting)
        known = [draft for draft in islice(reversed(drafts), _REACH) if refers_to_same(draft, find, when, place, sides)]
        if known:
            draft = max(known, key=lambda draft: _likeness(draft, find, sides))
            draft.claim(find, sides)
            draft.add(find, when, place)
        elif not find.weak or find.orphan:
            drafts.append(Draft(find.type, find.actors, find.recipients, [find], when, place, find.token.idx < headline))
    _resolve(drafts)
    _adopt(drafts, lookup)
    return [draft for draft in drafts if draft.recipients or not draft.best.entry.rule == "saying:accuse"]


def _likeness(draft: Draft, find: Find, sides: dict[str, str]) -> tuple[int, bool, bool]:
    """Which of several events a mention means: the last told, unless another is of its mode or has its parties.

    `The attack` that somebody claims is the one most spoken of whose doer nobody has named.
    """
    mode = find.entry.mode
    same_mode = mode is not None and any(mention.entry.mode == mode for mention in draft.mentions)
    parties = {*draft.actors, *draft.recipients}
    claimed = len(draft.mentions) if find.claimants and not any(sides[actor] for actor in draft.actors) else 0
    return claimed, same_mode, bool(parties & {*find.actors, *find.recipients})


def _resolve(drafts: Iterable[Draft]) -> None:
    """`Condemned the attack`: the attackers are meant."""
    by_token = {find.token.i: draft for draft in drafts for find in draft.mentions}
    for draft in drafts:
        about = draft.best.about
        if draft.recipients or about is None or about.i not in by_token:
            continue
        draft.recipients = tuple(actor for actor in by_token[about.i].actors if actor not in draft.actors)


def _adopt(drafts: Sequence[Draft], lookup: Lookup) -> None:
    """Whose launches those are, where all others of their kind that the report tells are one party's.

    Protests are the protesters', where the report knows one group of them only.
    """
    protesters = [actor.id for actor in lookup.actors.values() if group("protesters") & set(actor.name.lower().split())]
    for draft in drafts:
        if draft.actors:
            continue
        agents = {other.actors for other in drafts if other.type == draft.type and other.actors}
        found: Ids = ()
        if draft.best.orphan and draft.type != "PROTEST":
            found = agents.pop() if len(agents) == 1 else ()
        elif draft.type == "PROTEST" and len(protesters) == 1:
            found = tuple(protesters)
        draft.actors = tuple(actor for actor in found if actor not in draft.recipients)
