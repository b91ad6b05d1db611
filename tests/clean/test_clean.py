from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.clean import clean, find_furniture
from communique.types import Article

REPORT = """Norland and Sudland fail to agree on fishing rights
By Ada Holm
HOLMSTAD, March 4 (Fjord Wire) -- Norland's foreign minister said on Monday that her country would not accept the offer.
{mosads}“We asked for one thing,” she told reporters. “They wanted the tariffs lifted first, and we could not do that.”
No deal on cod
The minister greets fishermen in the harbour. (Jon Berg/Reuters)
Sudland's president rejected her account, and called on Norland to return to the talks within a week.
READ MORE: What the treaty says about cod
A second round of talks, planned for Friday in Geneva, was cancelled, officials of both countries said.
Updated at 7:15 a.m.
Copyright 2023 Fjord Media Inc. All rights reserved. This material may not be published. Regular the fjord posts"""


def marked(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(mark.kind, text[slice(*mark.span)]) for mark in find_furniture(text, title=title)]


def test_everything_but_the_story_is_marked() -> None:
    assert marked(REPORT) == [
        ("byline", "By Ada Holm"),
        ("dateline", "HOLMSTAD, March 4 (Fjord Wire) --"),
        ("advert", "{mosads}"),
        ("caption", "The minister greets fishermen in the harbour. (Jon Berg/Reuters)"),
        ("related", "READ MORE: What the treaty says about cod"),
        ("update", "Updated at 7:15 a.m."),
        ("copyright", "Copyright 2023 Fjord Media Inc. All rights reserved. This material may not be published."),
        ("tail", "Regular the fjord posts"),
    ]


def test_only_marks_language_and_update_are_added() -> None:
    article = Article(id="r", text=REPORT, title="T", published="2019-03-04")
    done = clean(article)
    assert (done.text, done.title, done.published) == (REPORT, "T", "2019-03-04")
    assert (done.language, done.updated) == ("en", "Updated at 7:15 a.m.")


def test_what_is_known_is_kept() -> None:
    done = clean(Article(id="r", text=REPORT, language="nn", updated="2019-03-05"))
    assert (done.language, done.updated) == ("nn", "2019-03-05")


def test_a_headline_is_story_whatever_it_looks_like() -> None:
    text = "Read more: how a book divided two countries\nThe two ministers met on Monday and talked about the book."
    assert [kind for kind, _ in marked(text)] == ["related"]
    assert marked(text, title="Read more: how a book divided two countries") == []


def test_a_bare_name_under_the_headline_is_its_source() -> None:
    story = "The two ministers met on Monday for the third time in a year, and agreed on nothing."
    text = f"Ministers fail to agree on cod\nHarbour Wire\n{story}"
    assert marked(text, title="Ministers fail to agree on cod") == [("byline", "Harbour Wire")]
    assert marked(text) == []


def test_a_year_in_a_copyright_line_is_no_date() -> None:
    assert clean(Article(id="r", text=REPORT)).published is None


PIECES = st.sampled_from(
    [*REPORT.split("\n"), "(", "“", "Photo", "1/9 a", "A-", "\n", "\r\n", " ", "(CNN)", "©", "Reuters", "said"]
)


@given(st.lists(PIECES, max_size=30).map(" \n".join) | st.text(max_size=300))
def test_spans_are_inside_sorted_and_apart_for_any_text(text: str) -> None:
    article = clean(Article(id="r", text=text))
    at = 0
    for mark in article.furniture:
        start, end = mark.span
        assert at <= start < end <= len(text)
        at = end
    assert clean(Article(id="r", text=text)) == article


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000,
        "A-" * 50_000,
        "A " * 50_000,
        "John Smith/" * 10_000,
        "Copyright 2020\n" * 10_000,
        "1/9 a\n" * 10_000,
        "1:11 pm - " * 10_000,
        "x" * 100_000,
        (" in this photo from" * 130 + "\n") * 50,
        ("Credit John Smith/Reuters (Getty) " * 14 + "\n") * 200,
    ],
    ids=range(10),
)
def test_time_is_linear_in_hostile_text(text: str) -> None:
    start = time.process_time()
    clean(Article(id="r", text=text))
    assert time.process_time() - start < 3
