"""Readers with a knowledge file of one's own."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from communique.actors.kb import Entry
from communique.actors.kb.file import write_entries
from communique.errors import ReadError
from communique.pipeline import choose_stages, with_knowledge
from communique.reader import load

TEXT = "Fish Watch said on Monday that the fjord was clean."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    with (tmp_path / "own.jsonl").open("wb") as stream:
        write_entries([Entry("Fish Watch", "organization", "NOR", "NGO")], stream)
    return tmp_path / "own.jsonl"


def test_a_reader_with_and_without(own: Path) -> None:
    found = [load(stages=["actors"], kb=kb).read(TEXT).actors for kb in (str(own), own, None)]
    assert [("NOR", "NGO") in {(a.country, a.sector) for a in actors} for actors in found] == [True, True, False]


def test_stages_with_a_file_can_be_sent_to_workers(own: Path) -> None:
    stages = with_knowledge(choose_stages(None), own)
    assert [step.name for step in pickle.loads(pickle.dumps(stages))] == [step.name for step in choose_stages(None)]


def test_a_fault_shows_before_the_first_report(tmp_path: Path) -> None:
    (tmp_path / "own.jsonl").write_text("nothing\n")
    with pytest.raises(ReadError, match="no knowledge file"):
        load(kb=tmp_path / "own.jsonl")
