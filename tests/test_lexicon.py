"""Every data file can be read, says where its facts are from, and has rows of even length."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique
from communique.lexicon import table, words

ROOT = Path(communique.__file__).parent
TABLES = sorted(ROOT.glob("*/data/*.tsv"))


def test_there_are_tables() -> None:
    assert {path.parent.parent.name for path in TABLES} >= {"statements", "actors", "events", "positions", "dates", "clean"}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_a_table_has_a_header_and_rows(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("#"), "a header says what the table is and where its facts are from"
    rows = table(path.parent.parent.name, path.stem)
    assert rows
    assert len(rows) == len(set(rows)), "a row stands twice"
    assert words(path.parent.parent.name, path.stem) == {row[0] for row in rows}


def test_a_missing_table_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        table("clean", "no-such-table")
