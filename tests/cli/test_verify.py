"""communique verify and schema: exit codes and messages."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

import communique
from communique.cli import app
from communique.version import __version__

RUN = CliRunner()


@pytest.fixture
def line() -> str:
    return communique.read("Ada Holm said the talks had failed.", id="r1").to_json()


def test_good_records_pass(line: str, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl.gz"
    path.write_bytes(gzip.compress(f"{line}\n\n{line}\n".encode()))
    result = RUN.invoke(app, ["verify", str(path)])
    assert (result.exit_code, result.stdout) == (0, "2 records, no faults\n")


def test_a_fault_is_named_by_file_line_and_place(line: str, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    record = json.loads(line)
    record["statements"][0]["content"][0]["span"][0] += 1
    path.write_text(f"{line}\n{json.dumps(record)}\n", encoding="utf-8")
    result = RUN.invoke(app, ["verify", str(path)])
    assert result.exit_code == 1
    assert f"{path}:2: $.statements[0].content[0].text: " in result.stdout
    assert result.stdout.endswith("2 records, 1 fault\n")


@pytest.mark.parametrize("given", ["", "[]\n", "nothing\n"])
def test_no_records_are_not_all_well(given: str) -> None:
    assert RUN.invoke(app, ["verify", "-"], input=given).exit_code == 1


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["verify", str(tmp_path / "none.jsonl")])
    assert result.exit_code == 1
    assert "none.jsonl: there is no such file\n0 records, 1 fault" in result.stdout


def test_a_file_that_is_no_text_is_a_fault_and_the_others_are_checked(line: str, tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.jsonl", tmp_path / "good.jsonl"
    bad.write_bytes(b"\xff\xfe{")
    good.write_text(line, encoding="utf-8")
    result = RUN.invoke(app, ["verify", str(bad), str(good)])
    assert result.exit_code == 1
    assert "bad.jsonl: cannot be read: it is not UTF-8\n1 record, 1 fault" in result.stdout


def test_the_schema_is_printed_and_fits(line: str) -> None:
    result = RUN.invoke(app, ["schema"])
    assert result.exit_code == 0
    jsonschema.validate(json.loads(line), json.loads(result.stdout))


def test_the_version_and_the_help_are_shown() -> None:
    assert RUN.invoke(app, ["--version"]).stdout == f"communique {__version__}\n"
    shown = RUN.invoke(app, ["--help"]).stdout
    assert all(command in shown for command in ("read", "verify", "schema", "actor"))
