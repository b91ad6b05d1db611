"""Who may be party to an event: the mentions around its word, and what joins each to it (path, rules, statement, place)."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from spacy.tokens import Token

from communique.events.find import Find
from communique.lookup import Lookup
from communique.parse import Doc
from communique.types import Record
from communique.vocabulary import Span

ROWS = 4096
# Characters on each side of an event's word in which parties are looked for, and how many mentions there may be.
REACH = 700
MOST = 24
# How many of the actors that are named most may be party to an event anywhere.
OFTEN = 3
_LONGEST_PATH = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor, by their head."""

    actor: str
    span: Span
    head: Token


@dataclass(frozen=True, slots=True)
class Link:
    """An actor's mention as a possible party. `span` is None for a speaker who is not named near."""

    actor: str
    span: Span | None
    features: tuple[int, ...]


@cache
def row(feature: str) -> int:
    """The row of a feature in the table of vectors."""
    return crc32(feature.encode()) % ROWS


class Mentions:
    """All mentions of a record in the order of the text."""

    def __init__(self, doc: Doc, record: Record, lookup: Lookup, found: Sequence[Find] = ()) -> None:
        spans = sorted({(span, actor.id) for actor in record.actors for span in actor.mentions})
        self._all = [Mention(actor, span, _head(doc, span)) for span, actor in spans]
        self._starts = [mention.span[0] for mention in self._all]
        self._lookup = lookup
        self._known = known(record, found)
        self._ranked = _ranked(record)
        self._often = [actor for actor, rank in self._ranked.items() if rank < OFTEN]

    def links(self, token: Token, find: Find | None, cues: Mapping[int, str]) -> list[Link]:
        """Possible parties of an event at a word; `find` is what the rules found there."""
        near = self._near(token)
        statement = self._lookup.statement_at(token.idx)
        speaker = statement.speaker.actor if statement is not None and statement.speaker is not None else None
        own = cues.get(token.idx)
        chain = _chain(token)
        links = []
        for mention in near:
            features = [*_between(token, mention, chain), *self._of_actor(mention.actor, find, speaker, own)]
            links.append(Link(mention.actor, mention.span, tuple(row(feature) for feature in features)))
        absent = [actor for actor in dict.fromkeys((speaker, own, *self._often)) if actor in self._lookup.actors]
        for actor in absent:
            if actor is not None and all(link.actor != actor for link in links):
                features = ["far", *self._of_actor(actor, find, speaker, own)]
                links.append(Link(actor, None, tuple(row(feature) for feature in features)))
        return links

    def _near(self, token: Token) -> Sequence[Mention]:
        first = bisect_left(self._starts, token.idx - REACH)
        last = bisect_left(self._starts, token.idx + REACH)
        near = [mention for mention in self._all[first:last] if mention.actor in self._lookup.actors]
        if len(near) > MOST:
            near = sorted(sorted(near, key=lambda m: abs(m.span[0] - token.idx))[:MOST], key=lambda m: m.span)
        return near

    def _of_actor(self, identity: str, find: Find | None, speaker: str | None, own: str | None) -> Iterator[str]:
        actor = self._lookup.actors[identity]
        yield f"kind={actor.kind}"
        yield f"sector={actor.sector}"
        if find is not None:
            acts, suffers = identity in find.actors, identity in find.recipients
            yield f"rules={'actor' if acts else 'recipient' if suffers else 'other'}"
            yield f"rules-of={find.type}{'actor' if acts else 'recipient' if suffers else 'other'}"
        else:
            yield "rules=silent"
        yield f"rank={self._ranked[identity]}"
        yield from self._known.get(identity, ())
        if identity == speaker:
            yield "speaks"
        if identity == own:
            yield "says-this"


def known(record: Record, found: Sequence[Find]) -> dict[str, list[str]]:
    """What the rules know of each actor in the whole report: whether most events of a type are its own, or done to it."""
    sides: dict[str, Counter[str]] = {}
    for find in found:
        for side, actors in (("does", find.actors), ("suffers", find.recipients)):
            sides.setdefault(f"{side}={find.type}", Counter()).update(actors)
    out: dict[str, list[str]] = {}
    for name, counts in sides.items():
        total = sum(counts.values())
        for actor, count in sorted(counts.items()):
            if 2 * count >= total:
                out.setdefault(actor, []).append(f"mostly-{name}")
    return out


def _ranked(record: Record) -> dict[str, int]:
    """Actors by how often they are named: 0 for the one named most, 7 for the eighth and all after."""
    order = sorted(record.actors, key=lambda actor: -len(actor.mentions))
    return {actor.id: min(7, place) for place, actor in enumerate(order)}


def _head(doc: Doc, span: Span) -> Token:
    words = doc.words(span)
    first, last = words.start, words.end
    for token in words:
        if not first <= token.head.i < last:
            return token
    return words[-1]


def _chain(token: Token) -> dict[int, int]:
    """Words from the token up to the root of its sentence, with the steps to each."""
    steps: dict[int, int] = {}
    for step in range(_LONGEST_PATH):
        steps[token.i] = step
        if token.head is token:
            break
        token = token.head
    return steps


def _between(token: Token, mention: Mention, chain: Mapping[int, int]) -> Iterator[str]:
    apart = mention.head.i - token.i
    side = "after" if apart > 0 else "before"
    yield f"{side}{min(6, abs(apart).bit_length())}"
    yield f"dep={mention.head.dep_}"
    if mention.head.pos_ == "PRON":
        yield "pronoun"
    if mention.span[0] <= token.idx < mention.span[1]:
        yield "inside"
    path = _path(token, mention.head, chain)
    if path is None:
        same = token.sent.start <= mention.head.i < token.sent.end
        yield "apart" if same else "elsewhere"
        return
    yield f"path={path}"
    yield f"path={path}&{token.pos_}"
    yield f"path={path}&{side}"
    if token.dep_ in {"acl", "relcl"} or any(child.dep_ == "auxpass" for child in token.lefts):
        yield f"path={path}&passive"


def _path(token: Token, head: Token, chain: Mapping[int, int]) -> str | None:
    """Labels from the word up to where both meet, and down to the mention; None where they do not meet soon."""
    down: list[str] = []
    current = head
    for _ in range(_LONGEST_PATH):
        if (steps := chain.get(current.i)) is not None:
            up: list[str] = []
            for _ in range(steps):
                up.append(token.dep_)
                token = token.head
            return f"{'<'.join(up)}^{'>'.join(reversed(down))}"
        down.append(f"{current.dep_}:{current.lower_}" if current.dep_ in {"prep", "agent", "dative"} else current.dep_)
        if current.head is current:
            return None
        current = current.head
    return None
