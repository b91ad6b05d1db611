"""Pronouns inside what is said, by who says it: I is the speaker, we the speaker's side, they the one other side.

Runs after the statements, on quoted words only; `you` is left alone. A third person is resolved where the words around
name exactly one candidate beside the speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass, replace

from communique.actors.first_names import first_names
from communique.actors.pronoun_words import GENDERS, pronouns, reflexives
from communique.actors.speakers import name_speakers
from communique.lookup import Lookup
from communique.parse import Doc
from communique.types import Actor, Record, Statement
from communique.vocabulary import Span

_THINGS = frozenset({"it", "its", "itself"})
_WORD = re.compile(rf"\b(?:{'|'.join(word for word in pronouns() if word not in _THINGS)})\b", re.IGNORECASE)
# How far back, in characters, the words around a pronoun reach: two or three sentences.
_AROUND = 400
_OFFICIALS = frozenset({"GOV", "MIL", "LEG"})


def find_voices(doc: Doc, record: Record) -> Record:
    """The record with mentions for pronouns in direct and mixed statements; the innermost statement's speaker counts.

    Sources that are still unnamed are looked up first (`communique.actors.speakers`).
    """
    record = name_speakers(doc, record)
    lookup = Lookup(record)
    scene = _Scene(record, lookup)
    owners: dict[Span, list[str]] = {}
    for actor in record.actors:
        for span in actor.mentions:
            owners.setdefault(span, []).append(actor.id)
    changes = _Changes({}, {})
    for match in _WORD.finditer(doc.article.text):
        person, span = pronouns()[match.group().lower()], match.span()
        statement = lookup.statement_at(match.start())
        speaker = statement.speaker.actor if statement and statement.speaker else None
        if match.group() in {"US", "i"} or _completed(doc.article.text, span):
            continue
        if statement is None or speaker not in lookup.actors or not _quoted(doc, statement, match.start()):
            continue
        if span in owners:
            if person not in GENDERS or owners[span] != [speaker] or match.group().lower() in reflexives():
                continue
            # Nobody calls himself "he": the pronouns' own rules did not know yet who says it.
            changes.lost.setdefault(speaker, set()).add(span)
            scene.forget(span, speaker)
        begun = min(part.span[0] for part in statement.content)
        meant = scene.meant(person, lookup.actors[speaker or ""], match.start(), begun)
        if meant is not None:
            changes.added.setdefault(meant, set()).add(span)
            if person in GENDERS:
                scene.remember(span, meant)
    return replace(record, actors=tuple(changes.made(actor) for actor in record.actors))


@dataclass(frozen=True, slots=True)
class _Changes:
    """Mentions that actors get and lose, by the actors' ids."""

    added: dict[str, set[Span]]
    lost: dict[str, set[Span]]

    def made(self, actor: Actor) -> Actor:
        """The actor with its changes; itself where there are none."""
        added, lost = self.added.get(actor.id, set()), self.lost.get(actor.id, set())
        return replace(actor, mentions=tuple(sorted({*actor.mentions, *added} - lost))) if added or lost else actor


def _completed(text: str, span: Span) -> bool:
    """`[I]f`, `[h]e`: letters in brackets begin a longer word."""
    return (
        text[max(0, span[0] - 1) : span[0]] == "["
        and text[span[1] : span[1] + 1] == "]"
        and text[span[1] + 1 : span[1] + 2].isalpha()
    )


def _quoted(doc: Doc, statement: Statement, offset: int) -> bool:
    return statement.kind == "direct" or statement.kind == "mixed" and doc.quote_at(offset) is not None


class _Scene:
    """Who is mentioned where, and which side everybody is on."""

    def __init__(self, record: Record, lookup: Lookup) -> None:
        self._lookup = lookup
        self._states = {actor.country: actor.id for actor in reversed(record.actors) if actor.kind == "state" and actor.country}
        self._bodies = [actor for actor in record.actors if actor.kind == "organization"]
        self._mentions = sorted((span[0], span[1], actor.id) for actor in record.actors for span in actor.mentions)

    def meant(self, person: str, speaker: Actor, offset: int, begun: int) -> str | None:
        """The id of the actor that a pronoun means in what a speaker says from `begun` on; None where that is not clear."""
        if person == "self":
            return speaker.id if speaker.kind in {"person", "office", "group"} else None
        if person == "side":
            return self.side(speaker)
        around = self._named(max(0, offset - _AROUND), offset)
        if person == "p" and self._several(offset):
            return None
        if person == "p":
            return self._other_side(speaker, around)
        others = [a for a in around if _may_be(a, person, speaker)]
        spoken_of = [a for a in self._named(begun, offset) if _may_be(a, person, speaker)]
        return spoken_of[-1].id if spoken_of else others[0].id if len(others) == 1 else None

    def forget(self, span: Span, actor: str) -> None:
        """Takes a mention away."""
        self._mentions.remove((span[0], span[1], actor))

    def remember(self, span: Span, actor: str) -> None:
        """Adds a mention."""
        insort(self._mentions, (span[0], span[1], actor))

    def side(self, actor: Actor) -> str:
        """The state of an office holder, the organisation that somebody's role names, else the actor."""
        if actor.kind in {"person", "office", "organization"} and actor.sector in _OFFICIALS and actor.country in self._states:
            return self._states[actor.country]
        if actor.kind == "person" and actor.role:
            named = [body for body in self._bodies if body.name.lower() in actor.role.lower()]
            if named:
                return max(named, key=lambda body: len(body.name)).id
        return actor.id

    def _named(self, start: int, end: int) -> list[Actor]:
        """Who is mentioned between two places, each once, in the order of the last mentions."""
        first, last = bisect_left(self._mentions, (start, 0, "")), bisect_left(self._mentions, (end, 0, ""))
        ids = dict.fromkeys(id for _, _, id in reversed(self._mentions[first:last]))
        return [self._lookup.actors[id] for id in reversed(ids)]

    def _several(self, offset: int) -> bool:
        """Whether somebody is mentioned around together with others (`the two leaders`): they may be meant."""
        first = bisect_left(self._mentions, (max(0, offset - _AROUND), 0, ""))
        last = bisect_left(self._mentions, (offset, 0, ""))
        spans = [(start, end) for start, end, _ in self._mentions[first:last]]
        return len(set(spans)) < len(spans)

    def _other_side(self, speaker: Actor, around: list[Actor]) -> str | None:
        own = self.side(speaker)
        if self._lookup.actors[own].kind != "state" or any(actor.kind == "group" for actor in around):
            return None
        others = {self.side(actor) for actor in around} - {own, speaker.id}
        states = {id for id in others if self._lookup.actors[id].kind == "state"}
        return min(states) if len(states) == 1 else None


def _may_be(actor: Actor, gender: str, speaker: Actor) -> bool:
    return actor.kind == "person" and actor.id != speaker.id and _gender(actor) in {gender, None}


def _gender(actor: Actor) -> str | None:
    return first_names().get(actor.name.split()[0].lower()) if actor.name.split() else None
