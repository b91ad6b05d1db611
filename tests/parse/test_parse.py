"""Furniture is blanked without moving a character; paragraphs and sentences lie where the layout says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from communique.parse import Doc, find_paragraphs, parse, story_text
from communique.types import Article, Furniture

TEXT = "{slot}Talks failed.\nCopyright 2023 X Inc.\nShe left."


def article() -> Article:
    marks = (Furniture(kind="advert", span=(0, 6)), Furniture(kind="copyright", span=(20, 41)))
    return Article(id="r", text=TEXT, furniture=marks)


def test_furniture_is_blank_and_nothing_moves() -> None:
    story = story_text(article())
    assert story == "      Talks failed.\n                     \nShe left."
    assert len(story) == len(TEXT)


def test_a_run_that_is_no_word_is_blank() -> None:
    assert story_text(Article(id="r", text="a " + "(" * 500 + " b")) == "a " + " " * 500 + " b"


def test_offsets_are_the_articles(nlp: Language) -> None:
    doc = parse(article(), nlp)
    assert [TEXT[t.idx : t.idx + len(t)] for t in doc.tokens if not t.is_space] == ["Talks", "failed", ".", "She", "left", "."]
    assert doc.text((6, 11)) == "Talks"
    assert doc.token_at(8).text == "Talks"
    assert doc.words((6, 18)).text == "Talks failed"


@pytest.mark.parametrize(
    ("text", "spans"),
    [("", ()), ("\n \n", ()), ("a", ((0, 1),)), (" a b \r\n\r\n c", ((1, 4), (10, 11))), ("a\u2028b", ((0, 1), (2, 3)))],
)
def test_paragraphs(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert find_paragraphs(text) == spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Talks end without deal\nThe envoys left.", ["Talks end without deal", "The envoys left."]),
        ("“We tried,” he said. “They left.” Nobody stayed.", ["“We tried,” he said.", "“They left.”", "Nobody stayed."]),
        ("“We tried. They left,” said Holm.", ["“We tried.", "They left,” said Holm."]),
    ],
)
def test_sentences(parsed: Callable[..., Doc], text: str, sentences: list[str]) -> None:
    assert [sentence.text.strip() for sentence in parsed(text).tokens.sents] == sentences
