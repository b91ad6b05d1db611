"""`communique serve`: what it refuses before it listens."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli import app


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["--host", "0.0.0.0"], 2, "--token"),
        (["--host", "desk.example"], 2, "--token"),
        (["--token", "short"], 2, "16 characters"),
        ([], 1, "no such file"),
        (["--port", "70000"], 2, "65535"),
    ],
)
def test_what_is_refused(tmp_path: Path, arguments: list[str], status: int, says: str) -> None:
    result = CliRunner().invoke(app, ["serve", str(tmp_path / "none.db"), *arguments])
    assert result.exit_code == status
    assert says in result.stderr
    assert not list(tmp_path.iterdir())
