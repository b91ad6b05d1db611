"""communique read: formats, failures, exit codes."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.cli import app
from communique.codec import decode
from communique.models import store
from communique.reader import Reader
from communique.types import Record
from communique.verify import problems_of

TEXT = (
    "Norway walks out of fish talks\n"
    "Norwegian Foreign Minister Ada Holm said on Monday that Norway would not accept the offer.\n"
    "“We asked for one thing,” Holm told reporters in Oslo. The ministry called on Iceland to return to the talks.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def read(*arguments: str | Path, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["read", *map(str, arguments)], input=given)


def test_a_record_a_line(report: Path) -> None:
    result = read(report, "--format", "jsonl", "--published", "2019-03-05", "--publisher", "Fjord Wire")
    assert result.exit_code == 0
    record = decode(result.stdout)
    assert list(problems_of(record)) == []
    assert record.article.text == TEXT
    assert (record.article.published, record.article.publisher) == ("2019-03-05", "Fjord Wire")
    assert [date.value for date in record.dates] == ["2019-03-04"]


def test_without_a_day_of_publication_a_weekday_stays_open(report: Path) -> None:
    record = decode(read(report, "--format", "jsonl").stdout)
    assert record.article.published is None
    assert [(date.text, date.start) for date in record.dates] == [("Monday", None)]


def test_a_table_is_plain_in_a_pipe(report: Path) -> None:
    result = read(report)
    assert result.exit_code == 0
    assert "Norway walks out of fish talks" in result.stdout
    assert "Ada Holm" in result.stdout
    assert "\x1b[" not in result.stdout


def test_a_page_is_written_to_a_file(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = read(report, "--format", "html", "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_explain_names_rule_and_words(report: Path) -> None:
    record = json.loads(read(report, "--format", "jsonl", "--explain").stdout)
    assert all(entry["why"]["rule"] and entry["why"]["words"] for entry in record["statements"])
    shown = read(report, "--explain").stdout
    assert re.search(r"statements\.[a-z_-]+\.v\d", shown)


def test_only_what_is_surer(report: Path) -> None:
    every = decode(read(report, "--format", "jsonl").stdout)
    sure = decode(read(report, "--format", "jsonl", "--min-confidence", "0.85").stdout)
    assert min(one.confidence for one in every.statements) < 0.85
    assert sure.statements
    assert {one.id for one in sure.statements} == {one.id for one in every.statements if one.confidence >= 0.85}
    assert all(one.confidence >= 0.85 for one in (*sure.events, *sure.positions))
    assert list(problems_of(sure)) == []


def test_a_part_of_the_stages(report: Path) -> None:
    record = decode(read(report, "--format", "jsonl", "--stages", "actors, dates").stdout)
    assert record.actors
    assert record.dates
    assert not record.statements


def test_standard_input() -> None:
    record = decode(read("-", "--format", "jsonl", given=TEXT).stdout)
    assert record.article.text == TEXT


def test_ids_are_kept_and_the_same_input_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    rows = [json.dumps({"id": f"r{i}", "text": f"{TEXT}Part {i} ends here."}) for i in range(4)]
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl.gz"
    one.write_text("\n".join(rows), encoding="utf-8")
    other.write_bytes(gzip.compress("\n".join(reversed(rows)).encode()))
    first = read(one, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["article"]["id"] for line in first] == ["r0", "r1", "r2", "r3"]
    assert read(other, "--format", "jsonl").stdout.splitlines() == first[::-1]


def test_what_fails_is_named_and_the_others_are_read(report: Path, tmp_path: Path) -> None:
    empty, rows = tmp_path / "empty.txt", tmp_path / "rows.jsonl"
    empty.touch()
    rows.write_text('{"id": "a", "text": "Holm said no."}\n{broken\n{"id": "c"}\n', encoding="utf-8")
    result = read(tmp_path / "none.txt", empty, rows, report, "--format", "jsonl")
    assert result.exit_code == 1
    assert [json.loads(line)["article"]["text"][:9] for line in result.stdout.splitlines()] == ["Holm said", "Norway wa"]
    for name in ("none.txt", "empty.txt", "rows.jsonl, line 2", "rows.jsonl, line 3"):
        assert name in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--stages", "verbs"], "no stage 'verbs'"),
        (["--published", "2019-02-30"], "2019-02-30"),
        (["--published", "soon"], "soon"),
        (["--format", "xml"], "xml"),
        (["--max-chars", "0"], "max-chars"),
        (["--min-confidence", "80"], "min-confidence"),
        (["--min-confidence", "-0.1"], "min-confidence"),
        (["--min-confidence", "nan"], "min-confidence"),
        (["--model", "large"], "no model 'large'; there are: rules, learned"),
    ],
)
def test_wrong_usage_is_said(report: Path, arguments: list[str], says: str) -> None:
    result = read(report, *arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""


def test_a_text_too_long_is_refused_with_both_numbers(report: Path) -> None:
    result = read(report, "--max-chars", "100", "--format", "jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "100" in result.stderr
    assert str(len(TEXT)) in result.stderr.replace(",", "")


def test_a_missing_model_is_said(report: Path) -> None:
    result = read(report, "--language-model", "no_such_model")
    assert result.exit_code == 1
    assert "no_such_model" in result.stderr


def test_missing_files_of_the_trained_model_are_said_once(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_folder", lambda name: tmp_path / name)
    store.shipped.cache_clear()
    result = read(report, report, "--model", "learned")
    store.shipped.cache_clear()
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("--model rules") == 1


def test_an_output_that_cannot_be_written_is_said(report: Path, tmp_path: Path) -> None:
    result = read(report, "--out", tmp_path / "no" / "folder.html")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_where_nothing_could_be_read_there_is_no_page_and_an_older_one_stays(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    out.write_text("an older page", encoding="utf-8")
    result = read(tmp_path / "missing.txt", "--format", "html", "--out", out)
    assert result.exit_code == 1
    assert "missing.txt" in result.stderr and "there is no page" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert out.read_text(encoding="utf-8") == "an older page"


def test_ctrl_c_ends_it_quietly(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(reader: Reader, source: str, **known: str | None) -> Iterator[Record]:
        raise KeyboardInterrupt

    monkeypatch.setattr(Reader, "read_source", interrupted)
    result = read(report, "--format", "jsonl")
    assert (result.exit_code, result.output) == (130, "")


def test_a_reader_of_the_output_that_has_seen_enough_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "communique", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout is not None and run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 1
