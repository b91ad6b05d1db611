"""Runs, broken off everywhere and gone on with: always the tables of an unbroken one."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from communique.errors import CommandError, OptionError
from communique.scale import writing
from communique.scale.manifest import finished_shards, load_manifest
from communique.scale.options import Options
from communique.scale.run import Engine, Progress, inline_engine, run_corpus

OPTIONS = Options(model="rules", shard_size=2)


@pytest.fixture
def run(corpus: Path, tmp_path: Path, make: Any) -> Callable[..., dict[str, int]]:
    """run("out", fresh=..., shard_size=...): the corpus into a folder, with the fake reader."""

    def start(name: str, *, engine: Engine = inline_engine, fresh: bool = False, **options: Any) -> dict[str, int]:
        chosen = replace(OPTIONS, **options)
        return run_corpus([str(corpus)], tmp_path / name, options=chosen, engine=engine, fresh=fresh, make=make)

    return start


def files(folder: Path) -> dict[str, bytes]:
    """All tables, and the finished manifest."""
    found = [*folder.rglob("*.parquet"), folder / "manifest.json"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def column(folder: Path, table: str, name: str) -> list[Any]:
    paths = sorted((folder / table).rglob("*.parquet"))
    return [value for path in paths for value in pq.read_table(path, partitioning=None)[name].to_pylist()]


def test_what_comes_out(run: Any, tmp_path: Path) -> None:
    counts = run("out")
    out = tmp_path / "out"
    assert (counts["reports"], counts["errors"], counts["gaps"]) == (7, 2, 9)
    assert column(out, "reports", "text") == ["one two", "three", "four", "five", "six", "seven eight", "nine"]
    assert column(out, "reports", "published")[5] == "2019-02-28" and column(out, "reports", "report")[0] == "1"
    assert column(out, "errors", "source") == ["a.jsonl, line 3", "d.jsonl, line 1"]
    assert column(out, "errors", "kind") == ["read", "read"]
    assert finished_shards(out) == ["000000-00000", "000000-00001", "000001-00000", "000002-00000", "000002-00001"]
    manifest = load_manifest(out)
    assert manifest["state"] == "finished" and manifest["rows"] == counts and manifest["options"]["model"] == "rules"
    shard = manifest["shards"]["000000-00001"]
    assert (shard["items"], shard["rows"]["reports"], shard["rows"]["errors"], len(shard["digest"])) == (2, 1, 1, 64)


def breaking(after: int) -> Engine:
    def engine(task: Any, stream: Iterator[Any]) -> Iterator[Any]:
        for number, one in enumerate(inline_engine(task, stream)):
            if number == after:
                raise KeyboardInterrupt
            yield one

    return engine


def test_broken_off_behind_every_report_and_gone_on_with(run: Any, tmp_path: Path) -> None:
    run("whole")
    for after in range(16):
        with pytest.raises(KeyboardInterrupt):
            run(f"out{after}", engine=breaking(after))
        assert load_manifest(tmp_path / f"out{after}")["state"] == "stopped"
        run(f"out{after}")
        assert files(tmp_path / f"out{after}") == files(tmp_path / "whole")


def test_broken_off_at_every_write_and_gone_on_with(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As by kill -9: the file that is being written stays half, and nothing is tidied up."""
    run("whole")
    write, left = writing.write_whole, 0

    def dying(path: Path, data: bytes) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_name(path.name + ".part").write_bytes(data[: len(data) // 2])
            raise KeyboardInterrupt
        write(path, data)

    number = sum(path.suffix == ".parquet" for path in (tmp_path / "whole").rglob("*"))
    for after in range(number):
        left = after
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(writing, "write_whole", dying)
            run(f"out{after}")
        run(f"out{after}")
        assert files(tmp_path / f"out{after}") == files(tmp_path / "whole")
        assert not list((tmp_path / f"out{after}").rglob("*.part"))


def test_a_line_that_was_written_half(run: Any, tmp_path: Path) -> None:
    run("out")
    whole = files(tmp_path / "out")
    journal = tmp_path / "out" / "shards.jsonl"
    data = journal.read_bytes()
    for cut in range(0, len(data), 97):
        journal.write_bytes(data[:cut])
        run("out")
        assert files(tmp_path / "out") == whole and journal.read_bytes() == data
    journal.write_bytes(b"{nonsense}\n")
    with pytest.raises(CommandError, match="shards.jsonl: is damaged"):
        run("out")


def test_what_is_finished_is_not_read_again(run: Any, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run("out", engine=breaking(8))
    seen: list[str] = []

    def engine(task: Any, stream: Iterator[Any]) -> Iterator[Any]:
        for one in stream:
            seen.append(getattr(one, "source", ""))
            yield task.ready()(one) if getattr(one, "source", None) else one

    run("out", engine=engine)
    assert [source for source in seen if source] == ["b.txt", "c.txt", "d.jsonl, line 1", "d.jsonl, line 2", "d.jsonl, line 3"]
    seen.clear()
    run("out", engine=engine)
    assert seen == []


def test_a_changed_option_refuses_and_says_which(run: Any, tmp_path: Path) -> None:
    run("out")
    with pytest.raises(OptionError, match=r"options.min_confidence was 0.0, is 0.5; options.shard_size was 2, is 3\..*--fresh"):
        run("out", shard_size=3, min_confidence=0.5)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    manifest["models"]["given"] = "1"
    (tmp_path / "out" / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(OptionError, match='models.given was "1", is "0"'):
        run("out")
    run("out", shard_size=3, fresh=True)
    run("other", shard_size=3)
    assert files(tmp_path / "out") == files(tmp_path / "other")


def test_a_changed_corpus_refuses_and_says_where(run: Any, corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run("out", engine=breaking(3))
    text = (corpus / "a.jsonl").read_text()
    (corpus / "a.jsonl").write_text(text.replace("three", "third"))
    with pytest.raises(CommandError, match="a.jsonl: not what it was"):
        run("out")
    (corpus / "a.jsonl").write_text(text)
    run("out")
    (corpus / "c.txt").write_text("longer")
    with pytest.raises(CommandError, match="b.txt and 1 more: not what it was"):
        run("out")
    (corpus / "c.txt").write_text("six")
    (corpus / "d.jsonl").unlink()
    with pytest.raises(CommandError, match="has become smaller"):
        run("out")


def test_limit_and_sample(run: Any, tmp_path: Path) -> None:
    assert run("limit", limit=5)["reports"] == 4 and column(tmp_path / "limit", "reports", "text")[-1] == "five"
    for after in range(8):
        with pytest.raises(KeyboardInterrupt):
            run(f"out{after}", engine=breaking(after), limit=5)
        run(f"out{after}", limit=5)
        assert files(tmp_path / f"out{after}") == files(tmp_path / "limit")
    counts = run("sample", sample=4)
    assert counts["reports"] + counts["errors"] == 4
    with pytest.raises(KeyboardInterrupt):
        run("again", engine=breaking(3), sample=4)
    assert run("again", sample=4) == counts and files(tmp_path / "again") == files(tmp_path / "sample")
    with pytest.raises(OptionError, match="sample 0 is too small"):
        run("none", sample=0)


def test_known_fields_stand_in(run: Any, tmp_path: Path) -> None:
    run("out", published="2019-01-01", publisher="Agency")
    assert column(tmp_path / "out", "reports", "published") == ["2019-01-01"] * 5 + ["2019-02-28", "2019-01-01"]
    assert set(column(tmp_path / "out", "reports", "publisher")) == {"Agency"}


def test_what_the_reader_raises_is_a_row(run: Any, corpus: Path, tmp_path: Path) -> None:
    (corpus / "c.txt").write_text("FAIL")
    counts = run("out")
    assert (counts["reports"], counts["errors"]) == (6, 3)
    assert "RuntimeError: no such luck" in column(tmp_path / "out", "errors", "reason")


def test_folders_that_are_not_ours(run: Any, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.docx").write_text("years of work")
    for fresh in (False, True):
        with pytest.raises(OptionError, match="not empty and holds no run"):
            run("full", fresh=fresh)
    assert (tmp_path / "full" / "thesis.docx").exists()


def test_two_runs_at_once(run: Any, tmp_path: Path) -> None:
    def engine(task: Any, stream: Iterator[Any]) -> Iterator[Any]:
        with pytest.raises(CommandError, match="another run is at work"):
            run("out")
        return inline_engine(task, stream)

    assert run("out", engine=engine)["reports"] == 7


def test_progress(corpus: Path, tmp_path: Path, make: Any) -> None:
    seen: list[tuple[int, int, int]] = []

    def tell(progress: Progress) -> None:
        seen.append((progress.reports, progress.errors, progress.meter.taken))

    run_corpus([str(corpus)], tmp_path / "out", options=OPTIONS, engine=inline_engine, tell=tell, make=make)
    assert [one[:2] for one in seen] == [(1, 0), (2, 0), (3, 1), (4, 1), (5, 1), (6, 1), (7, 2), (8, 2), (9, 2)]
    assert seen[-1][2] == sum(path.stat().st_size for path in corpus.iterdir())


@pytest.mark.parametrize("named", ["", "*", "**"])
def test_what_came_out_is_not_read_again(corpus: Path, make: Any, named: str) -> None:
    for name in ("tables", "sub/tables", "tables"):
        out = corpus / name
        counts = run_corpus([str(corpus / named)], out, options=OPTIONS, engine=inline_engine, make=make, fresh=True)
        assert (counts["reports"], counts["errors"]) == (7, 2)
        if named == "**":
            break


def test_memory_does_not_grow_with_the_corpus(tmp_path: Path, make: Any) -> None:
    def peak(number: int) -> int:
        folder = tmp_path / str(number)
        folder.mkdir()
        with (folder / "a.jsonl").open("w") as stream:
            stream.writelines(json.dumps({"text": f"word{at} " + "and more of it " * 50}) + "\n" for at in range(number))
        tracemalloc.start()
        run_corpus([str(folder)], folder / "out", options=replace(OPTIONS, shard_size=50), engine=inline_engine, make=make)
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(60)
    assert peak(1200) < 1.3 * peak(200)
