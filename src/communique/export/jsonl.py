"""Records as lines of JSON: what other programs read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from communique import codec
from communique.types import Record


def write(records: Iterable[Record], stream: TextIO) -> int:
    """Write each record as one line of JSON, in their order and as they come; how many were written.

    Raises RecordError where a record breaks the schema; the lines before it are written.
    """
    count = 0
    for record in records:
        stream.write(codec.encode(record) + "\n")
        count += 1
    return count
