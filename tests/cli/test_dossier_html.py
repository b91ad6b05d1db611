"""communique dossier html: what it writes, and that a failure leaves what was there."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.cli import app
from communique.dossier import Dossier


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["dossier", "html", *map(str, arguments)])


@pytest.fixture
def db(tmp_path: Path) -> Path:
    with Dossier(tmp_path / "lake.db") as made:
        made.settle()
    return tmp_path / "lake.db"


def test_it_is_written_whole(db: Path) -> None:
    out = db.with_name("lake.html")
    result = run(db, "--out", out)
    assert (result.exit_code, result.output) == (0, "")
    assert out.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert run(db).stdout == out.read_text(encoding="utf-8")
    assert {path.name for path in db.parent.glob("*.part")} == set()


def test_where_it_fails_what_was_there_stays(tmp_path: Path) -> None:
    out = tmp_path / "old.html"
    out.write_text("old", encoding="utf-8")
    (tmp_path / "none.db").write_text("no dossier", encoding="utf-8")
    result = run(tmp_path / "none.db", "--out", out)
    assert result.exit_code == 1
    assert result.stderr.startswith("communique: ")
    assert out.read_text(encoding="utf-8") == "old"


def test_where_it_cannot_be_written_is_named(db: Path, tmp_path: Path) -> None:
    result = run(db, "--out", tmp_path / "nowhere" / "a.html")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
