"""Records with actors that the test names, so that events are tested apart from how actors are found."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from communique.events import find_events_by_rules
from communique.parse import Doc
from communique.types import Actor, DateExpression, Event, MadeBy, Mention, Phrase, Place, Record, Statement


@dataclass(frozen=True)
class Told:
    """Events of a text with their parties as names."""

    record: Record

    def parties(self, ids: tuple[str, ...]) -> list[str]:
        names = {actor.id: actor.name for actor in self.record.actors}
        return [names[identity] for identity in ids]

    @property
    def events(self) -> tuple[Event, ...]:
        return self.record.events

    @property
    def rows(self) -> list[tuple[str, list[str], list[str]]]:
        return [(event.type, self.parties(event.actors), self.parties(event.recipients)) for event in self.events]


def find_phrase(text: str, words: str) -> Phrase:
    start = text.index(words)
    return Phrase(text=words, span=(start, start + len(words)))


def name_actors(text: str, names: str) -> tuple[Actor, ...]:
    """`Peru Chile=person the police=organization/COP` -> one actor each, mentioned wherever the name stands."""
    found = []
    for number, spec in enumerate((part.strip() for part in names.split(",")), start=1):
        name, _, rest = spec.partition("=")
        kind, _, sector = rest.partition("/")
        mentions = tuple(match.span() for match in re.finditer(rf"\b{re.escape(name)}\b", text))
        found.append(Actor(id=f"a{number}", name=name, kind=kind or "state", sector=sector or None, mentions=mentions))  # type: ignore[arg-type]
    return tuple(found)


@pytest.fixture(scope="session")
def told(parsed: Callable[..., Doc]) -> Callable[..., Told]:
    """told("Peru met Chile.", "Peru, Chile", said=[("Peru", "content", "said")], dates={...}, places=[...]) -> Told."""

    def build(
        text: str,
        names: str,
        *,
        said: list[tuple[str, str, str]] | None = None,
        dates: dict[str, str] | None = None,
        places: list[str] | None = None,
        published: str | None = None,
    ) -> Told:
        doc = parsed(text, **({"published": published} if published else {}))
        actors = name_actors(text, names)
        ids = {actor.name: actor.id for actor in actors}
        statements = tuple(
            Statement(
                id=f"s{number}",
                kind="indirect",
                speaker=Mention(text=who, span=find_phrase(text, who).span, actor=ids[who]),
                cue=find_phrase(text, cue),
                content=(find_phrase(text, what),),
                confidence=1.0,
                by="test.rules.v1",
            )
            for number, (who, what, cue) in enumerate(said or [], start=1)
        )
        record = Record(
            article=doc.article,
            made_by=MadeBy(communique="test"),
            actors=actors,
            statements=statements,
            dates=tuple(
                DateExpression(
                    text=words, span=find_phrase(text, words).span, type="DATE", start=day, end=day, by="test.rules.v1"
                )
                for words, day in (dates or {}).items()
            ),
            places=tuple(
                Place(text=words, span=find_phrase(text, words).span, name=words, by="test.rules.v1") for words in places or []
            ),
        )
        return Told(find_events_by_rules(doc, record))

    return build
