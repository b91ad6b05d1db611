"""http(s) addresses -> Articles, from public machines only.

Every address that a name resolves to is checked where the connection is made, at every redirect, and the checked address is
the one that is connected to: a name that later resolves to another machine gains nothing.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from communique.errors import ReadError
from communique.read.formats import read_stream
from communique.read.html import MAX_PAGE_BYTES, article_from_html
from communique.read.network import PublicNetwork, Refused
from communique.types import Article

MAX_REDIRECTS = 5
MAX_SECONDS = 30.0
_HEADERS = {"User-Agent": "communique (news reader)", "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.1"}
_FAILURES = (
    httpx.HTTPError,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
)
_PAGES = ("text/html", "application/xhtml+xml")


def read_url(source: str, *, max_chars: int, allow_private: bool = False) -> Iterator[Article | ReadError]:
    """Articles at an address: a page, or a text, JSON or JSONL file.

    Raises ReadError: it cannot be reached, answers with an error, is too long or too slow, redirects too often, or the name
    stands for a private, loopback or link-local address (unless `allow_private`).
    """
    response, data = _fetched(source, allow_private)
    address, kind = _public_form(response.url), response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in _PAGES:
        yield article_from_html(data, source, max_chars, url=address, charset=response.charset_encoding)
        return
    for found in read_stream(io.BytesIO(data), source, max_chars):
        yield found if isinstance(found, ReadError) else _located(found, address)


def _fetched(source: str, allow_private: bool) -> tuple[httpx.Response, bytes]:
    address = source
    with _client(allow_private) as client:
        for _ in range(MAX_REDIRECTS + 1):
            try:
                response, data = _once(client, address, source)
            except _FAILURES as error:
                raise ReadError(source, f"cannot be fetched: {_cause(error)}") from error
            except (httpx.InvalidURL, ValueError) as error:
                raise ReadError(source, f"is not a valid address: {error}") from error
            except Refused as error:
                raise ReadError(source, str(error)) from error
            if not response.has_redirect_location:
                return response, data
            address = _next(address, response.headers["location"], source)
    raise ReadError(source, f"redirects more than {MAX_REDIRECTS} times")


def _client(allow_private: bool) -> httpx.Client:
    # No proxies or credentials from the environment: they would bypass the check of the address.
    return httpx.Client(transport=PublicNetwork(MAX_SECONDS, allow_private), headers=_HEADERS, trust_env=False, timeout=10.0)


def _once(client: httpx.Client, address: str, source: str) -> tuple[httpx.Response, bytes]:
    with client.stream("GET", address) as response:
        if response.has_redirect_location:
            return response, b""
        if response.is_error or not response.is_success:
            raise ReadError(source, f"the server answered {response.status_code} {response.reason_phrase}".rstrip())
        parts, size = [], 0
        for chunk in response.iter_bytes(1 << 16):
            size += len(chunk)
            if size > MAX_PAGE_BYTES:
                raise ReadError(source, f"is too long: more than {MAX_PAGE_BYTES:,} bytes, the most that is fetched")
            parts.append(chunk)
        return response, b"".join(parts)


def _next(address: str, location: str, source: str) -> str:
    target = urljoin(address, location)
    if urlsplit(target).scheme not in {"http", "https"}:
        raise ReadError(source, f"redirects to {target!r}; only http and https addresses are read")
    return target


def _public_form(url: httpx.URL) -> str:
    """The address without user name and password."""
    return str(url.copy_with(userinfo=b""))


def _located(article: Article, address: str) -> Article:
    return article if article.url else replace(article, url=address)


def _cause(error: BaseException) -> str:
    return str(error) or type(error).__name__
