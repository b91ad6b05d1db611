"""Records with actors and statements made by hand, so that these tests ask only what this room does."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.types import Actor, MadeBy, Mention, Phrase, Record, Statement

Who = dict[str, tuple[str, str | None, str | None, tuple[str, ...]]]


@pytest.fixture(scope="session")
def made(parsed: Callable[..., Doc]) -> Callable[..., tuple[Doc, Record]]:
    """made(text, {"Chad": ("state", "TCD", None, ("Chad",))}, said=[("we will go", "Chad")]) -> Doc, Record.

    Actors are name -> kind, country, sector, words of their mentions; `said` is content -> speaker's name.
    """

    def build(
        text: str, who: Who, said: tuple[tuple[str, str], ...] = (), roles: dict[str, str] | None = None
    ) -> tuple[Doc, Record]:
        doc = parsed(text)
        actors = tuple(
            Actor(
                id=f"a{i}",
                name=name,
                kind=kind,  # type: ignore[arg-type]
                country=country,
                sector=sector,  # type: ignore[arg-type]
                role=(roles or {}).get(name),
                mentions=tuple(m.span() for word in words for m in re.finditer(rf"\b{re.escape(word)}\b", text)),
            )
            for i, (name, (kind, country, sector, words)) in enumerate(who.items(), 1)
        )
        ids = {actor.name: actor.id for actor in actors}
        statements = tuple(_statement(text, i, content, speaker, ids) for i, (content, speaker) in enumerate(said, 1))
        return doc, Record(article=doc.article, actors=actors, statements=statements, made_by=MadeBy(communique="test"))

    return build


def _statement(text: str, i: int, content: str, speaker: str, ids: dict[str, str]) -> Statement:
    start = text.index(content)
    return Statement(
        id=f"s{i}",
        kind="indirect",
        speaker=Mention(text=speaker, span=(0, 1), actor=ids[speaker]),
        content=(Phrase(text=content, span=(start, start + len(content))),),
        confidence=1.0,
        by="statements.test.v1",
    )
