"""A Ray cluster of this machine: the rows of the local engine, also where actors die."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from communique.scale.items import Item
from communique.scale.parts import ShardEnd
from communique.scale.run import inline_engine
from communique.scale.worker import Task

ray = pytest.importorskip("ray", reason="needs the extra ray")
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def engine(make: Callable[[], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from communique.scale.cluster import ray_engine

    # Actors import the fake reader by name.
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path / "modules"), *filter(None, sys.path)]))
    yield ray_engine(None, 2, 5.0)
    ray.shutdown()


def test_the_same_rows_and_one_report_a_mishap(engine: Any, make: Callable[[], Any], tmp_path: Path) -> None:
    texts = ["SLOW one", "CRASH", "HANG", f"ONCE {tmp_path / 'seen'}", *(f"word{number}" for number in range(20)), ""]
    mark = ShardEnd("000000-00000", "", len(texts))
    items = [Item(f"i{number}", "text", text.encode()) for number, text in enumerate(texts)]
    with closing(engine(Task(make, 1000), iter([*items, mark]))) as outcomes:
        found = list(outcomes)
    fine = [0, *range(3, len(texts))]
    expected = list(inline_engine(Task(make, 1000), iter([items[at] for at in fine])))
    assert [found[at] for at in fine] == expected and found[-1] == mark
    assert [found[at]["errors"][0]["kind"] for at in (1, 2)] == ["crash", "timeout"]
