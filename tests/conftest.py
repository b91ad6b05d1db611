"""Fixtures that all rooms' tests share. Sentences in tests are our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings
from spacy.language import Language

from communique.models.language import load_language
from communique.parse import Doc, parse
from communique.pipeline import choose_stages, run
from communique.types import Article, Record

settings.register_profile("repeatable", derandomize=True, deadline=None, print_blob=False)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_language()


@pytest.fixture(scope="session")
def parsed(nlp: Language) -> Callable[..., Doc]:
    """parsed("Some text.", published="2019-02-28") -> Doc."""

    def build(text: str, **fields: str) -> Doc:
        return parse(Article(id="test", text=text, **fields), nlp)  # type: ignore[arg-type]

    return build


@pytest.fixture(scope="session")
def record_of(nlp: Language) -> Callable[..., Record]:
    """record_of("Some text.", stages=["actors", "statements"], published=...) -> Record, with reasons kept."""

    def build(text: str, *, stages: list[str] | None = None, **fields: str) -> Record:
        article = Article(id="test", text=text, **fields)  # type: ignore[arg-type]
        return run(article, nlp, stages=choose_stages(stages), explain=True)

    return build
