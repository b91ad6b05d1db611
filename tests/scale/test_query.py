"""SQL over a run's tables, and over nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from communique.errors import CommandError, OptionError
from communique.scale.options import Options
from communique.scale.query import query
from communique.scale.run import inline_engine, run_corpus


@pytest.fixture
def folder(corpus: Path, tmp_path: Path, make: Any) -> Path:
    out = tmp_path / "it's here"
    run_corpus([str(corpus)], out, options=Options(model="rules", shard_size=2), engine=inline_engine, make=make)
    return out


def rows(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    answer = query(folder, sql)
    found = list(answer)
    answer.close()
    return found


def test_queries(folder: Path) -> None:
    answer = query(folder, "select text, shard from reports where text like 't%' order by source")
    assert answer.columns == ("text", "shard") and list(answer) == [("three", "000000-00000")]
    assert rows(folder, "select count(*), count(distinct source) from gaps join reports using (source)") == [(9, 7)]
    assert rows(folder, "from errors select source order by all") == [("a.jsonl, line 3",), ("d.jsonl, line 1",)]
    assert rows(folder, "select count(*), max(type) from events") == [(0, None)]
    assert ("confidence", "DOUBLE") in [row[:2] for row in rows(folder, "describe events")]


def test_shards_that_are_not_finished_do_not_count(folder: Path) -> None:
    journal = folder / "shards.jsonl"
    journal.write_bytes(journal.read_bytes().split(b"\n")[0] + b"\n")
    assert rows(folder, "select text from reports order by source") == [("one two",), ("three",)]


@pytest.mark.parametrize(
    "sql",
    [
        "select * from '{secret}'",
        "select * from read_parquet('{secret}')",
        "select * from read_csv('/etc/passwd')",
        "select * from glob('{folder}/*')",
        "select * from read_text('{folder}/manifest.json')",
        "copy reports to '{folder}/out.csv'",
        "copy (select 1) to '{shard}' (format parquet, use_tmp_file false)",
        "attach '{folder}/x.db'",
        "install httpfs",
        "set enable_external_access = true",
        "drop view reports",
        "select 1; select 2",
        "select * from nowhere",
        "selekt",
        "",
    ],
)
def test_queries_that_are_refused(folder: Path, sql: str) -> None:
    reports = folder / "reports" / "shard=000000-00000" / "rows.parquet"
    secret = folder / "reports" / "shard=000000-00000" / "secret.parquet"
    secret.write_bytes(reports.read_bytes())
    before = sorted(folder.rglob("*"))
    data = reports.read_bytes()
    with pytest.raises(OptionError):
        rows(
            folder,
            sql.format(
                secret=str(secret).replace("'", "''"),
                folder=str(folder).replace("'", "''"),
                shard=str(reports).replace("'", "''"),
            ),
        )
    assert sorted(folder.rglob("*")) == before and reports.read_bytes() == data


def test_a_folder_without_a_run(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is no folder that `communique run` wrote"):
        query(tmp_path, "select 1")


def test_the_queries_of_the_page(folder: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
    block = re.search(r"(?m)^    -- who accused.*?(?=^\S)", page, re.DOTALL)
    assert block is not None
    first, second = block.group().strip().split("\n\n")
    assert rows(folder, first) == [] and rows(folder, second) == [("read", None, 2)]
