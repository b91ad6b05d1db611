"""What decides the rows of a run."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from communique.errors import ModelError, OptionError, ReadError
from communique.scale.options import Options, digest_of_rules


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name in ("a.py", "events/data/b.tsv", "cli/c.py", "events/__pycache__/d.pyc", "notes.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"one\ntwo\n")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("a.py", True),
        ("events/data/b.tsv", True),
        ("events/new.py", True),
        ("cli/c.py", False),
        ("events/__pycache__/d.pyc", False),
    ],
)
def test_rules_are_told_by_what_decides_a_record(package: Path, name: str, changes: bool) -> None:
    before = digest_of_rules(package)
    (package / name).write_bytes(b"three")
    assert (digest_of_rules(package) != before) is changes


def test_line_ends_are_no_change_and_names_are(package: Path) -> None:
    before = digest_of_rules(package)
    (package / "a.py").write_bytes(b"one\r\ntwo\r\n")
    assert digest_of_rules(package) == before
    (package / "a.py").rename(package / "z.py")
    assert digest_of_rules(package) != before


def test_a_knowledge_file_is_told_by_its_digest(tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    file.write_bytes(b"{}")
    first = Options(kb=str(file)).told()["kb"]
    file.write_bytes(b"[]")
    assert first.startswith("sha256:") and Options(kb=str(file)).told()["kb"] != first
    with pytest.raises(ReadError, match="cannot be read"):
        Options(kb=str(tmp_path / "none")).told()


def test_models_are_looked_for_first() -> None:
    with pytest.raises(OptionError, match="no stage 'x'"):
        Options(stages=("x",)).models()
    with pytest.raises(ModelError, match="no_such_model"):
        Options(language_model="no_such_model").models()


def test_readers_can_be_sent_to_workers() -> None:
    make = Options(model="rules", stages=("dates",)).reader()
    assert pickle.loads(pickle.dumps(make)) == make
