from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from communique.errors import ReadError
from communique.read import network, read_source, urls
from communique.types import Article

PAGE = b"""<!doctype html><html><head><title>Ministers fail to agree on grain</title>
<meta property="article:published_time" content="2019-02-28"></head><body><article><h1>Ministers fail to agree on grain</h1>
<p>Ministers from four countries ended two days of talks on Thursday without agreement on a grain corridor.</p>
<p>Diplomats said that a further meeting was planned for Monday, and that it was not clear who would attend.</p>
</article></body></html>"""

ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
    "/text": (200, {"Content-Type": "text/plain"}, b"Ministers met on Monday.\n"),
    "/rows": (
        200,
        {"Content-Type": "application/x-ndjson"},
        b'{"text": "One."}\n{"text": "Two.", "url": "https://a.example/2"}\n',
    ),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
    "/gone": (404, {}, b"no"),
    "/moved": (302, {"Location": "/page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/inward": (302, {"Location": "http://10.0.0.1/secret"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/long": (200, {"Content-Type": "text/plain"}, b"word " * 5_000),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def fetch(address: str, max_chars: int = 10_000) -> list[Article | ReadError]:
    return list(read_source(address, max_chars=max_chars, allow_private=True))


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_reads_a_page_and_follows_a_redirect(server: str, path: str) -> None:
    (article,) = fetch(server + path)
    assert isinstance(article, Article)
    assert article.title == "Ministers fail to agree on grain" and article.published == "2019-02-28"
    assert article.url == f"{server}/page"


def test_reads_text_and_rows(server: str) -> None:
    (text,) = fetch(f"{server}/text")
    assert isinstance(text, Article) and text.text == "Ministers met on Monday.\n" and text.url == f"{server}/text"
    one, two = fetch(f"{server}/rows")
    assert isinstance(one, Article) and isinstance(two, Article)
    assert (one.url, two.url) == (f"{server}/rows", "https://a.example/2")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/pdf", "is a PDF"),
        ("/gone", "the server answered 404 Not Found"),
        ("/loop", "redirects more than 5 times"),
        ("/file", "redirects to 'file:///etc/passwd'; only http and https"),
        ("/long", "at most 1,000 characters"),
    ],
)
def test_what_fails_says_why(server: str, path: str, reason: str) -> None:
    (error,) = fetch(server + path, max_chars=1_000)
    assert isinstance(error, ReadError) and error.source == server + path
    assert reason in error.reason


def test_an_answer_that_is_too_long_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(urls, "MAX_PAGE_BYTES", 100)
    (error,) = fetch(f"{server}/page")
    assert isinstance(error, ReadError) and "more than 100 bytes" in error.reason


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/", "https://2130706433/"]
)
def test_private_addresses_are_refused(address: str) -> None:
    (error,) = read_source(address)
    assert isinstance(error, ReadError) and "not a public address" in error.reason


def test_a_redirect_to_a_private_address_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server itself stands for a public machine here; what it points to does not."""
    monkeypatch.setattr(network, "is_public", lambda address: str(address) == "127.0.0.1")
    (error,) = read_source(f"{server}/inward")
    assert isinstance(error, ReadError) and "'10.0.0.1' is at 10.0.0.1, which is not a public address" in error.reason


def test_a_connection_that_fails_is_an_error() -> None:
    (error,) = fetch("http://127.0.0.1:1/")
    assert isinstance(error, ReadError) and error.reason.startswith("cannot be fetched: ")


@pytest.mark.parametrize(
    ("address", "reason"), [("http://", "is not a valid address"), ("http://[::1/x", "is not a valid address")]
)
def test_broken_addresses_are_errors(address: str, reason: str) -> None:
    (error,) = fetch(address)
    assert isinstance(error, ReadError) and (reason in error.reason or "cannot be fetched" in error.reason)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://a.example/x", "gopher://a.example"])
def test_other_schemes_are_refused(address: str) -> None:
    (error,) = read_source(address)
    assert isinstance(error, ReadError) and "only http and https addresses, files and folders" in error.reason
