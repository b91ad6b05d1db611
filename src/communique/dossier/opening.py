"""Opening a dossier's file to read or to write, and what SQLite says about a file in our words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.dossier import schema
from communique.errors import DossierError

# How long to wait for another process that is writing; it writes one report at a time.
_PATIENCE_S = 30.0
_REASONS = (
    ("file is not a database", "is no dossier; it was left as it is"),
    ("is locked", "another process is writing to it; try again when that has ended"),
    ("disk is full", "the disk is full; what was added before is safe: make room and run the same command again"),
    ("disk I/O error", "the disk does not take what is written; what was added before is safe"),
    ("readonly", "cannot be written: the file or its disk is read-only"),
    ("malformed", "is damaged (`communique dossier check` tells where); add the sources to a new dossier"),
    ("unable to open", "cannot be opened: its folder is missing or may not be written, or the disk is read-only"),
)


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turns what SQLite raises inside into a DossierError that names the file and says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        message = str(error)
        reason = next((ours for theirs, ours in _REASONS if theirs in message), message)
        raise DossierError(path, reason) from error


def connect_writing(path: Path) -> sqlite3.Connection:
    """A connection that may write; makes the file where there is none, and migrates an older one."""
    _refuse_folders(path)
    with guarded(path):
        connection = _connect(path, "mode=rwc")
        try:
            # Looked at before anything is changed: other people's files stay as they are.
            schema.version_of(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            schema.migrate(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_reading(path: Path) -> sqlite3.Connection:
    """A connection that only reads, also from a disk that cannot be written."""
    _refuse_folders(path)
    if not path.exists():
        raise DossierError(path, "there is no such file; `communique dossier add` makes one")
    with guarded(path):
        connection = _connect_to_read(path)
        try:
            version = schema.version_of(connection, path)
        except BaseException:
            connection.close()
            raise
    if version == schema.VERSION:
        return connection
    connection.close()
    if version == 0:
        raise DossierError(path, "holds nothing yet; `communique dossier add` adds reports")
    connect_writing(path).close()
    return connect_reading(path)


def _connect_to_read(path: Path) -> sqlite3.Connection:
    # Opened to write where that may be, so that the last reader clears away SQLite's helper files.
    for how in ("mode=rw", "mode=ro", "mode=ro&immutable=1"):
        connection = _connect(path, how)
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
            return connection
        except sqlite3.OperationalError:
            connection.close()
            # Where no file can be made beside it, SQLite has to be told that nobody writes: an empty log holds nothing.
            log = path.with_name(path.name + "-wal")
            if how == "mode=ro" and log.exists() and log.stat().st_size or how == "mode=ro&immutable=1":
                raise
    raise AssertionError("the last way returns or raises")


def _connect(path: Path, how: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(uri, uri=True, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False)


def _refuse_folders(path: Path) -> None:
    if path.is_dir():
        raise DossierError(path, "is a folder; name the dossier's file")
