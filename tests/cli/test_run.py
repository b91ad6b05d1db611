"""communique run and communique query."""

from __future__ import annotations

import builtins
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from communique.cli import app
from communique.cli.run import _cores, _shown

pytest.importorskip("pyarrow", reason="needs the extra corpus")
TEXT = "Brazil's minister Ana Costa said on Monday that Peru must leave the pact. Peru rejected the demand."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    lines = [{"id": "1", "text": TEXT, "published": "2019-03-05"}, {"id": "2", "text": ""}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_a_corpus_is_run_and_asked(corpus: Path, tmp_path: Path) -> None:
    options = ("--out", tmp_path / "out", "--model", "rules", "--workers", 1)
    result = run("run", corpus, *options)
    assert result.exit_code == 0 and f"{tmp_path / 'out'}: reports 1, errors 1, statements " in result.output
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["state"] == "finished" and manifest["options"]["model"] == "rules"
    language, rules = manifest["models"]
    assert language.startswith("en_core_web_sm") and rules == "rules"
    again = run("run", corpus, *options)
    assert again.exit_code == 0 and again.output == result.output
    other = run("run", corpus, *options[:-2], "--min-confidence", 0.5)
    assert other.exit_code == 2 and "options.min_confidence was 0.0, is 0.5" in other.output
    found = run("query", tmp_path / "out", "select speaker, when_start from statements", "--format", "jsonl")
    assert json.loads(found.output.splitlines()[0])["speaker"].endswith("Ana Costa")
    assert run("query", tmp_path / "out", "select report, 1 as n from reports", "--format", "csv").output == "report,n\n1,1\n"
    assert "is empty" in run("query", tmp_path / "out", "select reason from errors").output


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (("run", "none.jsonl", "--out", "out"), 1, "none.jsonl: there is no such file"),
        (("run", "corpus.jsonl", "--out", "out", "--model", "best"), 2, "no model 'best'"),
        (("run", "corpus.jsonl", "--out", "out", "--stages", "x"), 2, "no stage 'x'"),
        (("run", "corpus.jsonl", "--out", "out", "--published", "today"), 2, "is not a date"),
        (("run", "corpus.jsonl", "--out", "corpus.jsonl"), 1, "cannot be made"),
        (("run", "corpus.jsonl", "--out", "out", "--workers", "0"), 2, "workers"),
        (("run", "corpus.jsonl", "--out", "out", "--address", "auto"), 2, "give --engine ray"),
        (("query", "out", "select 1"), 1, "no folder that `communique run` wrote"),
    ],
)
def test_wrong_use(corpus: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, reason: str) -> None:
    monkeypatch.chdir(corpus.parent)
    result = run(*arguments)
    assert result.exit_code == code and reason in result.output


@pytest.mark.parametrize(
    ("package", "more", "extra"), [("fsspec", (), "communique[corpus]"), ("ray", ("--engine", "ray"), "communique[ray]")]
)
def test_without_the_extra(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, more: tuple[str, ...], extra: str
) -> None:
    for name in [name for name in sys.modules if name.startswith("communique.scale")]:
        monkeypatch.delitem(sys.modules, name)
    load = builtins.__import__

    def missing(name: str, *rest: Any, **options: Any) -> Any:
        if name.partition(".")[0] == package:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return load(name, *rest, **options)

    monkeypatch.setattr(builtins, "__import__", missing)
    result = run("run", corpus, "--out", tmp_path / "out", *more)
    assert result.exit_code == 1 and f"communique: {package} is not installed: pip install '{extra}'" in result.output


def at_work(group: int) -> list[str]:
    """Processes of a group that are not over, as /proc tells them."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = path.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if its_group == str(group) and state != "Z":
            found.append(path.parent.name)
    return found


def test_ctrl_c_stops_cleanly(corpus: Path, tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT})
    corpus.write_text(f"{line}\n" * 3000)
    command = [sys.executable, "-m", "communique", "run", corpus, "--out", tmp_path / "out", "--model", "rules"]
    # A session of its own, so that all its processes get the signal, as from a terminal.
    process = subprocess.Popen(
        [*map(str, command), "--workers", "2", "--shard-size", "2"], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    journal, until = tmp_path / "out" / "shards.jsonl", time.monotonic() + 300
    while not journal.exists() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.2)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=120)
    assert (process.returncode, told) == (130, "communique: stopped; the same command goes on from here\n")
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["state"] == "stopped"
    until = time.monotonic() + 30
    while at_work(process.pid) and time.monotonic() < until:
        time.sleep(0.2)
    assert at_work(process.pid) == []


@pytest.mark.parametrize("terminal", ["1", "0"])
def test_progress_is_shown_on_a_terminal_only(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: str
) -> None:
    from communique.scale.files import Meter
    from communique.scale.run import Progress

    monkeypatch.setenv("TTY_COMPATIBLE", terminal)
    monkeypatch.setenv("COLUMNS", "160")
    with _shown([str(corpus)]) as tell:
        tell(Progress(Meter(corpus.stat().st_size // 2), reports=1200, errors=3, earlier=100))
    told = capsys.readouterr().err
    if terminal == "0":
        assert told == ""
    else:
        assert "1,300 reports" in told and "3 errors" in told and "50%" in told.replace("49%", "50%")


def test_cores() -> None:
    assert 1 <= _cores() <= (os.cpu_count() or 1)
