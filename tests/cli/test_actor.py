"""communique actor."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from communique.cli import app

RUN = CliRunner()


def test_phrases_as_arguments() -> None:
    result = RUN.invoke(app, ["actor", "Boko Haram", "the Turkish parliament"])
    lines = [json.loads(line) for line in result.output.splitlines()]
    assert result.exit_code == 0
    assert [(line["country"], line["sector"]) for line in lines] == [("NGA", "REB"), ("TUR", "LEG")]
    assert list(lines[0]) == ["id", "name", "country", "sector", "sector_2", "kind", "role", "wikidata"]


def test_lines_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "phrases.jsonl"
    file.write_text('{"id": 7, "text": "Trump", "date": "2018-01-01"}\n\n{"id": 8, "text": "the PRD", "context": "Mexican"}\n')
    result = RUN.invoke(app, ["actor", "--jsonl", str(file)])
    lines = [json.loads(line) for line in result.output.splitlines()]
    assert [(line["id"], line["country"]) for line in lines] == [(7, "USA"), (8, "MEX")]


def test_wrong_use_and_broken_lines(tmp_path: Path) -> None:
    assert RUN.invoke(app, ["actor"]).exit_code == 2
    file = tmp_path / "phrases.jsonl"
    file.write_text('{"text": "a"}\n{broken\n')
    result = RUN.invoke(app, ["actor", "--jsonl", str(file)])
    assert result.exit_code == 1 and f"{file}:2" in result.output
    result = RUN.invoke(app, ["actor", "--jsonl", str(tmp_path / "none")])
    assert result.exit_code == 1 and "none: there is no such file" in result.output
