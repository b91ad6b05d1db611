from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest

from communique.errors import ReadError
from communique.read.files import read_path, read_standard_input
from communique.types import Article


def texts(source: Path | str, max_chars: int = 1_000) -> list[str]:
    return [item.text if isinstance(item, Article) else str(item) for item in read_path(str(source), max_chars)]


def test_a_folder_is_read_in_sorted_order_and_only_known_endings(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c/z.txt.gz", "c/a.JSONL", "notes.docx", ".hidden.txt", ".git/x.txt", "d.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        content = b'{"text": "c/a"}' if name.endswith("JSONL") else name.encode()
        path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    assert texts(tmp_path) == ["a.md", "b.txt", "c/a", "c/z.txt.gz"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert texts(tmp_path) == ["One."]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.5")
    (tmp_path / "c.txt").write_text("Three.")
    empty, pdf, good = texts(tmp_path)
    assert empty == f"{tmp_path / 'a.txt'}: is empty: there is no text to read"
    assert "b.txt: is a PDF" in pdf and good == "Three."


def test_a_named_file_is_read_whatever_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "report.story"
    path.write_text('{"text": "One."}\n{"text": "Two."}\n')
    assert texts(path) == ["One.", "Two."]


def test_line_endings_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.\r")
    assert texts(path) == ["One.\r\nTwo.\r"]


@pytest.mark.parametrize("name", ["nowhere.txt", "a\x00b.txt"])
def test_a_missing_file_is_an_error(tmp_path: Path, name: str) -> None:
    try:
        (found,) = texts(f"{tmp_path}/{name}")
    except ReadError as error:
        found = str(error)
    assert "there is no such file or folder" in found or "cannot be read: embedded null" in found


def test_a_folder_without_reports_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    with pytest.raises(ReadError, match=r"the folder holds no file ending in \.txt, \.md"):
        texts(tmp_path)


def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One.")

    def refuse(self: Path, mode: str = "r") -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert texts(path) == [f"{path}: may not be read: permission denied"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"One.\n", ["One.\n"]),
        (b'{"text": "One."}\n{"text": "Two."}', ["One.", "Two."]),
        (gzip.compress(b"One.", mtime=0), ["One."]),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(data: bytes, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [item.text for item in read_standard_input(1_000) if isinstance(item, Article)] == expected


def test_empty_standard_input_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert [str(item) for item in read_standard_input(1_000)] == ["standard input: is empty: there is no text to read"]
