"""Records as JSON, one a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from communique.codec import encode
from communique.types import Record


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Writes each record as one line. Raises RecordError, before writing that line, where a record breaks the schema."""
    for record in records:
        stream.write(encode(record) + "\n")
