"""Holds a dossier against itself: the file, every record's spans, and every row that was made from a record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from communique.dossier.outlets import outlet_of
from communique.dossier.rows import TABLES
from communique.dossier.store import Store, content_of
from communique.errors import DossierError, RecordError
from communique.types import Article, Record
from communique.verify import problems_of

_FULL_TEXT = ("words", "said")


def faults_of(store: Store) -> Iterator[RecordError]:
    """All that is wrong in a dossier, each with its place: the file's pages, the reports, the tables, the full text.

    Nothing is repaired and nothing is changed.
    """
    for part in (_pages, _reports, _orphans, _full_text):
        try:
            yield from part(store)
        except DossierError as error:
            yield RecordError("file", str(error.__cause__ or error.reason))


def _pages(store: Store) -> Iterator[RecordError]:
    """SQLite's own check of the file, and rows that belong to no report."""
    for (message,) in store.rows("PRAGMA integrity_check(20)"):
        if message != "ok":
            yield RecordError("file", str(message))
    for table, _, parent, _ in store.rows("PRAGMA foreign_key_check"):
        yield RecordError(str(table), f"a row belongs to no row of {parent}")


def _reports(store: Store) -> Iterator[RecordError]:
    for (id,) in store.rows("SELECT id FROM reports ORDER BY seq"):
        yield from (RecordError(f"{id}: {fault.where}", fault.reason) for fault in _faults_of_report(store, str(id)))


def _faults_of_report(store: Store, id: str) -> Iterator[RecordError]:
    try:
        record = store.record(id)
    except DossierError as error:
        yield RecordError("record", error.reason)
        return
    assert record is not None
    yield from problems_of(record)
    columns = "seq, content, id, published, outlet, title, url"
    (seq, content, *known), *_ = store.rows(f"SELECT {columns} FROM reports WHERE id = ?", (id,))
    article = record.article
    if known != [article.id, article.published, outlet_of(article), article.title, article.url]:
        yield RecordError("reports", "the row is not what the record says")
    if content not in {content_of(article), content_of(_as_given(article, str(content)))}:
        yield RecordError("content", "the digest is not that of the report")
    yield from _tables(store, seq, record)


def _as_given(article: Article, content: str) -> Article:
    """The article with the id that it came with: a second report of one id has the digest behind it."""
    return replace(article, id=article.id.removesuffix(f"~{content[:8]}"))


def _tables(store: Store, seq: int, record: Record) -> Iterator[RecordError]:
    for table, (columns, rows_of) in TABLES.items():
        order = "rowid" if table in _FULL_TEXT else "id"
        there = store.rows(f"SELECT {columns} FROM {table} WHERE report = ? ORDER BY {order}", (seq,))
        made = list(rows_of(record))
        if there != (made if order == "rowid" else sorted(made, key=lambda row: str(row[0]))):
            yield RecordError(table, f"{len(there)} rows, which are not the {len(made)} that the record gives")


def _orphans(store: Store) -> Iterator[RecordError]:
    """Rows of full text whose report is gone: virtual tables have no foreign keys."""
    for table in _FULL_TEXT:
        query = f"SELECT count(*) FROM {table} WHERE report NOT IN (SELECT seq FROM reports)"
        if number := store.rows(query)[0][0]:
            yield RecordError(table, f"{number} rows belong to no report")
    unknown = (
        "SELECT s.copy_of FROM standing s LEFT JOIN reports r ON r.id = s.copy_of WHERE s.copy_of IS NOT NULL AND r.id IS NULL"
    )
    for (id,) in store.rows(unknown):
        yield RecordError("standing", f"a copy of {id!r}, which is not here")


def _full_text(store: Store) -> Iterator[RecordError]:
    """FTS5's own comparison of an index with the words it was made from."""
    for table in _FULL_TEXT:
        try:
            store.connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.OperationalError:
            # The check is put as a write; on a disk that takes none, the rows above were compared all the same.
            continue
        except sqlite3.DatabaseError as error:
            yield RecordError(table, f"the index is not that of the words: {error}")
