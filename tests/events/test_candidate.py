"""A detector of another make: its candidates are joined, dated and told apart like the rules' own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.events import Find, candidate, with_detector
from communique.lookup import Lookup
from communique.parse import Doc
from communique.types import Actor, MadeBy, Record


def record_with(doc: Doc, *names: str) -> Record:
    actors = tuple(
        Actor(id=f"a{i}", name=name, kind="state", mentions=((start := doc.article.text.index(name), start + len(name)),))
        for i, name in enumerate(names, start=1)
    )
    return Record(article=doc.article, made_by=MadeBy(communique="test"), actors=actors)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Peru struck Chile.", "struck", "happened"),
        ("Peru will strike Chile.", "strike", "planned"),
        ("Peru may carry out a strike on Chile.", "strike", "hypothetical"),
    ],
)
def test_status_is_the_texts(parsed: Callable[..., Doc], text: str, word: str, status: str) -> None:
    doc = parsed(text)
    token = next(token for token in doc.tokens if token.text == word)

    def detector(doc: Doc, record: Record, lookup: Lookup) -> list[Find]:
        return [candidate(token, "ASSAULT", ("a1",), ("a2", "a1"), confidence=0.51)]

    (event,) = with_detector(doc, record_with(doc, "Peru", "Chile"), detector, maker="events.learned.v1").events
    assert (event.type, event.actors, event.recipients, event.status) == ("ASSAULT", ("a1",), ("a2",), status)
    assert (event.confidence, event.by, event.trigger.text) == (0.51, "events.learned.v1", word)


def test_candidates_are_joined(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Peru struck Chile. The raid shook the town.")
    tokens = {token.text: token for token in doc.tokens}

    def detector(doc: Doc, record: Record, lookup: Lookup) -> list[Find]:
        return [candidate(tokens["struck"], "ASSAULT", ("a1",), ("a2",)), candidate(tokens["raid"], "ASSAULT", (), weak=True)]

    (event,) = with_detector(doc, record_with(doc, "Peru", "Chile"), detector).events
    assert event.why is not None
    assert len(event.why.words) == 2
