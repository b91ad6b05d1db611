from __future__ import annotations

import gzip
import io

import pytest

from communique.errors import ReadError
from communique.read.formats import SUFFIXES, articles_from_plain, read_stream, sniff
from communique.read.html import articles_from_html
from communique.read.jsonl import articles_from_json, articles_from_lines
from communique.types import Article


@pytest.mark.parametrize(
    ("head", "format"),
    [
        (b"Ministers met.", articles_from_plain),
        (b"{mosads}Ministers met.", articles_from_plain),
        (b"[Editor] Ministers met.", articles_from_plain),
        (b"< 5 per cent", articles_from_plain),
        (b"", articles_from_plain),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", articles_from_html),
        (b"\n <html lang=en>", articles_from_html),
        (b"<p>Ministers met.</p>", articles_from_html),
        (b'{"text": "a"}\n{"text": "b"}\n', articles_from_lines),
        (b'{"text": "a long line without end', articles_from_lines),
        (b'{\n  "text": "a"\n}', articles_from_json),
        (b'[\n{"text": "a"}]', articles_from_json),
    ],
)
def test_first_bytes_tell_the_format(head: bytes, format: object) -> None:
    assert sniff(head) is format


def test_every_promised_ending_is_known() -> None:
    assert set(SUFFIXES) == {".txt", ".md", ".html", ".htm", ".json", ".jsonl"}


def test_gzip_is_unpacked_whatever_is_inside() -> None:
    packed = gzip.compress(b'{"id": "a", "text": "Ministers met."}\n')
    (article,) = read_stream(io.BytesIO(packed), "standard input", 1_000)
    assert isinstance(article, Article) and article.id == "a"


def test_a_file_that_is_too_long_is_refused_with_both_numbers() -> None:
    (error,) = read_stream(io.BytesIO(b"word " * 4_000_000), "big.txt", 200_000)
    assert isinstance(error, ReadError)
    assert "20,000,000 bytes" in str(error) and "200,000 characters" in str(error)


def test_a_pipe_that_is_too_long_is_refused_without_its_end() -> None:
    (error,) = read_stream(io.BytesIO(gzip.compress(b"word and word " * 4_000)), "standard input", 1_000)
    assert isinstance(error, ReadError) and "more than 4,004 bytes" in error.reason
