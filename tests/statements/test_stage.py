"""The stage as a whole: pure, exact, and calm about any text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import communique
from communique.errors import ModelError
from communique.models import store
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


@pytest.fixture
def unshipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installation without trained models."""
    monkeypatch.setattr(store, "_folder", lambda name: tmp_path / name)
    store.shipped.cache_clear()
    yield
    store.shipped.cache_clear()


@pytest.mark.usefixtures("unshipped")
def test_without_its_files_the_model_is_no_silent_rules() -> None:
    with pytest.raises(
        ModelError, match="'statements' is not part of this installation.*install communique again.*--model rules"
    ):
        record_of_text("Ode said it was over.")
    with pytest.raises(ModelError, match="'statements'"):
        communique.load()
    assert communique.load(model="rules").read("Ode said it was over.").statements
    assert communique.load(model="learned", stages=["dates"]).read("It was over.").statements == ()
