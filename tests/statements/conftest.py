"""Statements of a text by rules alone, so that these tests do not depend on what a model has learned."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from communique.pipeline import choose_stages, run
from communique.types import Article, Statement

_STAGES = ["actors", "statements", "voices", "dates", "places", "circumstances"]


@pytest.fixture(scope="session")
def told(nlp: Language) -> Callable[[str], tuple[Statement, ...]]:
    """told("Ode said it was over.") -> its statements, with days and places; published on Tuesday, 5 March 2019."""

    def build(text: str) -> tuple[Statement, ...]:
        article = Article(id="test", text=text, published="2019-03-05")
        return run(article, nlp, stages=choose_stages(_STAGES, model="rules"), explain=True).statements

    return build
