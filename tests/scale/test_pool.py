"""Worker processes: the same rows as without, and what goes wrong in one costs its report alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from communique.errors import CommandError
from communique.scale import pool as module
from communique.scale.items import Item
from communique.scale.parts import PartEnd, ShardEnd
from communique.scale.pool import Pool
from communique.scale.process import Process, wait_for
from communique.scale.run import inline_engine
from communique.scale.worker import Task


def items(*texts: str) -> list[Any]:
    return [Item(f"i{number}", "text", text.encode()) for number, text in enumerate(texts)]


def told(outcomes: Iterator[Any]) -> list[Any]:
    """(source, kind of error or None) of each report; marks as they are."""
    found: list[Any] = []
    for one in outcomes:
        if isinstance(one, ShardEnd | PartEnd):
            found.append(one)
        else:
            row = (one.get("reports") or one["errors"])[0]
            found.append((row["source"], row.get("kind")))
    return found


def pool(task: Task, *, workers: int = 2, timeout: float = 30.0) -> Pool:
    return Pool(task, [Process(task) for _ in range(workers)], wait_for, timeout=timeout)


def pooled(task: Task, stream: list[Any], **options: Any) -> Iterator[Any]:
    with closing(pool(task, **options).outcomes(iter(stream))) as outcomes:  # type: ignore[type-var]
        yield from outcomes


def test_rows_come_in_order_and_what_goes_wrong_costs_one_report(make: Callable[[], Any], tmp_path: Path) -> None:
    bad = {"CRASH": "crash", "HANG": "timeout", "FAIL": "record", "x" * 2000: "read", f"ONCE {tmp_path / 'seen'}": None}
    texts = ["SLOW one", "two", *bad, *(f"word{number}" for number in range(100))]
    task, mark = Task(make, 1000), ShardEnd("000000-00000", "", 2)
    stream = [*items(*texts)[:2], mark, *items(*texts)[2:], PartEnd(0, "", 1, len(texts))]
    found = list(pooled(task, stream, timeout=5.0))
    fine = [one for one in stream if not (isinstance(one, Item) and one.data.decode() in bad)]
    assert [one for one, given in zip(found, stream, strict=True) if given in fine] == list(inline_engine(task, iter(fine)))
    kinds = [(f"i{number}", bad.get(text)) for number, text in enumerate(texts)]
    assert told(iter(found)) == [*kinds[:2], mark, *kinds[2:], stream[-1]]


def test_workers_that_cannot_start(make: Callable[[], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAKE_DIES", "1")
    monkeypatch.setattr(module, "_STARTS", 1)
    with pytest.raises(CommandError, match=r"die while they start \(exit code 3\)"):
        list(pooled(Task(make, 1000), items("one"), workers=1))


def test_workers_are_replaced_and_gone_at_the_end(make: Callable[[], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_REPORTS", 2)
    one = pool(Task(make, 1000), workers=1)
    (worker,) = one._workers
    assert isinstance(worker, Process)
    first = worker._process.pid
    outcomes = one.outcomes(iter(items("one", "two", "three", "four")))
    assert next(outcomes) and next(outcomes) and next(outcomes)
    second = worker._process.pid
    assert second not in {None, first} and os.environ.get("TOKENIZERS_PARALLELISM") is None
    outcomes.close()  # type: ignore[attr-defined]
    for pid in (first, second):
        with pytest.raises(ProcessLookupError):
            os.kill(pid or 0, 0)


def test_the_stream_is_not_read_ahead_of_the_room(make: Callable[[], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    taken = 0

    def stream() -> Iterator[Item]:
        nonlocal taken
        for item in items(*["HANG"], *["fine"] * 500):
            taken += 1
            yield item

    outcomes = pool(Task(make, 1000), timeout=4.0).outcomes(stream())
    assert next(outcomes)["errors"][0]["kind"] == "timeout"  # type: ignore[index]
    assert 2 < taken <= 64
    outcomes.close()  # type: ignore[attr-defined]
