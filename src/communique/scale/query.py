"""SQL over the tables of a run: DuckDB views over the finished shards, and nothing else within reach of the query."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from communique.errors import OptionError
from communique.scale.manifest import finished_shards
from communique.scale.tables import SCHEMAS
from communique.scale.writing import shard_file


class Answer:
    """Names of the columns, and rows as they are asked for; `close` it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self.columns = tuple(column[0] for column in connection.description or ())

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        try:
            while row := self._connection.fetchone():
                yield row
        except duckdb.Error as error:
            raise OptionError(_told(error)) from error

    def close(self) -> None:
        self._connection.close()


def query(folder: Path, sql: str) -> Answer:
    """What a query says of a run's tables: `reports`, `statements`, `events` ... (`docs/scale.md`), each with `shard` beside.

    The query reads these and nothing else: no other file, no address, no extension.

    Raises:
        CommandError: the folder holds no run.
        OptionError: the query is none, or asks for what is not there or not allowed.
    """
    shards = finished_shards(folder)
    connection = duckdb.connect(":memory:")
    files = {table: _files(folder, table, shards) for table in SCHEMAS}
    try:
        for table, paths in files.items():
            _make_view(connection, table, paths)
        allowed = [str(path) for paths in files.values() for path in paths]
        connection.execute("SET allowed_paths = ?", [allowed])
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        connection.execute(_one_select(connection, sql))
    except duckdb.Error as error:
        connection.close()
        raise OptionError(_told(error)) from error
    return Answer(connection)


def _files(folder: Path, table: str, shards: list[str]) -> list[Path]:
    found = (shard_file(folder.resolve(), table, shard) for shard in shards)
    return [path for path in found if path.exists()]


def _make_view(connection: duckdb.DuckDBPyConnection, table: str, paths: list[Path]) -> None:
    """A view over files; an empty table of the same columns where there are none."""
    if paths:
        listed = ", ".join(_quoted(str(path)) for path in paths)
        options = "hive_partitioning = true, hive_types = {'shard': VARCHAR}"
        connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet([{listed}], {options})")
        return
    connection.register("nothing", SCHEMAS[table].empty_table())
    connection.execute(f"CREATE TABLE {table} AS SELECT *, ''::VARCHAR AS shard FROM nothing")
    connection.unregister("nothing")


def _one_select(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """The query as one statement that reads: COPY could write over the files that views may read."""
    statements = connection.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise OptionError("a query is one SELECT, such as: select type, count(*) from events group by type")
    return statements[0]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _told(error: duckdb.Error) -> str:
    return str(error).strip()
