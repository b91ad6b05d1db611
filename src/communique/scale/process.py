"""Worker processes of this machine, and the lines to them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from communique.scale.items import Item
from communique.scale.worker import Task, work

_SPAWN = get_context("spawn")
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}


class Process:
    """A started process: `ready` once it said so, `since` when it was started or given its item, `given` how many it got."""

    def __init__(self, task: Task) -> None:
        self._start(task)

    def _start(self, task: Task) -> None:
        self.line, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=work, args=(theirs, task), daemon=True)
        with _as_workers_are():
            self._process.start()
        theirs.close()
        self.ready, self.given, self.since = False, 0, time.monotonic()

    @property
    def sentinel(self) -> int:
        return self._process.sentinel

    def send(self, item: Item) -> None:
        self.given, self.since = self.given + 1, time.monotonic()
        with suppress(OSError):
            self.line.send(item)

    def answered(self) -> bool:
        try:
            return self.line.poll()
        except OSError:
            return False

    def receive(self) -> Any:
        """Its answer. Raises EOFError or OSError where it died on the way."""
        return self.line.recv()

    def alive(self) -> bool:
        return self._process.is_alive()

    def how_it_ended(self) -> str:
        self._process.join(5.0)
        return f"exit code {self._process.exitcode}"

    def restart(self, task: Task) -> None:
        """End it, and start another in its place."""
        self.end()
        self._start(task)

    def end(self) -> None:
        """Kill it: it holds nothing that is not read again."""
        _close(self.line)
        self._process.kill()
        self._process.join()
        self._process.close()


def wait_for(workers: Sequence[Process], seconds: float) -> None:
    """Until one of the processes has answered or ended, or so long."""
    wait([line for worker in workers for line in (worker.line, worker.sentinel)], seconds)


def _close(line: Connection) -> None:
    with suppress(OSError):
        line.close()


@contextmanager
def _as_workers_are() -> Iterator[None]:
    """The environment and the signals that a process starts with: one thread a library, and no Ctrl-C of its own."""
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(ONE_THREAD)
    # Windows has no masks; a worker there may tell of a Ctrl-C that it gets before it ignores them.
    masks = hasattr(signal, "pthread_sigmask")
    before_mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if masks else set()
    try:
        yield
    finally:
        if masks:
            signal.pthread_sigmask(signal.SIG_SETMASK, before_mask)
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
