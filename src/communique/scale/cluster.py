"""A Ray cluster's actors as workers: the same pool, the same rows. It needs the extra `ray`, here and on all nodes."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

import ray

from communique.errors import CommandError, CommuniqueError
from communique.scale.items import Item
from communique.scale.pool import Mark, Pool
from communique.scale.process import ONE_THREAD
from communique.scale.rows import Rows
from communique.scale.run import Engine
from communique.scale.worker import Task


def ray_engine(address: str | None, workers: int | None, timeout: float) -> Engine:
    """Actors of a cluster, one a core: `workers` of them, or as many as it has cores.

    Args:
        address: of a cluster that is there ("auto", "ray://head:10001"); None starts one on this machine, and ends it.
        workers: how many actors.
        timeout: seconds after which a report is given up.
    """

    def outcomes(task: Task, stream: Iterator[Item | Mark]) -> Iterator[Rows | Mark]:
        _connect(address, workers)
        try:
            number = workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
            yield from Pool(task, [Actor(task) for _ in range(number)], wait_for, timeout=timeout).outcomes(stream)
        finally:
            ray.shutdown()

    return outcomes


def _connect(address: str | None, workers: int | None) -> None:
    cores = {"num_cpus": workers, "include_dashboard": False} if address is None else {}
    try:
        ray.init(address=address, log_to_driver=False, logging_level="ERROR", ignore_reinit_error=True, **cores)
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        raise CommandError(f"the Ray cluster {address or 'of this machine'} cannot be reached: {error}") from error


class _Reader:
    """What lives in the cluster."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def ready(self) -> str | None:
        try:
            self._rows = self._task.ready()
        except CommuniqueError as error:
            return str(error)
        return None

    def rows(self, item: Item) -> Rows:
        return self._rows(item)


class Actor:
    """A started actor (`communique.scale.pool.Worker`)."""

    def __init__(self, task: Task) -> None:
        self._start(task)

    def _start(self, task: Task) -> None:
        kept = {"num_cpus": 1, "max_restarts": 0, "runtime_env": {"env_vars": ONE_THREAD}}
        self._actor = ray.remote(**kept)(_Reader).remote(task)
        self.ready, self.given, self.since = False, 0, time.monotonic()
        self.answer: Any = self._actor.ready.remote()

    def send(self, item: Item) -> None:
        self.given, self.since = self.given + 1, time.monotonic()
        self.answer = self._actor.rows.remote(item)

    def answered(self) -> bool:
        return self.answer is not None and bool(ray.wait([self.answer], timeout=0)[0])

    def receive(self) -> Any:
        answer, self.answer = self.answer, None
        try:
            return ray.get(answer)
        except ray.exceptions.RayError as error:
            raise EOFError(str(error)) from error

    def alive(self) -> bool:
        """One that died answers, with an error."""
        return True

    def how_it_ended(self) -> str:
        return "see Ray's logs"

    def restart(self, task: Task) -> None:
        self.end()
        self._start(task)

    def end(self) -> None:
        with suppress(ray.exceptions.RayError):
            ray.kill(self._actor)


def wait_for(actors: Sequence[Actor], seconds: float) -> None:
    """Until one of the actors has answered or died, or so long."""
    answers = [actor.answer for actor in actors if actor.answer is not None]
    if answers:
        ray.wait(answers, num_returns=1, timeout=seconds)
    else:
        time.sleep(min(seconds, 0.1))
