"""Mentions joined into events: one happening told several times in a report is one event, at its fullest mention."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.events.find import Find
from communique.events.parties import Ids
from communique.events.when import Circumstances
from communique.lookup import Lookup
from communique.types import Place, When
from communique.vocabulary import EventType

# Told once for each saying; the material types and meetings are told again and again.
_SAYINGS = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "CONCEDE"})
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

    @property
    def best(self) -> Find:
        """The fullest mention: it names most parties; the first of equals."""
        return max(self.mentions, key=lambda find: (not find.weak, len(find.actors) + len(find.recipients), -find.token.i))


def join(finds: Sequence[Find], circumstances: Circumstances, lookup: Lookup) -> list[Draft]:
    """Events of a report from their mentions; a mention that only refers back and finds nothing is dropped."""
    drafts: list[Draft] = []
    sides = {actor: lookup.side_of(actor) for actor in lookup.actors}
    for find in finds:
        when = circumstances.when((find.token, find.anchor))
        place = circumstances.where((find.token, find.anchor))
        same = (draft for draft in reversed(drafts) if _same(draft, find, when, sides))
        draft = next(same, None)
        if draft is None:
            if not find.weak:
                drafts.append(Draft(find.type, find.actors, find.recipients, [find], when, place))
            continue
        draft.mentions.append(find)
        draft.actors = draft.actors or tuple(actor for actor in find.actors if actor not in draft.recipients)
        draft.recipients = draft.recipients or tuple(actor for actor in find.recipients if actor not in draft.actors)
        draft.when, draft.place = draft.when or when, draft.place or place
    _resolve(drafts)
    return drafts


def _same(draft: Draft, find: Find, when: When | None, sides: dict[str, str]) -> bool:
    if draft.mentions[0].entry.type != find.entry.type or not _overlap(draft.when, when):
        return False
    last = draft.mentions[-1]
    if find.weak:
        return _refers(draft, find)
    if not _statuses_agree(draft.best.status, find.status):
        return False
    one_sentence = last.token.sent.start == find.token.sent.start
    shared = _share(draft.actors, find.actors, sides), _share(draft.recipients, find.recipients, sides)
    if False in shared:
        return False
    if find.type in _SAYINGS:
        return shared[0] is True and (shared[1] is True or (find.nominal and not one_sentence))
    return True in shared or (one_sentence and find.type == "ASSAULT")


def _refers(draft: Draft, find: Find) -> bool:
    """`The test` refers to a test, `the attack` to any assault, by noun or verb."""
    return find.type not in {"REQUEST", "SUPPORT"} and draft.best.status != "denied"


def _statuses_agree(one: str, other: str) -> bool:
    return one == other or {one, other} <= _REAL or {one, other} <= _IMAGINED


def _share(one: Ids, other: Ids, sides: dict[str, str]) -> bool | None:
    """True where two lists of parties have one in common (or its state), None where a list is empty."""
    if not one or not other:
        return None
    return bool({sides[actor] for actor in one} & {sides[actor] for actor in other} or set(one) & set(other))


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
