"""The file that is shipped is what the tables make."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from communique.actors.kb import Knowledge, build
from communique.actors.kb.sizes import form_sizes
from communique.actors.kb.tables import all_entries
from communique.world import states


def test_the_shipped_file_is_what_the_tables_make_and_the_same_bytes_twice(tmp_path: Path) -> None:
    number = build.build(tmp_path / "one.jsonl")
    assert build.build(tmp_path / "two.jsonl") == number == len(list(all_entries()))
    made = (tmp_path / "one.jsonl").read_bytes()
    assert made == (tmp_path / "two.jsonl").read_bytes()
    assert made == build.shipped_file().read_bytes(), "the tables have changed: run `communique kb build`"


def test_a_stale_or_missing_file_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "knowledge.jsonl"
    monkeypatch.setattr(build, "shipped_file", lambda: file)
    expected = list(all_entries())
    entries, generated, sizes = build.our_entries()
    assert [*entries, *generated()] == expected
    build.build(file)
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:5] + lines[-5:]))
    entries, generated, sizes = build.our_entries()
    assert (len(entries), len(generated())) == (4, 5), "the file is used where it is fresh"
    assert sizes == form_sizes(e for e in expected if not e.generated)
    file.write_bytes(b'{"schema":"communique.kb/1","tables":"old"}\n' + b"".join(lines[1:5]))
    entries, generated, sizes = build.our_entries()
    assert [*entries, *generated()] == expected


def test_it_loads_quickly() -> None:
    start = time.process_time()
    entries, generated, sizes = build.our_entries()
    knowledge = Knowledge(entries, generated=generated, sizes=sizes)
    assert knowledge.at("France") and time.process_time() - start < 0.3


def test_every_state_has_its_bodies() -> None:
    _, generated, _ = build.our_entries()
    kinds: dict[str | None, set[str | None]] = {}
    for entry in generated():
        kinds.setdefault(entry.country, set()).add(entry.role)
    assert set(kinds) == {state.code for state in states()}
    assert kinds["CHL"] >= {"parliament", "foreign ministry", "central bank", "supreme court", "army", "intelligence service"}
