"""JSON lines, and JSON lists, -> Items: a row each, cut out here and read by the worker."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from communique.errors import ReadError
from communique.read.encoding import decode, refuse_binary
from communique.read.jsonl import MAX_JSON_BYTES
from communique.read.limits import bounded_lines, read_up_to
from communique.scale.items import Item, fault

_OTHER_FIELDS = 1_000_000
_MARK = b"\xef\xbb\xbf"


def rows(stream: BinaryIO, source: str, max_chars: int) -> Iterator[Item]:
    """One item a line that is not blank; a line that is too long is a fault, and the next one is read."""
    # The longest way to write a character in JSON is two six-byte escapes.
    limit = 12 * max_chars + _OTHER_FIELDS
    for number, line in bounded_lines(stream, limit):
        where = f"{source}, line {number}"
        if line is None:
            yield fault(where, f"is too long: more than {limit:,} bytes")
            continue
        if number == 1:
            refuse_binary(line, source)
            line = line.removeprefix(_MARK)
        if line.strip():
            yield Item(where, "row", line)


def entries(stream: BinaryIO, source: str, max_chars: int) -> Iterator[Item]:
    """One item for an object, or one for each entry of a list. The file is held in memory; a corpus belongs into JSONL."""
    data = read_up_to(stream, MAX_JSON_BYTES)
    if data is None:
        raise ReadError(source, f"holds more than {MAX_JSON_BYTES:,} bytes; write it as JSONL, one object a line")
    try:
        value = json.loads(decode(data, source))
    except json.JSONDecodeError as error:
        raise ReadError(source, f"is not JSON: {error.msg} at character {error.pos:,}") from error
    except RecursionError:
        raise ReadError(source, "is nested too deeply to be read") from None
    if not isinstance(value, list):
        yield Item(source, "row", row_bytes(value))
        return
    for number, row in enumerate(value, 1):
        yield Item(f"{source}, entry {number}", "row", row_bytes(row))


def row_bytes(row: object) -> bytes:
    """A row as one line of JSON."""
    return json.dumps(row, ensure_ascii=True).encode()
