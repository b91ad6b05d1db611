"""Mentions joined into events: one happening told several times in a report is one event, at its fullest mention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.events.find import Find
from communique.events.lexicon import RECIPROCAL, group
from communique.events.parties import Ids
from communique.events.when import Circumstances, scene
from communique.lookup import Lookup
from communique.types import Place, When
from communique.vocabulary import EventType

# Told once for each saying; the material types and meetings are told again and again.
_SAYINGS = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "CONCEDE"})
# Different acts of one party on another are different events.
_ACTS = frozenset({"COERCE", "SANCTION", "RETREAT", "AID"})
# Tokens between two mentions of violence that name nobody apart.
_NEAR = 60
_REAL = frozenset({"happened", "ongoing", "claimed"})
_IMAGINED = frozenset({"planned", "hypothetical"})


@dataclass(slots=True)
class Draft:
    """One event in the making, with its mentions in the order of the text."""

    type: EventType
    actors: Ids
    recipients: Ids
    mentions: list[Find] = field(default_factory=list)
    when: When | None = None
    place: Place | None = None
    headline: bool = False

    @property
    def best(self) -> Find:
        """The fullest mention: not the headline's; it names most parties; the first of equals."""
        told = self.mentions[1:] if self.headline and not all(find.weak for find in self.mentions[1:]) else self.mentions
        return max(told, key=lambda find: (not find.weak, len(find.actors) + len(find.recipients), -find.token.i))


def join(finds: Sequence[Find], circumstances: Circumstances, lookup: Lookup, headline: int) -> list[Draft]:
    """Events of a report from their mentions; a mention that only refers back and finds nothing is dropped.

    `headline` is where the headline ends, in characters; 0 where there is none.
    """
    drafts: list[Draft] = []
    sides = {actor: _side(lookup, actor) for actor in lookup.actors}
    for find in finds:
        tokens = scene(find.token, find.anchor)
        when, place = circumstances.when(tokens), circumstances.where(tokens)
        same = (draft for draft in reversed(drafts) if _same(draft, find, when, place, sides))
        draft = next(same, None)
        if draft is None:
            if not find.weak or find.orphan:
                drafts.append(Draft(find.type, find.actors, find.recipients, [find], when, place, find.token.idx < headline))
            continue
        draft.mentions.append(find)
        if draft.headline and not find.weak and len(draft.mentions) == 2:
            draft.actors, draft.recipients = find.actors or draft.actors, find.recipients or draft.recipients
        draft.actors = draft.actors or tuple(actor for actor in find.actors if actor not in draft.recipients)
        draft.recipients = draft.recipients or tuple(actor for actor in find.recipients if actor not in draft.actors)
        draft.when, draft.place = draft.when or when, draft.place or place
    _resolve(drafts)
    _adopt(drafts, lookup)
    return [draft for draft in drafts if draft.recipients or not draft.best.entry.rule == "saying:accuse"]


def _side(lookup: Lookup, identity: str) -> str:
    """What two names of one party have in common: its state, its police, or nothing for `a man` (empty)."""
    actor = lookup.actors[identity]
    if actor.sector == "COP":
        return "police"
    if actor.kind in {"person", "group"} and not any(word[:1].isupper() for word in actor.name.split()):
        return ""
    return lookup.side_of(identity)


def _same(draft: Draft, find: Find, when: When | None, place: Place | None, sides: dict[str, str]) -> bool:
    first, last = draft.mentions[0], draft.mentions[-1]
    if first.entry.type != find.entry.type or not _overlap(draft.when, when):
        return False
    if find.sorts and first.sorts and not find.sorts & first.sorts:
        return False
    if draft.place is not None and place is not None and draft.place.name != place.name:
        return False
    if find.weak and not find.orphan:
        return _refers(draft, find)
    if not _statuses_agree(draft.best.status, find.status):
        return False
    if when is not None and draft.when is None and not (find.definite or draft.headline):
        return False
    vague = find.type == "ASSAULT" or draft.headline or first.orphan or find.orphan
    shared = _share(draft.actors, find.actors, sides, vague), _share(draft.recipients, find.recipients, sides, vague)
    if draft.headline:
        return True in shared or None in shared
    if False in shared:
        return False
    near = find.token.i - last.token.i < _NEAR
    if find.type in _SAYINGS:
        return shared[0] is True and (shared[1] is True or (find.nominal and not near))
    if find.type in RECIPROCAL:
        return _subset(draft.actors, find.actors, sides)
    if find.type in _ACTS and first.entry.mode != find.entry.mode:
        return False
    return True in shared or (find.type == "ASSAULT" and near) or (find.orphan and first.orphan)


def _refers(draft: Draft, find: Find) -> bool:
    """`The test` refers to a test, `the attack` to any assault, by noun or verb."""
    return find.type not in {"REQUEST", "SUPPORT"} and draft.best.status != "denied"


def _statuses_agree(one: str, other: str) -> bool:
    return one == other or {one, other} <= _REAL or {one, other} <= _IMAGINED


def _share(one: Ids, other: Ids, sides: dict[str, str], vague: bool) -> bool | None:
    """True where two lists of parties have one in common (or its state), None where one is not known or, if `vague`, unnamed."""
    if set(one) & set(other):
        return True
    first, second = ({sides[actor] or ("" if vague else actor) for actor in ids} - {""} for ids in (one, other))
    return bool(first & second) if first and second else None if vague or not (one and other) else False


def _subset(one: Ids, other: Ids, sides: dict[str, str]) -> bool:
    """The same meeting: nobody at it who cannot have been at the other."""
    first, second = ({sides[actor] or actor for actor in ids} for ids in (one, other))
    return first <= second or second <= first


def _overlap(one: When | None, other: When | None) -> bool:
    if one is None or other is None or not (one.start and other.start):
        return True
    first, last = sorted((one, other), key=lambda when: when.start or "")
    return (last.start or "") <= (first.end or first.start or "") + "~"


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
