"""Sentences respect paragraphs and quotation marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Talks collapse\nThe two sides left on Friday.", ["Talks collapse", "The two sides left on Friday."]),
        ('The talks failed. "We tried," she said.', ["The talks failed.", '"We tried," she said.']),
        ('"We tried," Ms Ode said in Geneva.', ['"We tried," Ms Ode said in Geneva.']),
        ('She said: "We tried hard."', ['She said: "We tried hard."']),
        ('"We tried hard." Ms Ode left.', ['"We tried hard."', "Ms Ode left."]),
    ],
)
def test_where_sentences_begin(parsed: Callable[..., Doc], text: str, sentences: list[str]) -> None:
    assert [sent.text.strip() for sent in parsed(text).tokens.sents] == sentences
