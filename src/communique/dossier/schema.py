"""The tables of a dossier, version by version: `data/schema-N.sql` takes a file from version N - 1 to N.

A file says what it is in SQLite's own header: `application_id` and `user_version`. Both are set in the transaction that
makes the tables, so a file is a dossier wholly or not at all.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from importlib.resources import files
from pathlib import Path

from communique.errors import DossierError

APPLICATION = int.from_bytes(b"CMQD")
VERSION = 1


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """The version of a dossier's tables; 0 where the file holds nothing at all.

    Raises DossierError where it is another program's database, or newer than this program.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    empty = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
    if application != APPLICATION and not (empty and application == version == 0):
        raise DossierError(path, "is no dossier, but another program's SQLite database; it was left as it is")
    if version > VERSION:
        raise DossierError(
            path, f"was written by a newer communique (schema {version}; this one knows {VERSION}); it was left as it is"
        )
    return int(version)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Brings the tables to this program's version, in one transaction, however many versions it takes."""
    if version_of(connection, path) == VERSION:
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        # Somebody else may have done it while this process waited for the lock.
        for version in range(version_of(connection, path) + 1, VERSION + 1):
            for statement in _statements(version):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


@cache
def _statements(version: int) -> tuple[str, ...]:
    text = files("communique").joinpath("dossier", "data", f"schema-{version}.sql").read_text(encoding="utf-8")
    return tuple(part for part in text.split(";\n") if part.strip())
