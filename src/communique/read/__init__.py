"""read: a source -> Articles. The text is fixed here and never altered again.

A source is a file, a folder, `-` (standard input) or an http(s) address. What cannot be read is yielded as a ReadError that
names the source (and the line) and says what was wrong; the rest goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.errors import ReadError
from communique.read.files import read_path, read_standard_input
from communique.read.text import DEFAULT_MAX_CHARS, article_from_text, checked_day
from communique.read.urls import read_url
from communique.types import Article

__all__ = ["DEFAULT_MAX_CHARS", "article_from_text", "checked_day", "read_source"]

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")


def read_source(
    source: str, *, max_chars: int = DEFAULT_MAX_CHARS, allow_private: bool = False
) -> Iterator[Article | ReadError]:
    """Articles of a source, one after the other; what cannot be read is yielded as a ReadError, not raised.

    Args:
        source: a file or folder (recursive, in sorted order; endings as in `communique.read.formats.SUFFIXES`), `-` for
            standard input, or an http(s) address.
        max_chars: longest text that is read, in characters; a longer one is refused, never cut.
        allow_private: also fetch from private, loopback and link-local addresses. For tests only.
    """
    try:
        if source == "-":
            yield from read_standard_input(max_chars)
        elif source.lower().startswith(("http://", "https://")):
            yield from read_url(source, max_chars=max_chars, allow_private=allow_private)
        elif _SCHEME.match(source):
            yield ReadError(source, "only http and https addresses, files and folders are read")
        else:
            yield from read_path(source, max_chars)
    except ReadError as error:
        yield error
