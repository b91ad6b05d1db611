"""Parquet -> Items: a row each, with the columns that `communique.read` takes of JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from pyarrow import parquet

from communique.errors import ReadError
from communique.read.jsonl import FIELDS
from communique.scale.items import Item
from communique.scale.lines import row_bytes

_BATCH = 64


def rows(stream: BinaryIO, source: str, max_chars: int) -> Iterator[Item]:
    """One item a row, numbered from 1; other columns than `FIELDS` are not read.

    Raises ReadError where there is no column `text`.
    """
    file = parquet.ParquetFile(stream)
    there = file.schema_arrow.names
    if "text" not in there:
        raise ReadError(source, f"has no column 'text'; it has: {', '.join(map(repr, there)) or 'none'}")
    number = 0
    for batch in file.iter_batches(batch_size=_BATCH, columns=[name for name in FIELDS if name in there]):
        for row in batch.to_pylist():
            number += 1
            yield Item(f"{source}, row {number}", "row", row_bytes({name: _plain(value) for name, value in row.items()}))


def _plain(value: Any) -> Any:
    """Days and moments as ISO text; NaN, which tables have where a text is missing, as none."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, float):
        return None if value != value else int(value) if value.is_integer() else value
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
