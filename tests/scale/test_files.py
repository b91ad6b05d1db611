"""Which files a corpus is, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

from communique.errors import CommandError
from communique.scale.files import File, find_files, opened

NAMES = ["b/2.txt", "b/10.txt", "a.jsonl", "c/d/e.html", "c/.hidden.txt", ".git/x.txt", "c/picture.png"]
ORDER = ["a.jsonl", "b/10.txt", "b/2.txt", "c/d/e.html"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.fixture
def memory() -> Iterator[Any]:
    system = fsspec.filesystem("memory")
    for name in NAMES:
        system.pipe(f"/news/{name}", name.encode())
    yield system
    system.rm("/news", recursive=True)


def names(*corpus: str) -> list[str]:
    return [file.name for file in find_files(corpus)]


def test_a_folder_is_the_same_here_and_there(folder: Path, memory: Any) -> None:
    assert names(str(folder)) == names(f"{folder}/") == names("memory://news") == ORDER
    assert [file.size for file in find_files(["memory://news"])] == [len(name) for name in ORDER]


@pytest.mark.parametrize(
    ("globs", "expected"),
    [
        (["*"], ORDER),
        (["b/*.txt"], ["10.txt", "2.txt"]),
        (["**/*.html"], ["c/d/e.html"]),
        (["**"], ORDER),
        (["b/2.txt", "a.jsonl"], ["a.jsonl", "b/2.txt"]),
        (["b/2.txt"], ["2.txt"]),
        (["b", "c"], ORDER[1:]),
    ],
)
def test_globs_and_several(folder: Path, memory: Any, globs: list[str], expected: list[str]) -> None:
    assert names(*(f"{folder}/{one}" for one in globs)) == expected
    assert names(*(f"memory://news/{one}" for one in globs)) == expected


def test_bytes(memory: Any) -> None:
    with opened(next(find_files(["memory://news/b/2.txt"]))) as stream:
        assert stream.read() == b"b/2.txt"


@pytest.mark.parametrize(
    ("one", "reason"),
    [("none", "there is no such file"), ("c/picture.png", "no ending that is read"), ("*.pdf", "no file that can be read")],
)
def test_what_is_not_there(folder: Path, one: str, reason: str) -> None:
    with pytest.raises(CommandError, match=reason):
        names(f"{folder}/{one}")


def test_an_unknown_address() -> None:
    with pytest.raises(CommandError, match="cannot be reached"):
        names("nowhere://x/*.jsonl")


def test_reading_that_breaks_off_is_no_fault_of_a_report() -> None:
    class Lost:
        def read(self, size: int) -> bytes:
            raise OSError("connection reset")

        def close(self) -> None:
            pass

        def open(self, path: str, mode: str) -> Any:
            return self

    with opened(File("a.txt", 1, "a.txt", Lost())) as stream, pytest.raises(CommandError, match="a.txt: reading broke off"):
        stream.read()
