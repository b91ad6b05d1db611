"""Whatever the bytes are, reading gives articles or errors that name the source, and nothing else."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import ReadError
from communique.read.formats import SUFFIXES, read_stream
from communique.types import Article

PIECES = st.sampled_from(
    [
        b"<html><head>",
        b'<meta charset="utf-7">',
        b'<meta property="article:published_time" content="2019-99-99">',
        b'<script type="application/ld+json">{"datePublished": [}</script>',
        b"<article><h1>Ministers fail to agree</h1>",
        b"<p>Ministers from four countries ended two days of talks on Thursday without an agreement.</p>",
        b"</div></p></html>",
        b"<!--",
        b"&#0; &#55296; &bogus;",
        b"\x00",
        b"\xff\xfe",
        b'{"text": "Ministers met.", "published": "2019"}\n',
        b'{"text": "\\ud800"}\n',
        b"[",
        b"\x1f\x8b\x08",
        b"Ministers met on Monday.\r\n",
    ]
)


@pytest.mark.parametrize("suffix", [None, *SUFFIXES])
@settings(max_examples=40)
@given(data=st.lists(PIECES, max_size=8).map(b"".join) | st.binary(max_size=200))
def test_any_bytes_give_articles_or_errors(suffix: str | None, data: bytes) -> None:
    found = list(read_stream(io.BytesIO(data), "upload", 1_000, format=SUFFIXES[suffix] if suffix else None))
    assert found
    for item in found:
        assert isinstance(item, Article | ReadError)
        if isinstance(item, ReadError):
            assert item.source.startswith("upload") and item.reason
        else:
            assert item.text.strip() and "\x00" not in item.text and item.text.encode()
