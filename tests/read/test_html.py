from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from trafilatura import load_html

from communique.errors import ReadError
from communique.read.html import MAX_PAGE_BYTES, article_from_html, articles_from_html, published_day
from communique.types import Article

STORY = """<p>GENEVA (HP) - Ministers from four countries ended two days of talks on Thursday without agreement on a grain
corridor, officials said.</p><p>“We were close, but not close enough,” the foreign minister told reporters. He said that the
talks would go on.</p><p>Diplomats said a further meeting was planned for Monday. It was not clear who would attend it.</p>"""


def page(head: str = "", body: str = STORY, heading: str = "<h1>Ministers fail to agree on grain</h1>") -> bytes:
    navigation = '<nav><a href="/">Home</a> <a href="/w">World</a></nav>'
    footer = "<footer>Copyright 2023 Harbour Post. All rights reserved.</footer>"
    article = f"<article>{heading}{body}</article>"
    return f"<!doctype html><html><head>{head}</head><body>{navigation}{article}{footer}</body></html>".encode()


def read(data: bytes, **options: str) -> Article:
    return article_from_html(data, "page.html", 10_000, **options)


def test_text_is_headline_and_paragraphs_without_navigation() -> None:
    article = read(page())
    lines = article.text.split("\n")
    assert lines[0] == article.title == "Ministers fail to agree on grain"
    assert lines[1].startswith("GENEVA (HP) - Ministers from four countries") and lines[1].endswith("officials said.")
    assert len(lines) == 4 and "Home" not in article.text


def test_labels_above_the_headline_are_dropped() -> None:
    story = "Ministers ended talks on Thursday.<br><br>They said that they would meet again on Monday.<br>Nobody knows more."
    body = f"<ul><li><a href='/'>Home</a></li></ul><div><h1>Ministers fail to agree on grain</h1>{story}</div>"
    text = read(f"<html><head><title>Ministers fail to agree on grain</title></head><body>{body}</body></html>".encode()).text
    assert text.split("\n")[:2] == ["Ministers fail to agree on grain", "Ministers ended talks on Thursday."]


def test_quotation_elements_keep_their_marks() -> None:
    text = read(page(body=STORY + "<p>The aide said it was <q>a <b>bad</b> day</q> for fishermen on both sides.</p>")).text
    assert "The aide said it was “a bad day” for fishermen on both sides." in text


def test_lists_quotations_and_subheads_are_story_and_repeated_words_stay() -> None:
    extra = (
        "<h2>What they want</h2><ul><li>A quota of 40,000 tons</li></ul><p>“No.”</p>"
        "<blockquote><p>“We were not asked,” the aide wrote on Friday.</p></blockquote><p>“No.”</p>"
    )
    lines = read(page(body=STORY + extra + STORY.replace("four", "five"))).text.split("\n")
    assert {"What they want", "- A quota of 40,000 tons", "“We were not asked,” the aide wrote on Friday."} <= set(lines)
    assert lines.count("“No.”") == 2


def test_metadata_come_from_the_head() -> None:
    head = """<title>Ministers fail to agree on grain - Harbour Post</title>
    <meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ann Lee">
    <meta property="article:published_time" content="2019-02-28T21:00:00Z">
    <meta property="article:modified_time" content="2019-03-02T08:00:00Z">
    <link rel="canonical" href="https://harbour.example/grain">"""
    article = read(page(head))
    assert (article.title, article.publisher, article.authors) == (
        "Ministers fail to agree on grain",
        "Harbour Post",
        ("Ann Lee",),
    )
    assert (article.published, article.updated, article.url) == ("2019-02-28", "2019-03-02", "https://harbour.example/grain")


def test_the_name_of_the_site_is_no_part_of_the_headline() -> None:
    site = "<meta property='og:site_name' content='Harbour Post'>"
    head = f"<meta property='og:title' content='Ministers fail to agree on grain | Harbour Post'>{site}"
    assert read(page(head, heading="")).title == "Ministers fail to agree on grain"
    kept = f"<meta property='og:title' content='Grain talks fail – ministers blame the weather'>{site}"
    assert read(page(kept, heading="")).title == "Grain talks fail – ministers blame the weather"


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        ('<meta property="article:published_time" content="2019-02-28T21:00:00Z">', "2019-02-28"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-02-28"}</script>', "2019-02-28"),
        ('<article><time datetime="2019-02-28T10:00:00Z">today</time></article>', "2019-02-28"),
        ('<span itemprop="datePublished" content="2019-02-28">28 Feb</span>', "2019-02-28"),
        ("<footer>Copyright 2018 Harbour Post</footer>", None),
        ("<p>The treaty of 12 March 2014 was signed in Minsk. Copyright 2018.</p>", None),
        ('<aside><time datetime="2011-01-01">related</time></aside>', None),
        ('<meta property="article:published_time" content="2044-02-28">', None),
    ],
)
def test_days_come_from_metadata_only(markup: str, day: str | None) -> None:
    tree = load_html(f"<html><body>{markup}<p>Some words.</p></body></html>")
    assert published_day(tree, None, today=datetime(2024, 1, 1, tzinfo=UTC)) == day


def test_the_address_may_tell_the_day() -> None:
    tree = load_html("<html><body><p>Some words.</p></body></html>")
    today = datetime(2024, 1, 1, tzinfo=UTC)
    assert published_day(tree, "https://harbour.example/2019/02/28/grain.html", today=today) == "2019-02-28"


def test_wrongly_decoded_text_in_a_page_is_repaired_and_quotation_marks_kept() -> None:
    broken = STORY.replace("close enough,”", "close enough, Zürich said,”").replace(
        "Zürich", "Zürich".encode().decode("latin-1")
    )
    text = read(page(body=broken)).text
    assert "Zürich said,”" in text and "“We were" in text


def test_the_declared_encoding_is_used() -> None:
    story = STORY.replace("foreign minister", "minister Žižka of Łódź")
    data = page('<meta charset="iso-8859-2">', story.replace("“", '"').replace("”", '"')).decode().encode("iso8859_2")
    assert "minister Žižka of Łódź" in read(data).text


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<html><body><nav><a href='/'>Home</a> <a href='/n'>News</a></nav></body></html>",
        b"<html><body><script>var a = 1;</script></body></html>",
        b"<html><body>" + b"<div>" * 10_000 + b"<p>Deep.</p>",
    ],
)
def test_a_page_without_an_article_is_an_error(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"^page\.html: no article was found in this page"):
        read(data)


def test_an_article_that_is_too_long_is_refused_with_both_numbers() -> None:
    long = "".join(
        f"<p>Minister number {n} said that nothing at all had been agreed with minister {n + 1}.</p>" for n in range(90)
    )
    with pytest.raises(ReadError, match=r"[67],\d{3} characters; at most 5,000 "):
        article_from_html(page(body=long), "page.html", 5_000)


def test_a_page_of_endless_markup_is_refused() -> None:
    with pytest.raises(ReadError, match="more than 20,000,000 bytes"):
        list(articles_from_html(io.BytesIO(b"<p>" * (MAX_PAGE_BYTES // 3 + 1)), "page.html", 1_000))
