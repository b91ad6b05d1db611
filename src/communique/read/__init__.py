"""read: a source -> Articles. The text is fixed here and never altered again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from communique.errors import ReadError
from communique.types import Article

DEFAULT_MAX_CHARS = 200_000


def article_from_text(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    max_chars: int = DEFAULT_MAX_CHARS,
) -> Article:
    return Article(
        id=id or hashlib.sha256(text.encode()).hexdigest()[:16],
        text=text,
        published=published,
        publisher=publisher,
        title=title,
        url=url,
    )


def read_source(source: str, *, max_chars: int = DEFAULT_MAX_CHARS) -> Iterator[Article | ReadError]:
    """Articles of a source; what cannot be read is yielded as a ReadError."""
    path = Path(source)
    if path.suffix == ".jsonl":
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            keep = {k: row.get(k) for k in ("id", "text", "published", "publisher", "title", "url")}
            yield article_from_text(**keep, max_chars=max_chars)
    else:
        yield article_from_text(path.read_text(encoding="utf-8"), max_chars=max_chars)
