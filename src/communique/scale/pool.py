"""Worker processes: items in, rows out in the same order, and a report that kills or holds up its worker costs itself alone."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from communique.errors import CommandError
from communique.scale.items import Item
from communique.scale.parts import PartEnd, ShardEnd
from communique.scale.rows import Rows, error_row
from communique.scale.worker import Task

Mark = ShardEnd | PartEnd

# spaCy keeps every word it has seen; a worker that is replaced now and then stays small.
MAX_REPORTS = 5000
# A worker may be killed from outside (for memory, by hand): only what kills twice is the report's own doing.
_TRIES = 2
_STARTS = 3
_START_SECONDS = 600.0


class Worker(Protocol):
    """One that reads: a process (`communique.scale.process`), or an actor of a cluster (`communique.scale.cluster`).

    Attributes:
        ready: whether it has said that its reader is made.
        since: when it was started or given its item, on the clock of `time.monotonic`.
        given: how many items it got.
    """

    ready: bool
    since: float
    given: int

    def send(self, item: Item) -> None:
        """Give it an item. One that has died is seen to be dead later."""

    def answered(self) -> bool:
        """Whether `receive` would not wait."""

    def receive(self) -> Any:
        """Its answer: first, why its reader cannot be made, or None; then rows. Raises EOFError or OSError where it died."""

    def alive(self) -> bool: ...

    def how_it_ended(self) -> str:
        """Of one that died: what is known of why."""

    def restart(self, task: Task) -> None:
        """End it, and start another in its place."""

    def end(self) -> None: ...


# Returns when one of the workers has answered or died, or after so many seconds.
Wait = Callable[[Sequence[Any], float], None]


@dataclass(slots=True)
class _Slot:
    """A place in the order of what comes out; `out` is None while it is being read."""

    item: Item | None
    out: Rows | Mark | None = None
    tries: int = 0


class Pool:
    """Workers that read items. Use it once, and close the iterator that it gives (`contextlib.closing`).

    Args:
        task: what they do.
        workers: all of them, started.
        wait: how to wait for them.
        timeout: seconds after which a report is given up.
    """

    def __init__(self, task: Task, workers: Sequence[Worker], wait: Wait, *, timeout: float) -> None:
        self._task, self._timeout, self._wait_for = task, timeout, wait
        self._workers = workers
        self._slots: deque[_Slot] = deque()
        self._again: deque[_Slot] = deque()
        self._held: dict[Worker, _Slot] = {}
        self._failed_starts = 0
        self._room = max(64, 16 * len(workers))

    def outcomes(self, stream: Iterator[Item | Mark]) -> Iterator[Rows | Mark]:
        """Rows of each item and each mark, in the order of the stream. The stream is read no further than there is room.

        Raises CommandError where workers cannot be started.
        """
        try:
            more = True
            while more or self._slots:
                more = self._give_out(stream) if more or self._again else False
                while self._slots and (out := self._slots[0].out) is not None:
                    self._slots.popleft()
                    yield out
                if self._slots or (more and not any(worker.ready for worker in self._workers)):
                    self._wait()
        finally:
            for worker in self._workers:
                worker.end()

    def _give_out(self, stream: Iterator[Item | Mark]) -> bool:
        """Give items to workers that are free; False at the end of the stream."""
        free = deque(worker for worker in self._workers if worker.ready and worker not in self._held)
        while free and self._again:
            self._give(free.popleft(), self._again.popleft())
        while free and len(self._slots) < self._room:
            try:
                one = next(stream)
            except StopIteration:
                return False
            slot = _Slot(one) if isinstance(one, Item) else _Slot(None, one)
            self._slots.append(slot)
            if slot.item is not None:
                self._give(free.popleft(), slot)
        return True

    def _give(self, worker: Worker, slot: _Slot) -> None:
        assert slot.item is not None
        slot.tries += 1
        self._held[worker] = slot
        # One that cannot be sent to has died; it is seen to be dead at the next look.
        worker.send(slot.item)

    def _wait(self) -> None:
        """Until a worker answers, dies, or is late."""
        now = time.monotonic()
        dues = [self._due(worker) for worker in self._workers if worker in self._held or not worker.ready]
        self._wait_for(self._workers, max(0.0, min(dues, default=now + 1.0) - now))
        for worker in self._workers:
            self._look_at(worker)

    def _look_at(self, worker: Worker) -> None:
        if worker.answered():
            self._take(worker)
        elif not worker.alive():
            self._bury(worker)
        elif time.monotonic() >= self._due(worker):
            self._late(worker)

    def _take(self, worker: Worker) -> None:
        try:
            answer = worker.receive()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if not worker.ready:
            if answer is not None:
                raise CommandError(str(answer))
            worker.ready, self._failed_starts = True, 0
            return
        self._held.pop(worker).out = answer
        if worker.given >= MAX_REPORTS:
            worker.restart(self._task)

    def _bury(self, worker: Worker) -> None:
        """Of one that died: its report is read once more, and then given up; the worker is started anew."""
        slot = self._held.pop(worker, None)
        if slot is not None and slot.item is not None:
            if slot.tries < _TRIES:
                self._again.append(slot)
            else:
                slot.out = error_row(slot.item.source, None, "crash", None, f"its worker died, {_TRIES} times")
        elif not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise CommandError(f"workers die while they start ({worker.how_it_ended()})")
        worker.restart(self._task)

    def _late(self, worker: Worker) -> None:
        slot = self._held.pop(worker, None)
        if slot is None or slot.item is None:
            raise CommandError(f"a worker was not ready after {_START_SECONDS:g} seconds")
        slot.out = error_row(slot.item.source, None, "timeout", None, f"took longer than {self._timeout:g} seconds")
        worker.restart(self._task)

    def _due(self, worker: Worker) -> float:
        """When a worker is late: with its report, or with getting ready; never, where it has nothing to do."""
        if worker in self._held:
            return worker.since + self._timeout
        return float("inf") if worker.ready else worker.since + _START_SECONDS
