"""Records built by hand from sentences of our own: what the exports are tried on.

`lake_talks` is a small whole record with every kind of entry; `build` has the functions that make records and their parts.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from communique.types import (
    Actor,
    Article,
    DateExpression,
    Event,
    Furniture,
    Gap,
    Issue,
    MadeBy,
    Mention,
    Phrase,
    Place,
    Position,
    Reason,
    Record,
    Statement,
    When,
)

TEXT = """Lake talks break up without a deal
Advertisement
Talks between Arland and Borduria ended without any agreement on Thursday.
“They wanted the tariffs lifted at once, and we could not do that,” President Ana Sato said in Geneva. \
“We are ready to open the dam if they withdraw.”
Bordurian officials said the offer was “an insult”.
The two leaders will meet again in May.
Copyright The Lake Courier."""


def at(words: str, text: str = TEXT, nth: int = 0) -> tuple[int, int]:
    """Span of the nth occurrence of words in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def phrase(words: str, text: str = TEXT, nth: int = 0) -> Phrase:
    return Phrase(text=words, span=at(words, text, nth))


def statement(number: int, *content: str, text: str = TEXT, **fields: Any) -> Statement:
    values = {"kind": "direct", "confidence": 0.9, "by": "statements.rules.v1", **fields}
    return Statement(id=f"s{number}", content=tuple(phrase(part, text) for part in content), **values)


def event(number: int, type: str, trigger: str, text: str = TEXT, **fields: Any) -> Event:
    values = {"status": "happened", "quad": "verbal cooperation", "confidence": 0.8, "by": "events.rules.v1", **fields}
    return Event(id=f"e{number}", type=type, trigger=phrase(trigger, text), **values)  # type: ignore[arg-type]


def position(number: int, party: str, stance: str, issue: str, evidence: str, text: str = TEXT, **fields: Any) -> Position:
    values = {"confidence": 0.7, "by": "positions.rules.v1", **fields}
    where = phrase(evidence, text)
    return Position(id=f"p{number}", party=party, stance=stance, issue=Issue(label=issue), evidence=where, **values)  # type: ignore[arg-type]


def record(text: str = TEXT, **fields: Any) -> Record:
    """A record with nothing but its text and what is given: fields of the record or of its article."""
    names = {"title", "published", "publisher", "url", "furniture", "id", "authors"} & fields.keys()
    article = Article(**{"id": "test", "text": text, **{name: fields.pop(name) for name in sorted(names)}})
    return Record(article=article, made_by=MadeBy(communique="0"), **fields)


@pytest.fixture(scope="session")
def build() -> SimpleNamespace:
    return SimpleNamespace(record=record, statement=statement, event=event, position=position, at=at, phrase=phrase, text=TEXT)


@pytest.fixture(scope="session")
def lake_talks() -> Record:
    """Nested and overlapping: an actor in a position in a statement."""
    thursday = When(start="2024-03-14", end="2024-03-14", span=at("Thursday"))
    sato = Mention(text="President Ana Sato", span=at("President Ana Sato"), actor="a3", name="Ana Sato")
    geneva = Place(text="Geneva", span=at("Geneva"), name="Geneva", country="CHE", lat=46.2, lon=6.1, by="places.gazetteer.v1")
    return record(
        title="Lake talks break up without a deal",
        publisher="The Lake Courier",
        published="2024-03-15",
        url="https://courier.example/lake",
        furniture=(
            Furniture(kind="advert", span=at("Advertisement")),
            Furniture(kind="copyright", span=at("Copyright The Lake Courier.")),
        ),
        actors=(
            Actor(id="a1", name="Arland", kind="state", sector="GOV", mentions=(at("Arland"), at("we", nth=1), at("We"))),
            Actor(id="a2", name="Borduria", kind="state", sector="GOV", mentions=(at("Borduria"), at("They"), at("they"))),
            Actor(id="a3", name="Ana Sato", kind="person", role="president", mentions=(at("President Ana Sato"),)),
        ),
        statements=(
            statement(
                1,
                "“They wanted the tariffs lifted at once, and we could not do that,”",
                "“We are ready to open the dam if they withdraw.”",
                speaker=sato,
                cue=phrase("said"),
                when=thursday,
                place=geneva,
                why=Reason(rule="cue-verb", words=(at("said"),)),
            ),
            statement(2, "the offer was “an insult”", kind="mixed", cue=phrase("said", nth=1), confidence=0.4),
        ),
        dates=(day("Thursday", "2024-03-14"), day("May")),
        places=(geneva,),
        events=(
            event(1, "REJECT", "ended without any agreement", actors=("a1", "a2"), when=thursday, quad="verbal conflict"),
            event(2, "CONSULT", "meet", actors=("a1", "a2"), status="planned"),
        ),
        positions=(
            position(
                1,
                "a2",
                "demands",
                "lifting the tariffs",
                "They wanted the tariffs lifted at once",
                told_in="s1",
                toward="a1",
            ),
            position(2, "a1", "refuses", "lifting the tariffs", "we could not do that", voice="a3", told_in="s1"),
            position(
                3,
                "a1",
                "offers",
                "opening the dam",
                "We are ready to open the dam if they withdraw",
                voice="a3",
                told_in="s1",
                condition=phrase("if they withdraw"),
            ),
        ),
        gaps=(Gap(stage="places", reason="two towns of that name"),),
    )


def day(words: str, value: str | None = None) -> DateExpression:
    return DateExpression(text=words, span=at(words), type="DATE", value=value, start=value, end=value, by="dates.rules.v1")
