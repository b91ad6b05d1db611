"""The file: what goes in comes out; once; and what SQLite says is said in our words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from communique.dossier import opening, schema
from communique.dossier.store import Standing, Store, content_of
from communique.errors import DossierError
from communique.types import Record

Made = Callable[..., Record]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "a.db", writing=True)


def add(store: Store, record: Record) -> str | None:
    return store.insert(record, content_of(record.article))


def test_a_record_comes_out_as_it_went_in(store: Store, made: Made) -> None:
    record = made(published="2019-03-05")
    assert add(store, record) == "one"
    back = store.record("one")
    assert back is not None
    assert back == record
    assert back.statements[0].speaker is not None
    assert back.statements[0].speaker.name == "Ada Holm"
    assert [one for _, one in store.records()] == [record]


def test_the_same_report_is_there_once(store: Store, made: Made) -> None:
    assert add(store, made()) == "one"
    before = store.revision()
    assert add(store, made()) is None
    assert (store.revision(), len(list(store.records()))) == (before, 1)


@pytest.mark.parametrize("field", ["published", "publisher", "title", "url"])
def test_what_is_known_about_a_report_makes_it_another(made: Made, field: str) -> None:
    assert content_of(made().article) != content_of(made(**{field: "2019"}).article)


def test_what_reading_adds_does_not_make_it_another(made: Made) -> None:
    article = made().article
    assert content_of(article) == content_of(replace(article, furniture=(), language="en", updated="Monday"))


def test_two_reports_of_one_id_are_both_kept(store: Store, made: Made) -> None:
    add(store, made())
    second = made(title="Another headline")
    id = add(store, second)
    assert id == f"one~{content_of(second.article)[:8]}"
    found = store.record(id)
    assert found is not None
    assert found.article.id == id
    assert add(store, second) is None


def test_a_transaction_that_fails_leaves_nothing(store: Store, made: Made) -> None:
    broken = made()
    broken = replace(broken, statements=broken.statements * 2)
    with pytest.raises(DossierError, match="UNIQUE"):
        add(store, broken)
    assert list(store.records()) == []
    assert store.rows("SELECT count(*) FROM actors") == [(0,)]
    assert add(store, made()) == "one"


def test_standings_are_those_of_the_reports_as_they_are(store: Store, made: Made) -> None:
    add(store, made())
    store.write_standings({"one": Standing(None, "one")}, "1", store.revision())
    assert store.standings("1") == {"one": Standing(None, "one")}
    assert store.standings("2") is None
    add(store, made("two"))
    assert store.standings("1") is None


def bytes_of(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def database(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize("writing", [True, False])
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda p: bytes_of(p, b"Dear diary, today there was nothing to report. " * 40), "is no dossier"),
        (lambda p: database(p, "CREATE TABLE recipes (name)"), "another program's"),
        (
            lambda p: database(p, f"PRAGMA application_id = {schema.APPLICATION}", "PRAGMA user_version = 99"),
            "newer communique",
        ),
    ],
)
def test_other_files_are_refused_and_left_as_they_are(
    tmp_path: Path, make: Callable[[Path], Path], message: str, writing: bool
) -> None:
    path = make(tmp_path / "other.db")
    before = path.read_bytes()
    with pytest.raises(DossierError, match=message) as caught:
        Store(path, writing=writing)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "writing", "message"),
    [
        ("none.db", False, "there is no such file"),
        ("", False, "is a folder"),
        ("", True, "is a folder"),
        ("no/such/folder.db", True, "cannot be opened"),
    ],
)
def test_what_cannot_be_opened_is_named(tmp_path: Path, name: str, writing: bool, message: str) -> None:
    with pytest.raises(DossierError, match=message):
        Store(tmp_path / name, writing=writing)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_dossier_only_by_writing(tmp_path: Path, made: Made) -> None:
    path = bytes_of(tmp_path / "empty.db", b"")
    with pytest.raises(DossierError, match="holds nothing yet"):
        Store(path)
    assert add(Store(path, writing=True), made()) == "one"


def test_who_reads_writes_nothing(store: Store, made: Made) -> None:
    add(store, made())
    reading = Store(store.path)
    with pytest.raises(DossierError, match="read-only"):
        add(reading, made("two"))


def test_readers_read_while_one_writes(store: Store, made: Made) -> None:
    add(store, made())
    with store.transaction():
        store.connection.execute("DELETE FROM standing")
        assert Store(store.path).record("one") is not None


def test_a_second_writer_waits_and_then_says_so(store: Store, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_PATIENCE_S", 0.05)
    second = Store(store.path, writing=True)
    with store.transaction(), pytest.raises(DossierError, match="another process is writing"):
        add(second, made())
    assert add(second, made()) == "one"


def test_a_full_disk_keeps_what_was_added(store: Store, made: Made) -> None:
    add(store, made())
    (pages,) = store.rows("PRAGMA page_count")[0]
    store.rows(f"PRAGMA max_page_count = {pages + 1}")
    long = made("long", "".join(f"Line {n} of a report that tells of herring and cod.\n" for n in range(5000)))
    with pytest.raises(DossierError, match="the disk is full; what was added before is safe"):
        add(store, long)
    assert [record.article.id for _, record in store.records()] == ["one"]
    store.rows("PRAGMA max_page_count = 100000")
    assert add(store, long) == "long"


def test_an_older_dossier_is_brought_to_this_version(store: Store, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, made())
    store.close()
    steps = {2: ("CREATE TABLE notes (text TEXT)",), 3: ("ALTER TABLE notes ADD COLUMN day TEXT",)}
    monkeypatch.setattr(schema, "VERSION", 3)
    monkeypatch.setattr(schema, "_statements", steps.__getitem__)
    reading = Store(store.path)
    assert reading.rows("SELECT text, day FROM notes") == []
    assert reading.rows("PRAGMA user_version") == [(3,)]
    assert reading.record("one") is not None


def test_a_migration_that_breaks_changes_nothing(store: Store, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, made())
    store.close()
    before = store.path.read_bytes()
    monkeypatch.setattr(schema, "VERSION", 2)
    monkeypatch.setattr(schema, "_statements", lambda version: ("CREATE TABLE notes (text TEXT)", "CREATE NONSENSE"))
    with pytest.raises(DossierError):
        Store(store.path, writing=True)
    assert store.path.read_bytes() == before


def test_a_record_that_is_damaged_is_named(store: Store, made: Made) -> None:
    add(store, made())
    store.rows("UPDATE reports SET record = x'00'")
    with pytest.raises(DossierError, match="record of report 'one' is damaged"):
        store.record("one")
