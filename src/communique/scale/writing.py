"""Rows -> Parquet: a file for each table and shard, whole or not there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from communique.errors import CommandError
from communique.scale.rows import Row, Rows
from communique.scale.tables import SCHEMAS

_PART = ".part"


class Shard:
    """Rows of one shard, gathered in the order of its items."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}

    def add(self, rows: Rows) -> None:
        for name, more in rows.items():
            self._rows[name].extend(more)

    def write(self, folder: Path, name: str) -> dict[str, int]:
        """Write a file for each table that has rows, `<table>/shard=<name>/rows.parquet`; how many rows each has.

        A file takes its name once it is whole and on the disk. A table without rows loses the file it had from an earlier try.
        """
        for table, rows in self._rows.items():
            path = shard_file(folder, table, name)
            if rows:
                _write(path, rows, SCHEMAS[table])
            else:
                path.unlink(missing_ok=True)
        return {table: len(rows) for table, rows in self._rows.items()}


def shard_file(folder: Path, table: str, name: str) -> Path:
    """Where a shard's rows of a table are."""
    return folder / table / f"shard={name}" / "rows.parquet"


def drop_others(folder: Path, shards: Iterable[str]) -> None:
    """Delete what a broken run left: half-written files, and shards that it did not get to count among the finished."""
    finished = set(shards)
    for table in SCHEMAS:
        for inside in (folder / table).glob("shard=*"):
            for path in inside.iterdir():
                if path.suffix == _PART or inside.name.removeprefix("shard=") not in finished:
                    path.unlink()
            if not any(inside.iterdir()):
                inside.rmdir()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that takes its name once it is whole. Raises CommandError where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + _PART)
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        raise CommandError(f"{path}: cannot be written: {error.strerror or error}") from error


def _write(path: Path, rows: list[Row], schema: pa.Schema) -> None:
    columns = {name: [row.get(name) for row in rows] for name in schema.names}
    sink = pa.BufferOutputStream()
    parquet.write_table(pa.table(columns, schema=schema), sink, compression="zstd")
    write_whole(path, sink.getvalue().to_pybytes())
