"""The folder of a run -> its records, as they were read. Light to import: the tables' package is loaded where they are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from communique.errors import CommandError, CommuniqueError, ReadError, RecordError
from communique.types import Record

MANIFEST, MARK = "manifest.json", b'"communique.corpus/'
_BATCH = 64


def is_run(source: str) -> bool:
    """Whether a source is a folder that `communique run` wrote."""
    try:
        with (Path(source) / MANIFEST).open("rb") as stream:
            return MARK in stream.read(200)
    except (OSError, ValueError):
        return False


def records_of_run(source: str) -> Iterator[Record | CommuniqueError]:
    """The records of all finished shards, in the order of the corpus; what cannot be read back is an error among them."""
    try:
        from pyarrow import parquet

        from communique.scale.manifest import finished_shards
        from communique.scale.rows import record_of
        from communique.scale.writing import shard_file
    except ModuleNotFoundError as error:
        yield ReadError(source, f"{error.name} is not installed; for corpora: pip install 'communique[corpus]'")
        return
    try:
        paths = [shard_file(Path(source), "reports", shard) for shard in finished_shards(Path(source))]
    except CommandError as error:
        yield error
        return
    for path in filter(Path.exists, paths):
        try:
            with parquet.ParquetFile(path) as file:
                for batch in file.iter_batches(batch_size=_BATCH, columns=["source", "record", "text"]):
                    for row in batch.to_pylist():
                        try:
                            yield record_of(row["record"], row["text"])
                        except RecordError as error:
                            yield RecordError(f"{source}, {row['source']}: {error.where}", error.reason)
        except (OSError, ValueError) as error:
            yield ReadError(str(path), f"cannot be read: {error}")
