"""communique kb, and --kb of other commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.cli import app
from communique.codec import decode

OWN = "name,kind,country,sector,role,start,end,other_names,wikidata\nFish Watch,organization,NOR,NGO,,,,FW Norge,Q900001\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "own.csv").write_text(OWN + "Angela Merkel,person,DEU,NGO,,,,,\nBerg,person,NOR,GOV,mayor,2001,2005,,\n")
    result = run("kb", "import", "--csv", tmp_path / "own.csv", "--out", tmp_path / "own.jsonl")
    assert result.exit_code == 0 and "own.jsonl: 3 entries" in result.output
    return tmp_path / "own.jsonl"


def test_show_tells_offices_with_their_days_and_tables() -> None:
    result = run("kb", "show", "Merkel", "Federal Republic of Germany")
    assert result.exit_code == 0
    assert "Angela Merkel (person)" in result.output
    assert "chancellor, Germany DEU, GOV, 2005-11-22 to 2021-12-08 [world/holders, sure]" in result.output
    assert "ISO number: 276" in result.output and "COW number: 255" in result.output and "Wikidata: Q183" in result.output


def test_show_on_a_day() -> None:
    names = {date: run("kb", "show", "Bush", "--date", date, "--json").output for date in ("1991-02-01", "2005-02-01")}
    presidents = {date: [json.loads(line) for line in lines.splitlines()] for date, lines in names.items()}
    found = {date: [e["name"] for e in rows if e["role"] == "president"] for date, rows in presidents.items()}
    assert found == {"1991-02-01": ["George H. W. Bush"], "2005-02-01": ["George W. Bush"]}


def test_show_of_nobody_and_of_no_day() -> None:
    result = run("kb", "show", "Xqz Vbn")
    assert result.exit_code == 1 and "nothing is known under the name 'Xqz Vbn'" in result.output
    assert run("kb", "show", "Merkel", "--date", "yesterday").exit_code == 2


def test_a_file_of_ones_own_beats_ours(own: Path) -> None:
    assert "[own.csv]" in run("kb", "show", "FW Norge", "--kb", own).output
    lines = [json.loads(line) for line in run("actor", "Angela Merkel", "Fish Watch", "--kb", own).output.splitlines()]
    assert [(line["sector"], line["wikidata"]) for line in lines] == [("NGO", None), ("NGO", "Q900001")]
    assert json.loads(run("actor", "Angela Merkel", "--date", "2010-01-01").output)["sector"] == "GOV"


def test_reports_are_read_with_a_file_of_ones_own(own: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Fish Watch said on Monday that the fjord was clean.\n")
    records = [
        decode(run("read", report, "--format", "jsonl", "--stages", "actors", *more).stdout) for more in ((), ("--kb", own))
    ]
    found = [[(a.name, a.country, a.sector, a.wikidata) for a in record.actors] for record in records]
    assert ("Fish Watch", "NOR", "NGO", "Q900001") in found[1] and ("Fish Watch", "NOR", "NGO", "Q900001") not in found[0]


def test_a_state_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("name,kind,country\nRuritania,state,RTN\n")
    run("kb", "import", "--csv", tmp_path / "own.csv", "--out", tmp_path / "own.jsonl")
    (tmp_path / "report.txt").write_text("Ruritania rejected the treaty on Monday.\n")
    result = run("read", tmp_path / "report.txt", "--format", "jsonl", "--stages", "actors", "--kb", tmp_path / "own.jsonl")
    assert [(a.kind, a.country) for a in decode(result.stdout).actors] == [("state", "RTN")]


def test_import_from_several_files_at_once(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(OWN)
    (tmp_path / "own.txt").write_text("ANNA_BERG_ [NORGOV 010101-050101]\n")
    out = tmp_path / "own.jsonl"
    assert run("kb", "import", "--petrarch", tmp_path / "own.txt", "--csv", tmp_path / "own.csv", "--out", out).exit_code == 0
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert [line.get("name") for line in lines] == [None, "Anna Berg", "Fish Watch"]


@pytest.mark.parametrize("command", [("kb", "show", "Merkel"), ("actor", "Merkel"), ("read", "-")])
def test_a_broken_file_of_ones_own_is_named_with_its_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text('{"schema":"communique.kb/1"}\n{"name":\n')
    result = run(*command, "--kb", path)
    assert result.exit_code == 1 and f"communique: {path}:2: no entry" in result.output


def test_a_broken_import_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(OWN + "A,hero\n")
    result = run("kb", "import", "--csv", tmp_path / "own.csv", "--out", tmp_path / "own.jsonl")
    assert result.exit_code == 1 and "own.csv:3: 2 cells" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["own.csv"]
    assert run("kb", "import", "--out", tmp_path / "own.jsonl").exit_code == 2


def test_build_says_how_much_there_is(tmp_path: Path) -> None:
    result = run("kb", "build", "--out", tmp_path / "kb.jsonl")
    assert result.exit_code == 0 and (tmp_path / "kb.jsonl").stat().st_size > 100_000
    assert run("kb", "build", "--out", tmp_path / "none" / "kb.jsonl").exit_code == 1
