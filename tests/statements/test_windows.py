"""Windows hold every word once, whole paragraphs where they fit, and know the quotation marks."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from communique.parse import find_paragraphs, find_quotes
from communique.statements.features import BEGINS, OPEN, OPENING, mark_quotations
from communique.statements.windows import Window, cut_windows


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    vocabulary = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "talks": 3, "##s": 4, "talk": 5, "he": 6, "said": 7}
    built = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    built.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return built


def cut(text: str, tokenizer: Tokenizer, longest: int = 256) -> list[Window]:
    paragraphs = find_paragraphs(text)
    channels = [mark_quotations(text, find_quotes(text, paragraphs)), bytearray([BEGINS[1]]) * (len(text) + 1)]
    return list(cut_windows(text, paragraphs, channels, tokenizer, longest=longest))


def test_a_paragraph_ends_with_a_separator(tokenizer: Tokenizer) -> None:
    (window,) = cut("he said\n\ntalks", tokenizer)
    assert window.ids == (1, 6, 7, 2, 3, 2)
    assert window.words == ((0, 2), (3, 7), (9, 14))
    assert window.starts == (1, 2, 4)
    assert len(window.marks) == len(window.ids)


def test_every_piece_has_the_features_of_its_word_and_separators_have_none(tokenizer: Tokenizer) -> None:
    (window,) = cut("“talks", tokenizer)
    assert [mark[:2] for mark in window.marks] == [BEGINS[:2], (OPENING, BEGINS[1]), (OPEN, BEGINS[1]), BEGINS[:2]]


def test_paragraphs_go_together_while_they_fit(tokenizer: Tokenizer) -> None:
    windows = cut("he said\nhe said\nhe said", tokenizer, longest=7)
    assert [len(window.words) for window in windows] == [4, 2]


@pytest.mark.parametrize("text", ["he said. " * 9 + "He said talks. " * 9, "he " * 100, "(" * 300, "a\nb\n" * 50])
def test_every_word_lies_in_one_window_and_none_is_too_long(tokenizer: Tokenizer, text: str) -> None:
    windows = cut(text, tokenizer, longest=16)
    assert all(len(window.ids) <= 16 for window in windows)
    spans = [span for window in windows for span in window.words]
    assert spans == sorted(set(spans))
    assert "".join(text[start:end] for start, end in spans) == "".join(text.split())


def test_nothing_is_cut_from_nothing(tokenizer: Tokenizer) -> None:
    assert cut(" \n ", tokenizer) == []
