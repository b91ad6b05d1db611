"""Text -> Article: checks that it is text, finds its headline, gives it an id."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date

from communique.errors import OptionError, ReadError
from communique.types import Article

DEFAULT_MAX_CHARS = 200_000

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?")
_SURROGATE = re.compile("[\ud800-\udfff]")
# A headline is one line: longer than a label, shorter than a paragraph, and no sentence.
_HEADLINE = re.compile(r"(?=.{12,160}$)(?!By |[({\[])\S+(?: \S+){2,24}")
_BOM = "\ufeff"


def article_from_text(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    authors: Sequence[str] = (),
    max_chars: int = DEFAULT_MAX_CHARS,
    source: str | None = None,
) -> Article:
    """An article of one text; `article.text` is the text verbatim, only a byte order mark at its start is dropped.

    Args:
        text: the report, plain.
        published: ISO day, month or year; a time after the day is dropped.
        publisher, title, url, authors: what is known; the title defaults to the first line where that reads like a headline.
        id: defaults to a digest of the text (16 hexadecimal digits).
        max_chars: longest text that is accepted, in characters.
        source: what error messages call the text; by default its id, or "text".

    Raises:
        OptionError: `published` is not a date.
        ReadError: the text is empty, too long, or not text (NUL characters, unpaired surrogates).
    """
    text = text.removeprefix(_BOM)
    check_text(text, source or id or "text", max_chars)
    return Article(
        id=id or digest(text),
        url=url,
        publisher=publisher,
        title=title or find_headline(text),
        authors=tuple(authors),
        published=checked_day(published),
        text=text,
    )


def digest(text: str) -> str:
    """The first 16 hexadecimal digits of the text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def check_text(text: str, source: str, max_chars: int) -> None:
    """Raises ReadError where a text is empty, longer than `max_chars`, or holds what is no character."""
    if not text.strip():
        raise ReadError(source, "is empty: there is no text to read")
    if len(text) > max_chars:
        raise too_long(source, f"{len(text):,} characters", max_chars)
    if (at := text.find("\x00")) >= 0:
        raise ReadError(source, f"is not plain text: a NUL character at character {at:,}")
    if match := _SURROGATE.search(text):
        raise ReadError(source, f"is not valid Unicode: an unpaired surrogate at character {match.start():,}")


def too_long(source: str, size: str, max_chars: int) -> ReadError:
    """The refusal of a text that is too long; `size` says how long it is, with its unit."""
    return ReadError(source, f"is too long: {size}; at most {max_chars:,} characters are read (option max_chars)")


def checked_day(published: str | None) -> str | None:
    """An ISO date ("2019-02-28", "2019-02" or "2019") that exists; a time of day after it is dropped.

    Raises OptionError for anything else.
    """
    if published is None:
        return None
    match = _DAY.fullmatch(published.strip())
    try:
        if match is None:
            raise ValueError(published)
        year, month, day = (int(part) if part else 1 for part in match.groups())
        date(year, month, day)
    except ValueError:
        raise OptionError(f"published {published!r} is not a date; write it like 2019-02-28") from None
    return "-".join(part for part in match.groups() if part)


def find_headline(text: str) -> str | None:
    """The first line, where it reads like a headline above a story: one short line, no full stop, more text below."""
    head, _, rest = text.strip().partition("\n")
    head, below = head.strip(), rest.lstrip()[:1]
    if not below or below.islower() or head.endswith((".", ",", ";", ":", "…", "-", "—")):
        return None
    return head if _HEADLINE.match(head) else None
