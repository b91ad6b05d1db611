"""communique dossier: every command on a small dossier, as a table and as JSON lines; failures and exit codes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.cli import app
from communique.codec import decode
from communique.dossier import Dossier
from communique.verify import problems_of

FIRST = (
    "Norway rejects smaller cod quota\n"
    "Norwegian Foreign Minister Ada Holm said on Monday that Norway would not accept the smaller quota.\n"
    "“We asked Iceland for one thing and heard nothing for three weeks,” Holm told reporters in Oslo.\n"
    "Talks on the quota broke down in Bergen on Monday, and boats stayed in the northern harbours.\n"
)
SECOND = (
    "Cod quota talks fail\n"
    "Iceland demanded a smaller quota for Norwegian boats, an official in Reykjavik said.\n"
    "Norway's foreign minister, Ada Holm, refused: “We asked Iceland for one thing and heard nothing for three weeks.”\n"
    "The cod quota talks in Bergen will not be resumed before spring, the official said.\n"
)


def run(*arguments: str | Path, code: int = 0) -> Result:
    result = CliRunner().invoke(app, ["dossier", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result


def lines(*arguments: str | Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*arguments, "--jsonl").stdout.splitlines()]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("dossier")
    rows = [
        {"id": "first", "text": FIRST, "published": "2019-03-05", "publisher": "Fjord Wire"},
        {
            "id": "copy",
            "text": FIRST.replace("Norway rejects", "Oslo rejects"),
            "published": "2019-03-06",
            "publisher": "Daily Cod",
        },
        {"id": "second", "text": SECOND, "published": "2019-03-05", "publisher": "Harbour Post"},
    ]
    (folder / "some.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = run("add", folder / "a.db", folder / "some.jsonl", "--model", "rules")
    assert "3 added, 0 here already, 0 failed; 3 reports in all, 1 of them copies, 1 story" in result.stdout
    yield folder / "a.db"


def test_what_is_there_is_not_added_again(db: Path) -> None:
    assert "0 added, 3 here already" in run("add", db, db.parent / "some.jsonl", "--model", "rules").stdout


def test_stories_as_the_scorer_reads_them(db: Path) -> None:
    assert lines("stories", db) == [
        {"id": "first", "story": "first", "copy_of": None},
        {"id": "second", "story": "first", "copy_of": None},
        {"id": "copy", "story": "first", "copy_of": "first"},
    ]


@pytest.mark.parametrize("command", ["table", "changes", "timeline", "quotes", "events", "disagreements", "issues", "stories"])
def test_a_table_and_json_lines_tell_the_same_number(db: Path, command: str) -> None:
    shown, told = run(command, db), lines(command, db)
    assert bool(shown.stdout.strip()) == bool(told)
    with Dossier(db) as dossier:
        assert len(getattr(dossier, command)()) == len(told)


@pytest.mark.parametrize("command", ["table", "quotes", "events", "disagreements", "issues"])
def test_passages_stand_in_their_reports(db: Path, command: str) -> None:
    with Dossier(db) as dossier:
        texts = {one.id: one.record.article.text for one in dossier.reports()}
    for line in lines(command, db):
        passages = line["reports"] if "reports" in line else [line["a"], line["b"]]
        assert isinstance(passages, list)
        for one in passages:
            assert texts[one["report"]][one["span"][0] : one["span"][1]] == one["text"]


def test_a_quote_is_shown_with_its_speaker_and_counted_without_copies(db: Path) -> None:
    output = run("quotes", db).stdout
    assert "Ada Holm · 2 outlets" in output
    assert "copy" in output


def test_search(db: Path) -> None:
    output = run("search", db, '"heard nothing" outlet:harbour').stdout
    assert "second · 2019-03-05 · Harbour Post" in output
    assert {line["report"] for line in lines("search", db, "speaker:Holm thing")} == {"first", "copy", "second"}
    assert "nothing is found" in run("search", db, "whale", code=1).stderr
    assert "no date" in run("search", db, "date:monday", code=2).stderr


def test_a_report(db: Path) -> None:
    assert "report copy, in the story first; a copy of first" in run("report", db, "cop").stdout
    record = decode(run("report", db, "second", "--jsonl").stdout)
    assert record.article.text == SECOND
    assert list(problems_of(record)) == []
    assert "no report 'none'" in run("report", db, "none", code=1).stderr


def test_somebody(db: Path) -> None:
    output = run("actor", db, "Holm").stdout
    assert "Ada Holm" in output
    assert "says    “We asked Iceland" in output
    assert {line["report"] for line in lines("actor", db, "Ada Holm")} == {"first", "second"}
    assert "no report names 'Erik'" in run("actor", db, "Erik", code=1).stderr


def test_issues_by_a_codebook_and_merged_for_good(db: Path, tmp_path: Path) -> None:
    book = tmp_path / "issues.yaml"
    book.write_text("fisheries: [quota]\n", encoding="utf-8")
    assert "fisheries" in {line["issue"] for line in lines("issues", db, "--codebook", book)}
    assert "fisheries" in {line["issue"] for line in lines("table", db, "--codebook", book)}
    old = str(lines("issues", db)[0]["issue"])
    assert "catches *" in run("issues", db, "--merge", old, "catches").stdout
    assert "catches" in {line["issue"] for line in lines("table", db)}
    assert "no issue 'whales'" in run("issues", db, "--merge", "whales", "fish", code=2).stderr
    assert "cannot be read" in run("issues", db, "--codebook", tmp_path / "none.yaml", code=1).stderr


def test_check_and_verify(db: Path, tmp_path: Path) -> None:
    assert "3 reports, no faults" in run("check", db).stdout
    assert "3 reports, no faults" in run("verify", db).stdout
    broken = tmp_path / "broken.db"
    broken.write_bytes(db.read_bytes())
    with Dossier(broken) as dossier:
        dossier._opened(writing=True).rows("DELETE FROM words WHERE rowid = 1")
    assert "words" in run("check", broken, code=1).stdout


def test_a_source_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    result = run("add", tmp_path / "b.db", tmp_path / "none.txt", code=1)
    assert "none.txt: there is no such file" in result.stderr
    assert "0 added, 0 here already, 1 failed" in result.stdout


def test_a_file_that_is_no_dossier_is_named(tmp_path: Path) -> None:
    path = tmp_path / "diary.txt"
    path.write_text("Nothing happened today. " * 50)
    for command in (["add", path, path], ["stories", path], ["check", path]):
        assert "is no dossier" in run(*command, code=1).stderr
    assert path.read_text() == "Nothing happened today. " * 50


def test_wrong_usage(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(FIRST, encoding="utf-8")
    assert "no model 'best'" in run("add", tmp_path / "b.db", source, "--model", "best", code=2).stderr
    run("add", tmp_path / "b.db", code=2)
