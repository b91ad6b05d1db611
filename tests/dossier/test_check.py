"""A dossier held against itself: every kind of damage is told, and nothing is changed."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from communique.codec import encode
from communique.dossier.check import faults_of
from communique.dossier.store import Standing, Store, content_of
from communique.types import Record


@pytest.fixture
def store(tmp_path: Path, made: Callable[..., Record]) -> Store:
    store = Store(tmp_path / "a.db", writing=True)
    for record in (made("one", published="2019-03-05"), made("two"), made("two", title="Same id, another headline")):
        store.insert(record, content_of(record.article))
    store.write_standings({"one": Standing(None, "one"), "two": Standing("one", "one")}, "1", store.revision())
    return store


def faults(store: Store) -> list[str]:
    return [str(fault) for fault in faults_of(store)]


def test_a_whole_dossier_has_no_faults(store: Store) -> None:
    before = store.path.read_bytes()
    assert faults(store) == []
    assert faults(Store(store.path)) == []
    assert store.path.read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("DELETE FROM words WHERE rowid = 2", "one: words: 2 rows, which are not the 3"),
        ("UPDATE words SET text = 'herring' WHERE rowid = 2", "one: words: 3 rows, which are not the 3"),
        ("UPDATE said SET speaker = 'nobody'", "one: said:"),
        ("DELETE FROM statements WHERE report = 2", "two: statements: 0 rows"),
        ("UPDATE events SET type = 'AID'", "one: events:"),
        ("UPDATE positions SET stance = 'offers'", "one: positions:"),
        ("UPDATE actors SET name = 'Somebody'", "one: actors:"),
        ("UPDATE reports SET published = '2020-01-01' WHERE id = 'one'", "one: reports: the row is not"),
        ("UPDATE reports SET content = 'x' WHERE id = 'one'", "one: content: the digest"),
        ("UPDATE reports SET record = x'00' WHERE id = 'one'", "one: record: the record of report 'one' is damaged"),
        ("DELETE FROM reports WHERE id = 'one'", "a row belongs to no row of reports"),
        ("DELETE FROM reports WHERE id = 'one'", "words: 3 rows belong to no report"),
        ("UPDATE standing SET copy_of = 'ghost'", "standing: a copy of 'ghost'"),
        ("DELETE FROM words_data WHERE id > 10", "words: the index is not that of the words"),
    ],
)
def test_damage_is_told(store: Store, damage: str, told: str) -> None:
    store.rows(damage)
    assert any(told in fault for fault in faults(store)), faults(store)


def test_a_span_that_does_not_fit_its_text_is_told(store: Store, made: Callable[..., Record]) -> None:
    record = made("one", published="2019-03-05")
    event = record.events[0]
    moved = replace(record, events=(replace(event, trigger=replace(event.trigger, span=(0, 9))),))
    store.rows("UPDATE reports SET record = ? WHERE id = 'one'", [zlib.compress(encode(moved).encode())])
    assert any(fault.startswith("one: $.events[0].trigger.text: 'walks out' is not at [0, 9]") for fault in faults(store))


def test_damaged_pages_are_told(store: Store) -> None:
    store.close()
    content = bytearray(store.path.read_bytes())
    content[8192:40960] = b"\x55" * (40960 - 8192)
    store.path.write_bytes(content)
    assert any(fault.startswith("file: ") for fault in faults(Store(store.path)))
