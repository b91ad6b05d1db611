"""A web page -> Article: main text and metadata by trafilatura, the date by htmldate.

The text is the page's headline and its paragraphs, one a line. Dates come from the page's metadata only: never from its
running text, nor from the year of a copyright line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, BinaryIO

import ftfy
from htmldate import find_date
from trafilatura import bare_extraction, extract_metadata, load_html

from communique.errors import ReadError
from communique.read.encoding import decode
from communique.read.limits import read_up_to
from communique.read.text import article_from_text, too_long
from communique.types import Article

MAX_PAGE_BYTES = 20_000_000

_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_QUOTATION = re.compile(r"<(/?)q(?:\s[^<>]*)?>", re.IGNORECASE)
_DATED = './/meta | .//link[@rel="canonical"] | .//script[@type="application/ld+json"]'
_STAMPS = './/*[@itemprop="datePublished"] | .//time[@pubdate] | .//time[@datetime][ancestor::article or ancestor::main]'
_TRAILING_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
_NO_ARTICLE = "no article was found in this page"
# Menus and cookie notes have words, but hardly a sentence.
_SENTENCE = re.compile(r"\w.{18,}?[.!?…。！？؟।]|\w.{8,}?[。！？।]")
_HEAD_LINES = 20
_SPACES = re.compile(r"[^\S\n]+")


def articles_from_html(stream: BinaryIO, source: str, max_chars: int) -> Iterator[Article | ReadError]:
    """One page of a file or of standard input."""
    data = read_up_to(stream, MAX_PAGE_BYTES)
    if data is None:
        raise ReadError(source, f"is too long: more than {MAX_PAGE_BYTES:,} bytes, the most that is read of a page")
    yield article_from_html(data, source, max_chars)


def article_from_html(
    data: bytes, source: str, max_chars: int, *, url: str | None = None, charset: str | None = None
) -> Article:
    """The article of a page.

    Args:
        data: the page's bytes.
        source: what errors call it.
        max_chars: longest text that is accepted, in characters.
        url: where the page was fetched; by default what it says itself (canonical link).
        charset: the encoding that the server named.

    Raises:
        ReadError: there is no article in the page, or it is too long.
    """
    page = _DECLARATION.sub("", decode(data, source, charset or _declared(data)))
    tree = load_html(page)
    if tree is None:
        raise ReadError(source, _NO_ARTICLE)
    meta = extract_metadata(tree, default_url=url, date_config={"extensive_search": False, "original_date": True})
    body = _main_text(page)
    if not _is_prose(body):
        raise ReadError(source, _NO_ARTICLE)
    title = _title(meta.title, meta.sitename, body)
    text = _with_headline(body, title)
    if len(text) > max_chars:
        raise too_long(source, f"{len(text):,} characters", max_chars)
    address = url or meta.url
    published, changed = published_day(tree, address), published_day(tree, address, latest_change=True)
    article = article_from_text(
        text,
        title=title,
        url=address,
        publisher=_clean(meta.sitename),
        authors=[name for part in (meta.author or "").split(";") if (name := part.strip())],
        published=published,
        max_chars=max_chars,
        source=source,
    )
    return replace(article, updated=changed) if published and changed and changed > published else article


def published_day(tree: Any, url: str | None, *, latest_change: bool = False, today: datetime | None = None) -> str | None:
    """The day of publication that a page's metadata give, ISO; None where they do not, or where it lies in the future.

    `tree` is the parsed page; `latest_change` asks for the day of the last change instead. Only meta tags, JSON-LD, time
    elements of the article and the address are asked: htmldate would otherwise search the running text as well.
    """
    bare = tree.makeelement("html")
    for element in [*tree.xpath(_DATED), *tree.xpath(_STAMPS)[:1]]:
        bare.append(_copied(element))
    # A day ahead of us may already be today east of here.
    latest = (today or datetime.now(UTC)) + timedelta(days=1)
    day: str | None = find_date(
        bare, extensive_search=False, original_date=not latest_change, url=url, deferred_url_extractor=True, max_date=latest
    )
    return day


def _copied(element: Any) -> Any:
    if element.tag not in {"meta", "link", "script", "time"}:
        stamp = element.get("content") or element.get("datetime") or element.text_content().strip()
        return element.makeelement("meta", {"itemprop": "datePublished", "content": stamp})
    twin = element.makeelement(element.tag, dict(element.attrib))
    twin.text = element.text_content()
    return twin


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else None


def _main_text(page: str) -> str:
    """The page's main text, a paragraph a line; ftfy repairs text that was decoded wrongly before it got into the page."""
    # A browser shows these elements with quotation marks; without them the words of a quotation would be the writer's.
    page = _QUOTATION.sub(lambda match: "”" if match[1] else "“", page)
    found = bare_extraction(page, include_comments=False, include_tables=False)
    text = getattr(found, "text", None)
    lines = (_SPACES.sub(" ", line).strip() for line in ftfy.fix_encoding(text or "").split("\n"))
    return "\n".join(line for line in lines if line)


def _is_prose(body: str) -> bool:
    return len(body) >= 20 and _SENTENCE.search(body) is not None


def _title(title: str | None, site: str | None, body: str) -> str | None:
    """The headline, without the name of the site that many pages append to it."""
    headline = _clean(title)
    if headline and (match := _TRAILING_SITE.search(headline)) and _names_site(match.group(), site):
        headline = headline[: match.start()]
    return headline


def _names_site(tail: str, site: str | None) -> bool:
    words = set(re.findall(r"\w+", tail.casefold()))
    return bool(site) and bool(words & set(re.findall(r"\w{3,}", (site or "").casefold())))


def _clean(value: str | None) -> str | None:
    text = _SPACES.sub(" ", ftfy.fix_encoding(value or "").replace("\n", " ")).strip()
    return text or None


def _with_headline(body: str, title: str | None) -> str:
    """The headline is part of the story: it comes first; of what stands above it in the text, labels of menus are dropped."""
    if title is None:
        return body
    lines = body.split("\n")
    at = next((at for at, line in enumerate(lines[:_HEAD_LINES]) if _same(title, line)), None)
    if at is None:
        return f"{title}\n{body}"
    return "\n".join(lines[at:]) if all(line.count(" ") < 5 for line in lines[:at]) else body


def _same(title: str, line: str) -> bool:
    return re.sub(r"\W+", "", title).casefold() == re.sub(r"\W+", "", line).casefold()
