"""The table of formats: a stream of bytes -> Articles, by the ending of its name or by its first bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from communique.errors import ReadError
from communique.read.encoding import decode
from communique.read.html import articles_from_html
from communique.read.jsonl import articles_from_json, articles_from_lines
from communique.read.limits import Unpacked, read_up_to
from communique.read.text import article_from_text, too_long
from communique.types import Article

Format = Callable[[BinaryIO, str, int], Iterator[Article | ReadError]]

_PEEK = 4096
_GZIP = b"\x1f\x8b"
_MARKUP = re.compile(rb"(?i)<(?:!doctype\s+html|html|head|body|article|\?xml|!--|meta|div|p)[\s>]")
_JSON_LIST = re.compile(rb'\[\s*[{"\]]')
_JSON_OBJECT = re.compile(rb'\{\s*["}]')


def articles_from_plain(stream: BinaryIO, source: str, max_chars: int) -> Iterator[Article | ReadError]:
    """One plain text: verbatim."""
    # No encoding that is read here takes more than four bytes a character, so a longer file is too long in any of them.
    data = read_up_to(stream, 4 * max_chars + 4)
    if data is None:
        raise too_long(source, _size(stream, 4 * max_chars + 4), max_chars)
    yield article_from_text(decode(data, source), max_chars=max_chars, source=source)


SUFFIXES: dict[str, Format] = {
    ".txt": articles_from_plain,
    ".md": articles_from_plain,
    ".html": articles_from_html,
    ".htm": articles_from_html,
    ".json": articles_from_json,
    ".jsonl": articles_from_lines,
}


def read_stream(
    stream: BinaryIO, source: str, max_chars: int, *, format: Format | None = None
) -> Iterator[Article | ReadError]:
    """Articles of a stream of bytes; gzip is unpacked; the format is told by the first bytes where it is not given.

    What fails as a whole is yielded as the last item.
    """
    try:
        plain, head = _peeked(stream)
        if head.startswith(_GZIP):
            plain, head = _peeked(cast(BinaryIO, Unpacked(plain, source)))
        yield from (format or sniff(head))(plain, source, max_chars)
    except ReadError as error:
        yield error
    except RecursionError:
        yield ReadError(source, "is nested too deeply to be read")


def sniff(head: bytes) -> Format:
    """The format that the first bytes of a stream look like; plain text where they look like nothing else."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _JSON_LIST.match(start):
        return articles_from_json
    if _JSON_OBJECT.match(start):
        line, newline, _ = start.partition(b"\n")
        # A line that is no whole object belongs to one that is laid out over several lines.
        return articles_from_lines if not newline or line.rstrip().endswith(b"}") else articles_from_json
    return articles_from_html if start.startswith(b"<") and _MARKUP.match(start) else articles_from_plain


def _peeked(stream: BinaryIO) -> tuple[BinaryIO, bytes]:
    """A stream that can be peeked into, and its first bytes."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    return buffered, buffered.peek(_PEEK)[:_PEEK]


def _size(stream: BinaryIO, limit: int) -> str:
    """How long a stream is that holds more than `limit` bytes: exactly, where it can be told without reading on."""
    try:
        return f"{stream.seek(0, io.SEEK_END):,} bytes"
    except (OSError, ValueError):
        return f"more than {limit:,} bytes"
