"""Records as rows, rows as files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from communique.errors import CommandError, RecordError
from communique.scale.rows import error_row, record_of, rows_of
from communique.scale.tables import SCHEMAS
from communique.scale.writing import Shard, drop_others, shard_file, write_whole
from communique.types import Record

TEXT = (
    'HANOI - The minister, Ana Costa of Brazil, told reporters in Hanoi on Monday that Brazil would pay "for all of it" if '
    "Peru left the pact. Peru rejected the demand on Tuesday. Police killed three protesters in Lima."
)


@pytest.fixture(scope="module")
def record(record_of: Callable[..., Record]) -> Record:
    return record_of(TEXT, published="2019-03-05", title="A pact")


def test_every_entry_is_a_row_that_fits_its_table(record: Record) -> None:
    rows = rows_of(record, "a.txt")
    for name in ("actors", "statements", "dates", "places", "events"):
        assert len(rows[name]) == len(getattr(record, name)) > 0, name
    for name, found in rows.items():
        for row in found:
            assert set(row) <= set(SCHEMAS[name].names) and row["source"] == "a.txt" and row["report"] == "test"


def test_spans_hold_in_the_rows(record: Record) -> None:
    rows = rows_of(record, "a.txt")
    text = rows["reports"][0]["text"]
    assert text == TEXT
    for name, phrase in (
        ("statements", "speaker"),
        ("statements", "cue"),
        ("dates", "text"),
        ("places", "text"),
        ("events", "trigger"),
    ):
        for row in rows[name]:
            if row.get(phrase):
                assert text[row[f"{phrase}_start"] : row[f"{phrase}_end"]] == row[phrase]
    for row in rows["statements"]:
        assert [text[part["start"] : part["end"]] for part in row["content_parts"]] == [p["text"] for p in row["content_parts"]]


def test_the_record_comes_back_whole(record: Record, tmp_path: Path) -> None:
    shard = Shard()
    shard.add(rows_of(record, "a.txt"))
    counts = shard.write(tmp_path, "000000-00000")
    assert counts["reports"] == 1 and counts["errors"] == 0 and set(counts) == set(SCHEMAS)
    found = pq.read_table(shard_file(tmp_path, "reports", "000000-00000"), partitioning=None).to_pylist()
    assert record_of(found[0]["record"], found[0]["text"]) == record
    events = pq.read_table(shard_file(tmp_path, "events", "000000-00000"), partitioning=None)
    assert events.schema.equals(SCHEMAS["events"]) and events.num_rows == len(record.events)


def test_the_same_rows_are_the_same_bytes(record: Record, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        shard = Shard()
        shard.add(rows_of(record, "a.txt"))
        shard.add(error_row("b.txt", None, "read", None, "is empty \udcff"))
        shard.write(tmp_path / folder, "000000-00000")
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.parquet"))
    assert len(files) >= 7
    assert all((tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes() for path in files)


def test_a_record_that_breaks_the_schema_is_not_written(record: Record) -> None:
    broken = replace(record, actors=(replace(record.actors[0], country="Brazil"),))
    with pytest.raises(RecordError, match="country"):
        rows_of(broken, "a.txt")


def test_what_a_broken_run_left_goes(tmp_path: Path) -> None:
    for name in ("000000-00000", "000000-00001"):
        shard = Shard()
        shard.add(error_row("b.txt", None, "read", None, "is empty"))
        shard.write(tmp_path, name)
    kept = shard_file(tmp_path, "errors", "000000-00000")
    kept.with_name("rows.parquet.part").write_bytes(b"half")
    drop_others(tmp_path, ["000000-00000"])
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [kept]


def test_an_earlier_try_is_written_over(tmp_path: Path) -> None:
    shard = Shard()
    shard.add(error_row("b.txt", None, "crash", None, "died"))
    shard.write(tmp_path, "000000-00000")
    Shard().write(tmp_path, "000000-00000")
    assert not list(tmp_path.rglob("*.parquet"))


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CommandError, match="cannot be written"):
        write_whole(tmp_path / "file" / "x", b"")
