"""What the tests of this room share: the actors of a text by name, and what the text calls them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from communique.types import Actor, Record


@dataclass(frozen=True)
class Found:
    """The actors of one text."""

    record: Record

    def __getitem__(self, name: str) -> Actor:
        matching = [actor for actor in self.record.actors if actor.name == name]
        assert len(matching) == 1, [actor.name for actor in self.record.actors]
        return matching[0]

    def names(self) -> list[str]:
        return [actor.name for actor in self.record.actors]

    def called(self, name: str) -> list[str]:
        text = self.record.article.text
        return [text[start:end] for start, end in self[name].mentions]


@pytest.fixture(scope="session")
def actors_of(record_of: Callable[..., Record]) -> Callable[..., Found]:
    """actors_of("Some text.", published="2019-02-28") -> Found."""

    def build(text: str, *, voices: bool = False, **fields: str) -> Found:
        stages = ["actors", "statements", "voices"] if voices else ["actors"]
        return Found(record_of(text, stages=stages, **fields))

    return build
