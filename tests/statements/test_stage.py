"""The stage as a whole: pure, exact, and calm about any text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.models.language import load_language
from communique.parse import parse
from communique.statements import find_statements
from communique.types import Article, MadeBy, Record

PIECES = [
    '"',
    "“",
    "”",
    "'",
    "''",
    "Ode",
    "said",
    "he",
    "told",
    "reporters",
    "that",
    "according",
    "to",
    ",",
    ".",
    ":",
    "\n",
    "who",
    "claimed",
]


def record_of_text(text: str) -> Record:
    article = Article(id="test", text=text)
    return find_statements(parse(article, load_language()), Record(article=article, made_by=MadeBy(communique="test")))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_mangled_speech_gives_exact_spans(text: str) -> None:
    record = record_of_text(text)
    for number, statement in enumerate(record.statements, 1):
        assert statement.id == f"s{number}"
        for phrase in (statement.speaker, statement.cue, *statement.content):
            assert phrase is None or text[phrase.span[0] : phrase.span[1]] == phrase.text
        assert all(phrase.text.strip() for phrase in statement.content)


@pytest.mark.parametrize("text", ["", "word", '"' * 50, "(" * 3000, "said " * 300, "“" * 40 + "\n" + "”" * 40])
def test_hostile_texts_raise_nothing(text: str) -> None:
    assert record_of_text(text) == record_of_text(text)


def test_statements_come_in_the_order_of_the_text(record_of: Callable[..., Record]) -> None:
    text = 'Ode said he was well. "It is over," the judge said. According to police, nobody fled.'
    statements = record_of(text, stages=["statements"]).statements
    starts = [statement.content[0].span[0] for statement in statements]
    assert starts == sorted(starts) and len(starts) == 3
