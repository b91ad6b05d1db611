"""Knowledge files: the same bytes for the same entries, and one clear error for what is no such file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from communique.actors.kb import Entry
from communique.actors.kb.file import entries_in, header_of, read_entries, write_entries, written
from communique.errors import CommandError, ReadError

ENTRIES = [
    Entry(
        "Anna Berg", "person", "NOR", "GOV", "MIL", "mayor", "2001", "2003", True, ("Anna Berg", "Ånna"), "likely", "Q1", "t"
    ),
    Entry("Fish Party", "organization", generated=True, facts=(("ISO number", "7"),)),
]
HEADER = b'{"schema":"communique.kb/1"}\n'


def data_of(entries: list[Entry], tables: str | None = None) -> bytes:
    stream = io.BytesIO()
    assert write_entries(entries, stream, tables=tables) == len(entries)
    return stream.getvalue()


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    data = data_of(ENTRIES, "digest")
    header = header_of(data)
    assert header is not None and header.tables == "digest"
    assert entries_in(data) == ENTRIES
    (tmp_path / "own.jsonl").write_bytes(data + b"\n")
    assert read_entries(tmp_path / "own.jsonl") == ENTRIES
    assert data == data_of(ENTRIES, "digest") and "Ånna".encode() in data and b"null" not in data


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b"", 1, "no knowledge file"),
        (b"name,kind\n", 1, "no knowledge file"),
        (b"\xff\xfe\x00", 1, "no knowledge file"),
        (b'{"schema":"communique.kb/9"}\n', 1, "no knowledge file"),
        (HEADER + b'{"name":"A","kind":"person"}\n{"name":"B"}\n', 3, "missing required field `kind`"),
        (HEADER + b'{"name":"A","kind":"person","age":7}\n', 2, "unknown field `age`"),
        (HEADER + b'{"name":"A","kind":"hero"}\n', 2, "no kind 'hero'"),
        (HEADER + b'{"name":"","kind":"person"}\n', 2, "not 0"),
        (HEADER + b'{"name":"A","kind":"person","forms":["A",""]}\n', 2, "not 0"),
        (HEADER + b'{"name":"A","kind":"person","sector":"ARMY"}\n', 2, "no PLOVER sector"),
        (HEADER + b'{"name":"A\n', 2, "no entry"),
        (HEADER + b'{"name":"\xff","kind":"person"}\n', 2, "no entry"),
        (HEADER + b'{"name":"' + b"A" * 100_000 + b'","kind":"person"}\n', 2, "not 100000"),
        (HEADER + b"[" * 50_000 + b"\n", 2, "no entry"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, data: bytes, line: int, says: str) -> None:
    path = tmp_path / "own.jsonl"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=says) as raised:
        read_entries(path)
    assert raised.value.source == f"{path}:{line}"


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        read_entries(tmp_path / "none.jsonl")


def test_an_older_file_stays_where_a_new_one_fails(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(ReadError), written(path) as stream:
        stream.write(b"new")
        raise ReadError("somewhere:7", "broken")
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]
    with written(path) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"new"


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"), written(tmp_path / "none" / "own.jsonl"):
        pass
