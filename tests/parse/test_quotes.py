"""Quotation marks of every style, balanced or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.parse import find_paragraphs, find_quotes


def quoted(text: str) -> list[str]:
    return [text[quote.inner[0] : quote.inner[1]].strip() for quote in find_quotes(text, find_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said: "We agree." Then he left.', ["We agree."]),
        ("“We agree,” he said. “We start now.”", ["We agree,", "We start now."]),
        ("''We agree,'' he said. ''We start now.''", ["We agree,", "We start now."]),
        ("``We agree,'' he said.", ["We agree,"]),
        ("«Nous sommes d'accord», he said.", ["Nous sommes d'accord"]),
        ("« We agree », he said.", ["We agree"]),
        ("„We agree,“ he said. „We start now.“", ["We agree,", "We start now."]),
        ("»We agree,« he said.", ["We agree,"]),
        ("”We agree,” he said.", ["We agree,"]),
        ("‚We agree,‘ he said.", ["We agree,"]),
        ("“We agree,“ he said.", ["We agree,"]),
        ("“We agree. ”He left.", ["We agree."]),
        ("The plan is 'unworkable' and 'unfair', they say.", ["unworkable", "unfair"]),
        ("The leaders' meeting isn't over.", []),
        ("It's the '90s again.", []),
        ("\"Is it 'over'?\" she asked.", ["Is it 'over'?", "over"]),
        ('The 6" pipe burst', []),
        ('""', []),
        ("", []),
    ],
)
def test_what_stands_in_quotation_marks(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


@pytest.mark.parametrize(
    ("text", "inner", "closed"),
    [
        ('He said: "We agree and', "We agree and", False),
        ('He said: "We agree"', "We agree", True),
        ("He said: “We agree. Then “we start.”", "We agree. Then", False),
    ],
)
def test_a_quotation_that_nothing_closes_ends_with_its_words(text: str, inner: str, closed: bool) -> None:
    first = find_quotes(text, find_paragraphs(text))[0]
    assert (text[first.inner[0] : first.inner[1]], first.closed) == (inner, closed)


def test_a_closing_mark_without_an_opening_one_is_ignored() -> None:
    assert quoted("We agree,” he said. “We start now.”") == ["We start now."]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '"We agree.\n\n"We start now," he said.\n"It is late," she said.'
    assert [(quote.continues, quote.closed) for quote in find_quotes(text, find_paragraphs(text))] == [
        (False, False),
        (True, True),
        (False, True),
    ]


def test_an_inner_quotation_has_depth_one() -> None:
    text = "“They told us ‘no’ twice,” he said."
    assert [quote.depth for quote in find_quotes(text, find_paragraphs(text))] == [0, 1]


@given(st.text(alphabet="ab .,\n\"'“”‘’`«»", max_size=60))
def test_any_marks_give_ordered_spans_inside_the_text(text: str) -> None:
    quotes = find_quotes(text, find_paragraphs(text))
    assert [quote.span[0] for quote in quotes] == sorted(quote.span[0] for quote in quotes)
    for quote in quotes:
        assert 0 <= quote.span[0] < quote.inner[0] <= quote.inner[1] <= quote.span[1] <= len(text)
