"""A corpus -> a folder of tables, going on where an earlier run was broken off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from communique.errors import CommandError
from communique.scale.files import Meter, find_files, outside
from communique.scale.items import Item
from communique.scale.manifest import Run, opened_run
from communique.scale.options import Options
from communique.scale.parts import (
    Part,
    PartEnd,
    ShardEnd,
    items_of_part,
    limited,
    parts_of,
    sample_of,
    shard_name,
    sharded,
)
from communique.scale.pool import Mark, Pool
from communique.scale.process import Process, wait_for
from communique.scale.rows import Rows
from communique.scale.worker import Read, Task
from communique.scale.writing import Shard
from communique.version import __version__

Engine = Callable[[Task, Iterator[Item | Mark]], Iterator[Rows | Mark]]


@dataclass(slots=True)
class Progress:
    """How far a run is: reports and errors of this run, those of earlier ones, and bytes of the corpus taken."""

    meter: Meter
    reports: int = 0
    errors: int = 0
    earlier: int = 0


def local_engine(workers: int, timeout: float) -> Engine:
    """Processes of this machine; a report that takes longer than `timeout` seconds is given up."""

    def outcomes(task: Task, stream: Iterator[Item | Mark]) -> Iterator[Rows | Mark]:
        pool = Pool(task, [Process(task) for _ in range(workers)], wait_for, timeout=timeout)
        return pool.outcomes(stream)

    return outcomes


def inline_engine(task: Task, stream: Iterator[Item | Mark]) -> Iterator[Rows | Mark]:
    """No process but this one: for tests, and for looking into what a worker does. Nothing guards against hangs and crashes."""
    rows_of_item = task.ready()
    return (rows_of_item(one) if isinstance(one, Item) else one for one in stream)


def run_corpus(
    corpus: Sequence[str],
    out: Path,
    *,
    options: Options,
    engine: Engine,
    fresh: bool = False,
    tell: Callable[[Progress], None] = lambda progress: None,
    make: Callable[[], Read] | None = None,
) -> dict[str, int]:
    """Read a corpus into the tables of a folder; rows of each table that the folder then holds.

    Args:
        corpus: files, folders, globs, addresses (`communique.scale.files.find_files`).
        out: the folder; one that a run of the same options left unfinished is gone on with.
        options: everything that decides which rows come out.
        engine: what does the work; it makes no difference to the rows.
        fresh: delete what an earlier run wrote there.
        tell: called after each report.
        make: another reader than `options` ask for (tests).

    Raises:
        OptionError: options or corpus are not those that the folder's run was begun with.
        CommandError: the corpus cannot be read on, the folder cannot be written, workers cannot be started.
    """
    # What is wrong with the command is told before models are loaded.
    next(find_files(corpus))
    models = options.models() if make is None else {"given": "0"}
    made_by = {"communique": __version__, "models": models, "options": options.told()}
    task = Task(make or options.reader(), options.max_chars, options.published, options.publisher)
    progress = Progress(Meter())
    with opened_run(out, made_by, corpus, fresh=fresh) as run:
        try:
            feed = _Feed(corpus, options, run, progress)
            _fill(run, engine(task, feed.stream()), progress, tell)
        except BaseException:
            run.write("stopped")
            raise
        run.write("finished")
        return run.counts()


def _fill(run: Run, outcomes: Iterator[Rows | Mark], progress: Progress, tell: Callable[[Progress], None]) -> None:
    shard = Shard()
    # Workers are to be gone before anything is said about why it ends.
    with closing(outcomes):  # type: ignore[type-var]
        for one in outcomes:
            if isinstance(one, ShardEnd):
                run.finish_shard(one, shard.write(run.folder, one.name))
                shard = Shard()
            elif isinstance(one, PartEnd):
                run.finish_part(one)
            else:
                shard.add(one)
                progress.reports += 1
                progress.errors += "errors" in one
                tell(progress)


class _Feed:
    """The items that are left to read, with the marks that say where shards and parts end."""

    def __init__(self, corpus: Sequence[str], options: Options, run: Run, progress: Progress) -> None:
        self._corpus, self._options, self._run, self._progress = corpus, options, run, progress
        self._left = options.limit

    def stream(self) -> Iterator[Item | Mark]:
        """Raises CommandError where the corpus is not the one that the folder's run began with."""
        sample, seen = self._options.sample, 0
        keep = sample_of(self._parts(), sample, self._options.max_chars) if sample is not None else None
        for part in self._parts():
            if self._left == 0:
                return
            seen += 1
            done = self._run.parts.get(part.number)
            if done is not None:
                self._skip(part, done)
                continue
            items = limited(items_of_part(part, self._options.max_chars, self._progress.meter), self._left, keep)
            yield from self._unfinished(part, sharded(part, items, self._options.shard_size))
        if any(number >= seen for number in self._run.parts):
            raise CommandError("the corpus has become smaller since the run began; start anew with --fresh")

    def _parts(self) -> Iterator[Part]:
        return parts_of(outside(find_files(self._corpus), self._run.folder), self._options.shard_size)

    def _skip(self, part: Part, done: PartEnd) -> None:
        if part.digest != done.digest:
            raise _changed(part)
        self._progress.meter.taken += part.size
        self._take(done.items)
        self._progress.earlier += done.items

    def _unfinished(self, part: Part, stream: Iterator[Item | Mark]) -> Iterator[Item | Mark]:
        """The items and marks of a part, without the shards that are finished."""
        shard = 0
        for one in stream:
            done = self._run.shards.get(shard_name(part.number, shard))
            if isinstance(one, ShardEnd):
                if done is not None and done["digest"] != one.digest:
                    raise _changed(part)
                shard += 1
                self._progress.earlier += one.items if done is not None else 0
            if isinstance(one, PartEnd):
                self._take(one.items)
            if done is None or isinstance(one, PartEnd):
                yield one

    def _take(self, items: int) -> None:
        self._left = None if self._left is None else self._left - items


def _changed(part: Part) -> CommandError:
    names = part.files[0].name + (f" and {len(part.files) - 1} more" if len(part.files) > 1 else "")
    return CommandError(f"{names}: not what it was when the run began; start anew with --fresh")
