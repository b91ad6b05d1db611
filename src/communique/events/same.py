"""Whether two mentions tell one event: kind, status, day, place, sort and parties must allow it."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.events.find import Find
from communique.events.lexicon import RECIPROCAL
from communique.events.parties import Ids
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

    @property
    def sorts(self) -> frozenset[str]:
        """What tells the event apart from others of its type, by all its mentions."""
        return frozenset(sort for mention in self.mentions for sort in mention.sorts)

    def claim(self, find: Find, sides: dict[str, str]) -> None:
        """Somebody says that they did it: who else is named only by what they did (`a bomber`) gives way."""
        if find.claimants and not any(sides[actor] for actor in self.actors):
            self.actors = tuple(actor for actor in find.claimants if actor not in self.recipients)

    def add(self, find: Find, when: When | None, place: Place | None) -> None:
        """One more mention: what the event lacks is filled from it; what only refers back says no place of its own."""
        if self.headline and not find.weak and len(self.mentions) == 1:
            self.actors, self.recipients = find.actors or self.actors, find.recipients or self.recipients
        if find.weak and find.recipients and any(mention.token.sent == find.token.sent for mention in self.mentions):
            self.recipients += tuple(hurt for hurt in find.recipients if hurt not in (*self.actors, *self.recipients))
        self.mentions.append(find)
        self.actors = self.actors or tuple(actor for actor in find.actors if actor not in self.recipients)
        self.recipients = self.recipients or tuple(actor for actor in find.recipients if actor not in self.actors)
        self.when = self.when or when
        self.place = self.place or (None if find.weak else place)


def side_of(lookup: Lookup, identity: str) -> str:
    """What two names of one party have in common: its state, its police, or nothing for `a man` (empty)."""
    actor = lookup.actors[identity]
    if actor.sector == "COP":
        return "police"
    if actor.kind in {"person", "group"} and not any(word[:1].isupper() for word in actor.name.split()):
        return ""
    return lookup.side_of(identity)


def refers_to_same(draft: Draft, find: Find, when: When | None, place: Place | None, sides: dict[str, str]) -> bool:
    """True where a mention tells an event that is known already. `sides` are the actors' sides (`side_of`)."""
    if not _compatible(draft, find, when, place) or _reversed(draft, find):
        return False
    if find.claimants and not find.recipients:
        unnamed = not any(sides[actor] for actor in draft.actors) or bool(set(draft.actors) & set(find.claimants))
        return draft.best.status in _REAL and unnamed and not set(find.claimants) & set(draft.recipients)
    if find.weak and not find.orphan:
        return find.type not in {"REQUEST", "SUPPORT"} and draft.best.status != "denied"
    if not _statuses_agree(draft.best.status, find.status):
        return False
    if when is not None and draft.when is None and not (find.definite or draft.headline):
        return False
    if find.orphan and (find.definite or find.type == "SANCTION"):
        return True
    return _same_parties(draft, find, sides)


def _reversed(draft: Draft, find: Find) -> bool:
    """Who acts in one suffers in the other: a blow and the blow that answers it."""
    if find.type in RECIPROCAL:
        return False
    return bool(set(find.recipients) & set(draft.actors) - set(draft.recipients)) or bool(
        set(find.actors) & set(draft.recipients) - set(draft.actors)
    )


def _compatible(draft: Draft, find: Find, when: When | None, place: Place | None) -> bool:
    """Nothing but the parties tells them apart: kind, day, place, sort."""
    if draft.mentions[0].entry.type != find.entry.type or (draft.type == "REJECT") != (find.type == "REJECT"):
        return False
    if draft.place is not None and place is not None and draft.place.name != place.name:
        return False
    sorts = draft.sorts
    return _overlap(draft.when, when) and not (find.sorts and sorts and not find.sorts & sorts)


def _same_parties(draft: Draft, find: Find, sides: dict[str, str]) -> bool:
    first, last = draft.mentions[0], draft.mentions[-1]
    vague = find.type == "ASSAULT" or draft.headline or first.orphan or find.orphan
    hurt = _share(draft.recipients, find.recipients, sides, vague or find.type in _SAYINGS)
    shared = _share(draft.actors, find.actors, sides, vague), hurt
    if draft.headline:
        return True in shared or None in shared
    if False in shared:
        return False
    near = find.token.i - last.token.i < _NEAR
    if find.type in _SAYINGS:
        # One saying in two halves of a sentence: `asked for help, asking voters to come`.
        halves = shared[1] is None and last.token.sent == find.token.sent and set(find.actors) <= set(draft.actors)
        again = shared[1] is True or (find.nominal and not near) or halves
        return shared[0] is True and again
    if find.type in RECIPROCAL:
        return _subset(draft.actors, find.actors, sides)
    if find.type in _ACTS and first.entry.mode != find.entry.mode:
        return False
    nobody = not find.actors or not any(sides[actor] for actor in (*draft.actors, *find.actors))
    return True in shared or (find.type == "ASSAULT" and near and nobody) or (find.orphan and first.orphan)


def _statuses_agree(one: str, other: str) -> bool:
    return one == other or {one, other} <= _REAL or {one, other} <= _IMAGINED


def _share(one: Ids, other: Ids, sides: dict[str, str], vague: bool) -> bool | None:
    """True where two lists of parties share one or its state; None where one is empty or, if `vague`, names nobody."""
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
