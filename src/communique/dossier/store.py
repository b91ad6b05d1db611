"""The dossier's file: opened, read, and written one report a transaction.

SQLite in WAL mode: several processes read while one writes, and a process that is killed loses nothing that it had written.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from communique import codec
from communique.dossier.opening import connect_reading, connect_writing, guarded
from communique.dossier.outlets import outlet_of
from communique.dossier.rows import TABLES, Row
from communique.errors import DossierError, RecordError
from communique.types import Article, Record


@dataclass(frozen=True, slots=True)
class Standing:
    """What a report is among the others of its dossier: whose copy, and of which story."""

    copy_of: str | None
    story: str


class Store:
    """One open dossier. `writing` makes the file where there is none, and brings an older one to this version."""

    def __init__(self, path: str | Path, *, writing: bool = False) -> None:
        """Raises DossierError where the file is no dossier, is newer than this program, or cannot be opened so."""
        self.path = Path(path)
        self.connection = connect_writing(self.path) if writing else connect_reading(self.path)

    def close(self) -> None:
        """Ends the connection; the last one of a dossier folds the write-ahead log into the file."""
        self.connection.close()

    def known(self, content: str) -> bool:
        """Whether a report with that digest of its content is here."""
        return bool(self._rows("SELECT 1 FROM reports WHERE content = ?", (content,)))

    def insert(self, record: Record, content: str) -> str | None:
        """Writes a report with all its entries in one transaction, and tells its id; None where it was here already.

        Where another report has the id, the new one gets it with the beginning of its digest: nothing is lost or replaced.
        """
        with self.transaction():
            if self.known(content):
                return None
            if self._rows("SELECT 1 FROM reports WHERE id = ?", (record.article.id,)):
                record = replace(record, article=replace(record.article, id=f"{record.article.id}~{content[:8]}"))
            self._write(record, content)
            return record.article.id

    def _write(self, record: Record, content: str) -> None:
        article, packed = record.article, zlib.compress(codec.encode(record).encode("utf-8"))
        seq = self.connection.execute(
            "INSERT INTO reports (id, content, published, outlet, title, url, record) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (article.id, content, article.published, outlet_of(article), article.title, article.url, packed),
        ).lastrowid
        for table, (columns, rows_of) in TABLES.items():
            places = ", ".join("?" * (columns.count(",") + 2))
            rows = ((seq, *row) for row in rows_of(record))
            self.connection.executemany(f"INSERT INTO {table} (report, {columns}) VALUES ({places})", rows)
        self.connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'revision'")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside, or nothing. Raises DossierError where the disk is full or another process writes."""
        with guarded(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                # A full disk has ended the transaction already.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")

    def records(self) -> Iterator[tuple[int, Record]]:
        """Every report's number and record, in the order of adding. Raises DossierError where one is damaged."""
        for seq, id, packed in self._rows("SELECT seq, id, record FROM reports ORDER BY seq"):
            yield seq, self._unpacked(id, packed)

    def record(self, id: str) -> Record | None:
        """The record of one report, by its id."""
        found = self._rows("SELECT record FROM reports WHERE id = ?", (id,))
        return self._unpacked(id, found[0][0]) if found else None

    def _unpacked(self, id: str, packed: bytes) -> Record:
        try:
            return codec.decode(zlib.decompress(packed))
        except (zlib.error, RecordError, TypeError) as error:
            raise DossierError(self.path, f"the record of report {id!r} is damaged: {error}") from error

    def revision(self) -> int:
        """A number that rises with every report added."""
        return int(self._rows("SELECT value FROM meta WHERE name = 'revision'")[0][0])

    def standings(self, version: str) -> dict[str, Standing] | None:
        """Every report's standing by its id; None where it is not that of these reports, by that version of the method."""
        stamp = self._rows("SELECT value FROM meta WHERE name = 'standing_of'")
        if not stamp or stamp[0][0] != f"{self.revision()}/{version}":
            return None
        rows = self._rows("SELECT r.id, s.copy_of, s.story FROM standing s JOIN reports r ON r.seq = s.report")
        return {id: Standing(copy_of, story) for id, copy_of, story in rows}

    def write_standings(self, standings: dict[str, Standing], version: str, revision: int) -> None:
        """Replaces all standings by those of the reports as they were at a revision; one transaction."""
        with self.transaction():
            seqs = dict(self.connection.execute("SELECT id, seq FROM reports").fetchall())
            self.connection.execute("DELETE FROM standing")
            rows = ((seqs[id], standing.copy_of, standing.story) for id, standing in standings.items())
            self.connection.executemany("INSERT INTO standing VALUES (?, ?, ?)", rows)
            stamp = f"{revision}/{version}"
            self.connection.execute("INSERT OR REPLACE INTO meta VALUES ('standing_of', ?)", (stamp,))

    def note(self, name: str) -> str | None:
        """What was kept under a name beside the reports (`codebook`)."""
        found = self._rows("SELECT value FROM meta WHERE name = ?", (name,))
        return found[0][0] if found else None

    def keep(self, name: str, value: str) -> None:
        """Keeps a text under a name; the reports stay as they are."""
        with self.transaction():
            self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def rows(self, sql: str, values: Iterable[Any] = ()) -> list[Row]:
        """All rows of a query. Raises DossierError where the file is damaged or locked."""
        return self._rows(sql, tuple(values))

    def _rows(self, sql: str, values: Row = ()) -> list[Row]:
        with guarded(self.path):
            return self.connection.execute(sql, values).fetchall()


def content_of(article: Article) -> str:
    """The digest that tells whether a report is here: of its text and of everything that was known about it when it came."""
    given = (article.id, article.url, article.publisher, article.title, article.authors, article.published, article.text)
    return hashlib.sha256(json.dumps(given, ensure_ascii=False).encode("utf-8")).hexdigest()
