"""Look-ups in a parsed report: offsets, paragraphs, quotations; what is furniture is out of sight."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language

from communique.parse import Doc, find_paragraphs, parse
from communique.types import Article, Furniture

TEXT = 'Ministers met.\n\n  "We agree," Ode said.'


def test_paragraphs_leave_out_white_space_at_both_ends() -> None:
    assert [TEXT[start:end] for start, end in find_paragraphs(TEXT)] == ["Ministers met.", '"We agree," Ode said.']


def test_token_at_finds_the_token_that_covers_a_character(parsed: Callable[..., Doc]) -> None:
    doc = parsed(TEXT)
    assert doc.token_at(TEXT.index("isters")).text == "Ministers"
    assert doc.token_at(len(TEXT) + 5).text == "."


def test_words_are_the_tokens_that_a_span_touches(parsed: Callable[..., Doc]) -> None:
    start = TEXT.index("gree")
    assert [token.text for token in parsed(TEXT).words((start, start + 2))] == ["agree"]


def test_paragraph_at(parsed: Callable[..., Doc]) -> None:
    doc = parsed(TEXT)
    assert [doc.paragraph_at(at) for at in (0, 14, TEXT.index("We"), len(TEXT))] == [0, 0, 1, 1]


def test_quote_at_is_the_outer_quotation(parsed: Callable[..., Doc]) -> None:
    doc = parsed("“They told us ‘no’ twice,” Ode said.")
    inside, outside = doc.quote_at(15), doc.quote_at(28)
    assert inside is not None and inside.depth == 0
    assert outside is None


def test_furniture_is_blanked_and_offsets_stay(nlp: Language) -> None:
    text = "Ministers met. ADVERT HERE They agreed."
    span = (text.index("ADVERT"), text.index(" They"))
    doc = parse(Article(id="test", text=text, furniture=(Furniture(kind="advert", span=span),)), nlp)
    assert "ADVERT" not in [token.text for token in doc.tokens]
    assert doc.text((doc.words((27, 31))[0].idx, 31)) == "They"
    assert doc.text(span) == "ADVERT HERE"
