"""Every data file can be read, says where its facts are from, and has rows of even length."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import communique
from communique.lexicon import any_of, known, several, table, words

ROOT = Path(communique.__file__).parent
TABLES = sorted(ROOT.glob("*/data/*.tsv"))
SOURCED = re.compile(
    r"(?i)written for this project|source:|general knowledge|by hand|lists? (?:are|is) ours|facts about"
    r"|geonames|marked|polnear|verbs\.tsv"
)


def test_there_are_tables() -> None:
    assert {path.parent.parent.name for path in TABLES} >= {"statements", "actors", "events", "positions", "dates", "clean"}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_a_table_has_a_header_and_rows(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("#"), "a header says what the table is"
    assert SOURCED.search(" ".join(line for line in lines if line.startswith("#"))), "and where its facts are from"
    rows = table(path.parent.parent.name, path.stem)
    assert rows
    assert len(rows) == len(set(rows)), "a row stands twice"
    assert words(path.parent.parent.name, path.stem) == {row[0] for row in rows}


def test_a_missing_table_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        table("clean", "no-such-table")


@pytest.mark.parametrize(("cell", "expected"), [("USA", "USA"), ("-", None), ("", None)])
def test_a_dash_is_nothing_known(cell: str, expected: str | None) -> None:
    assert known(cell) == expected


@pytest.mark.parametrize(("cell", "expected"), [("Bern|Berne", ("Bern", "Berne")), ("Bern", ("Bern",)), ("-", ())])
def test_a_bar_parts_what_stands_in_one_cell(cell: str, expected: tuple[str, ...]) -> None:
    assert several(cell) == expected


def test_any_of_takes_the_longer_of_two_that_begin_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.lexicon.table", lambda room, name: (("chair",), ("chair (acting)",)))
    found = re.match(any_of("room", "longest-first"), "chair (acting) of the board")
    assert found is not None and found.group() == "chair (acting)"
