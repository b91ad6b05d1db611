"""Reports for a dossier's tests, made without reading: records with the entries that a test needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from communique.codec import encode
from communique.dossier.held import Held
from communique.types import Actor, Article, Event, Furniture, Issue, MadeBy, Mention, Phrase, Position, Record, Statement, When
from communique.world.states import state_names

TEXT = (
    "Norway walks out of fish talks\n"
    "Foreign Minister Ada Holm said on Monday that Norway would not accept the smaller quota.\n"
    "Iceland's delegation stayed in the hall after the Norwegians had left.\n"
    "Follow us for more news\n"
)


def build(id: str = "one", text: str = TEXT, **fields: str) -> Record:
    """A record with Holm and Norway, one statement, one event and one position, where the text has them."""
    article = Article(id=id, text=text, **fields)  # type: ignore[arg-type]
    empty = Record(article=article, made_by=MadeBy(communique="0"))
    if "Ada Holm said" not in text:
        return empty
    return Record(
        article=Article(
            id=id,
            text=text,
            furniture=(Furniture(kind="share", span=phrase(text, "Follow us for more news").span),),
            **fields,  # type: ignore[arg-type]
        ),
        actors=(
            Actor(id="a1", name="Ada Holm", kind="person", country="NOR", mentions=(phrase(text, "Ada Holm").span,)),
            Actor(id="a2", name="Norway", kind="state", country="NOR", mentions=(phrase(text, "Norway").span,)),
        ),
        statements=(
            Statement(
                id="s1",
                kind="indirect",
                speaker=Mention(actor="a1", **part(text, "Ada Holm")),
                content=(phrase(text, "that Norway would not accept the smaller quota"),),
                confidence=0.9,
                by="statements.rules.v1",
            ),
        ),
        events=(
            Event(
                id="e1",
                type="REJECT",
                actors=("a2",),
                trigger=phrase(text, "walks out"),
                status="happened",
                quad="verbal conflict",
                confidence=0.8,
                by="events.rules.v1",
            ),
        ),
        positions=(
            Position(
                id="p1",
                party="a2",
                voice="a1",
                stance="refuses",
                issue=Issue(label="the smaller quota"),
                evidence=phrase(text, "would not accept the smaller quota"),
                told_in="s1",
                confidence=0.8,
                by="positions.rules.v1",
            ),
        ),
        made_by=MadeBy(communique="0"),
    )


def part(text: str, words: str) -> dict[str, object]:
    start = text.index(words)
    return {"text": words, "span": (start, start + len(words))}


def phrase(text: str, words: str) -> Phrase:
    return Phrase(**part(text, words))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def made() -> Callable[..., Record]:
    """made(id, text, published=..., publisher=...) -> Record."""
    return build


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """written(records) -> a file of records, a line each."""

    def write(*records: Record, name: str = "records.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("".join(encode(one) + "\n" for one in records), encoding="utf-8")
        return path

    return write


STATES = {"Norway": "NOR", "Norwegian": "NOR", "Iceland": "ISL", "Icelandic": "ISL", "Chile": "CHL", "Peru": "PER"}


def hold(
    id: str,
    text: str,
    *,
    day: str = "2031-05-06",
    outlet: str | None = None,
    copy_of: str | None = None,
    story: str | None = "fish",
    people: Sequence[str] = (),
    said: Sequence[tuple[str | None, str]] = (),
    events: Sequence[tuple[str, str, str, str | None]] = (),
    positions: Sequence[tuple[str, str, str, str]] = (),
    status: str = "happened",
) -> Held:
    """A report of a dossier.

    `said`: (speaker, content); `events`: (trigger, type, actor, day); `positions`: (party, stance, issue,
    evidence). Actors are states by their codes and `people` by their names.
    """
    named = {name: STATES[name] for name in STATES if name in text}
    states = {
        code: [phrase(text, name).span for name in named if named[name] == code] for code in dict.fromkeys(named.values())
    }
    actors = [
        Actor(id=code, name=state_names()[code], kind="state", country=code, mentions=tuple(spans))
        for code, spans in states.items()
    ] + [Actor(id=name, name=name, kind="person", mentions=(phrase(text, name).span,)) for name in people if name in text]
    statements = tuple(
        Statement(
            id=f"s{i}",
            kind="direct" if content[0] in '\u201c"' else "indirect",
            speaker=Mention(actor=STATES.get(speaker, speaker), **part(text, speaker)) if speaker else None,
            content=(phrase(text, content),),
            confidence=0.9,
            by="statements.rules.v1",
        )
        for i, (speaker, content) in enumerate(said)
    )
    happened = tuple(
        Event(
            id=f"e{i}",
            type=type,  # type: ignore[arg-type]
            actors=(actor,) if actor else (),
            trigger=phrase(text, trigger),
            when=When(start=when, end=when) if when else None,
            status=status,  # type: ignore[arg-type]
            quad="verbal conflict",
            confidence=0.8,
            by="events.rules.v1",
        )
        for i, (trigger, type, actor, when) in enumerate(events)
    )
    stands = tuple(
        Position(
            id=f"p{i}",
            party=party,
            stance=stance,  # type: ignore[arg-type]
            issue=Issue(label=issue),
            evidence=phrase(text, evidence),
            confidence=0.8,
            by="positions.rules.v1",
        )
        for i, (party, stance, issue, evidence) in enumerate(positions)
    )
    record = Record(
        article=Article(id=id, text=text, published=day),
        actors=tuple(actors),
        statements=statements,
        events=happened,
        positions=stands,
        made_by=MadeBy(communique="0"),
    )
    return Held(id, record, date.fromisoformat(day), outlet or id, copy_of, story)


@pytest.fixture(scope="session")
def held() -> Callable[..., Held]:
    """held(id, text, day=, said=, events=, positions=, ...) -> Held."""
    return hold
