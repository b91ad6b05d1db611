"""JSON and JSONL -> Articles: one object a report, with the fields of `FIELDS`; `text` is taken verbatim."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from communique.errors import OptionError, ReadError
from communique.read.encoding import decode, refuse_binary
from communique.read.limits import bounded_lines, read_up_to
from communique.read.text import article_from_text, too_long
from communique.types import Article

FIELDS = ("id", "text", "title", "published", "publisher", "url", "authors")

# A list of reports in one file is held in memory; a corpus belongs into JSONL, which is read line by line.
MAX_JSON_BYTES = 200_000_000
_OTHER_FIELDS = 1_000_000


def articles_from_lines(stream: BinaryIO, source: str, max_chars: int) -> Iterator[Article | ReadError]:
    """One article a line. A broken line is a ReadError with its number; the other lines are read."""
    # The longest way to write a character in JSON is two six-byte escapes.
    limit = 12 * max_chars + _OTHER_FIELDS
    empty = True
    for number, line in bounded_lines(stream, limit):
        where = f"{source}, line {number}"
        if number == 1 and line is not None:
            refuse_binary(line, source)
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line is None:
            yield too_long(where, f"more than {limit:,} bytes", max_chars)
        elif line.strip():
            yield article_from_line(line, where, max_chars)
        empty = empty and line is not None and not line.strip()
    if empty:
        raise ReadError(source, "is empty: there is no text to read")


def articles_from_json(stream: BinaryIO, source: str, max_chars: int) -> Iterator[Article | ReadError]:
    """One object, or a list of them. A broken entry of a list is a ReadError with its number, from 1."""
    data = read_up_to(stream, MAX_JSON_BYTES)
    if data is None:
        raise ReadError(source, f"holds more than {MAX_JSON_BYTES:,} bytes; write it as JSONL, one object a line")
    value = _parsed(decode(data, source), source)
    rows = value if isinstance(value, list) else [value]
    if not rows:
        raise ReadError(source, "is an empty list: there is no text to read")
    for number, row in enumerate(rows, 1):
        where = f"{source}, entry {number}" if isinstance(value, list) else source
        yield _attempt(row, where, max_chars)


def article_from_line(line: bytes, where: str, max_chars: int) -> Article | ReadError:
    """The article of one line of JSONL; `where` is what errors call the line."""
    try:
        return _attempt(_parsed(line.decode("utf-8"), where), where, max_chars)
    except UnicodeDecodeError as error:
        return ReadError(where, f"is not UTF-8: byte {error.start:,} does not fit")
    except ReadError as error:
        return error


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(where, f"is not JSON: {error.msg} at character {error.pos:,}") from error
    except RecursionError:
        raise ReadError(where, "is nested too deeply to be read") from None


def _attempt(row: Any, where: str, max_chars: int) -> Article | ReadError:
    try:
        return article_from_row(row, where, max_chars)
    except OptionError as error:
        return ReadError(where, str(error))
    except ReadError as error:
        return error


def article_from_row(row: Any, source: str, max_chars: int) -> Article:
    """The article of one JSON object; `text` is needed, and what else is there must be text (`authors`: or a list of it).

    Raises:
        ReadError: it is no object, has no text, or a field is of the wrong type.
        OptionError: `published` is not a date.
    """
    if not isinstance(row, dict):
        raise ReadError(source, f"is not an object with a field 'text', but a JSON {_kind(row)}")
    if row.get("text") is None:
        raise ReadError(source, f"has no field 'text'; it has: {', '.join(map(repr, sorted(row))) or 'none'}")
    text, title, published, publisher, url = (
        _string(row, name, source) for name in ("text", "title", "published", "publisher", "url")
    )
    return article_from_text(
        text or "",
        id=_identity(row, source),
        title=title,
        published=published,
        publisher=publisher,
        url=url,
        authors=_authors(row, source),
        max_chars=max_chars,
        source=source,
    )


def _string(row: dict[str, Any], name: str, source: str) -> str | None:
    value = row.get(name)
    if value is None or (value == "" and name != "text"):
        return None
    if not isinstance(value, str):
        raise ReadError(source, f"field {name!r} must be text, not a JSON {_kind(value)}")
    _refuse_surrogates(value, name, source)
    return value


def _identity(row: dict[str, Any], source: str) -> str | None:
    value = row.get("id")
    # Numbers are common as ids in corpora; they are kept as they are written.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _string(row, "id", source)


def _authors(row: dict[str, Any], source: str) -> tuple[str, ...]:
    value = row.get("authors")
    names = [value] if isinstance(value, str) else value or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ReadError(source, "field 'authors' must be a list of names")
    for name in names:
        _refuse_surrogates(name, "authors", source)
    return tuple(name for name in names if name.strip())


def _refuse_surrogates(value: str, name: str, source: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ReadError(
            source, f"field {name!r} is not valid Unicode: an unpaired surrogate at character {error.start:,}"
        ) from None


def _kind(value: object) -> str:
    names = {dict: "object", list: "list", str: "string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "number")
