"""Counting reports for progress bars."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from communique.read.count import count_reports


def test_lines_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n{}\n{}", encoding="utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b"{}\n{}\n"))
    (tmp_path / "c.txt").write_text("x\ny\n", encoding="utf-8")
    (tmp_path / "d.pdf").write_text("x", encoding="utf-8")
    assert count_reports(str(tmp_path / "a.jsonl")) == 3
    assert count_reports(str(tmp_path / "b.jsonl.gz")) == 2
    assert count_reports(str(tmp_path / "c.txt")) == 1
    assert count_reports(str(tmp_path)) == 6


@pytest.mark.parametrize("source", ["-", "https://news.example/x.jsonl", "no such folder", "\0"])
def test_what_cannot_be_counted_is_one(source: str) -> None:
    assert count_reports(source) == 1
