"""The records of a run, read back and put into a dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from communique.dossier import Dossier
from communique.dossier.add import Added
from communique.errors import RecordError
from communique.scale.options import Options
from communique.scale.run import inline_engine, run_corpus
from communique.scale.stored import is_run, records_of_run


@pytest.fixture
def folder(corpus: Path, tmp_path: Path, make: Any) -> Path:
    options = Options(model="rules", shard_size=2)
    run_corpus([str(corpus)], tmp_path / "out", options=options, engine=inline_engine, make=make)
    return tmp_path / "out"


def test_which_folders_are_runs(folder: Path, corpus: Path) -> None:
    assert is_run(str(folder))
    (corpus / "manifest.json").write_text('{"text": "a manifesto"}')
    assert not is_run(str(corpus)) and not is_run(str(corpus / "a.jsonl")) and not is_run("no\0thing")


def test_records_come_back(folder: Path) -> None:
    texts = [record.article.text for record in records_of_run(str(folder))]  # type: ignore[union-attr]
    assert texts == ["one two", "three", "four", "five", "six", "seven eight", "nine"]
    (folder / "reports" / "shard=000001-00000" / "rows.parquet").write_bytes(b"no table")
    found = list(records_of_run(str(folder)))
    assert len(found) == 6 and "rows.parquet: cannot be read" in str(found[3])


def test_only_finished_shards_count(folder: Path) -> None:
    journal = folder / "shards.jsonl"
    journal.write_bytes(journal.read_bytes().split(b"\n")[0] + b"\n")
    assert len(list(records_of_run(str(folder)))) == 2


def test_a_dossier_takes_a_run(folder: Path, tmp_path: Path) -> None:
    with Dossier(tmp_path / "affair.db") as dossier:
        first = list(dossier.add(str(folder)))
        assert [one.new for one in first if isinstance(one, Added)] == [True] * 7
        assert [one.new for one in dossier.add(str(folder)) if isinstance(one, Added)] == [False] * 7
        assert len(dossier.reports()) == 7


def test_a_record_that_does_not_read_back_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(record: str, text: str) -> None:
        raise RecordError("$.schema", "is another")

    monkeypatch.setattr("communique.scale.rows.record_of", broken)
    assert "a.jsonl, line 1: $.schema: is another" in str(next(records_of_run(str(folder))))
