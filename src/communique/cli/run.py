"""communique run: a corpus in, tables out."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from communique.cli.corpus import failures_told
from communique.cli.kb import UserFile
from communique.errors import OptionError
from communique.pipeline import STAGES
from communique.read import DEFAULT_MAX_CHARS

if TYPE_CHECKING:
    from communique.scale.run import Engine
    from communique.scale.run import Progress as RunProgress

_STAGE_NAMES = ", ".join(step.name for step in STAGES)


class EngineName(StrEnum):
    """What does the work."""

    local = "local"
    ray = "ray"


def run(
    corpus: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, globs, or addresses (s3://bucket/news/*.warc.gz) of .txt, .md, .html, .json, .jsonl, .warc "
            "(each also .gz, .zst, .bz2, .xz), .parquet, .zip, .tar (.gz ...).",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="The folder of tables; one left unfinished is gone on with.", show_default=False)
    ],
    fresh: Annotated[bool, typer.Option("--fresh", help="Delete what an earlier run wrote there, and start anew.")] = False,
    engine: Annotated[
        EngineName, typer.Option(help="What does the work: processes of this machine, or a Ray cluster. The rows are the same.")
    ] = EngineName.local,
    address: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Of the Ray cluster (`auto`, ray://head:10001); else one is started here."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="So many processes; as many as there are cores by default.")
    ] = None,
    report_timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="Give up a report that takes longer.")
    ] = 60.0,
    sample: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only N reports from all over the corpus, always the same ones.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N reports.")] = None,
    shard_size: Annotated[int, typer.Option(min=1, metavar="N", help="Reports that are written at once.")] = 500,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication (2019-02-28), for reports that do not say.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published, for reports that do not say.")] = None,
    stages: Annotated[
        str | None, typer.Option(metavar="NAMES", help=f"Run only these, comma-separated: {_STAGE_NAMES}.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Keep in `reports.record` which rule and which words led to each entry.")
    ] = False,
    max_chars: Annotated[
        int, typer.Option(min=1, metavar="N", help="Refuse longer texts; they are never cut.")
    ] = DEFAULT_MAX_CHARS,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, metavar="P", help="Leave out entries less sure than this.")
    ] = 0.0,
    model: Annotated[
        str, typer.Option(metavar="NAME", help="`learned`: with the trained model (statements); or `rules`: without, faster.")
    ] = "learned",
    language_model: Annotated[
        str | None, typer.Option(metavar="NAME", help="A spaCy pipeline instead of the default one.")
    ] = None,
    kb: UserFile = None,
) -> None:
    """Read a corpus into tables of Parquet: reports, statements, events, positions, dates, places, actors, gaps, errors.

    Examples:

    `communique run coverage/ --out tables`

    `communique run 'crawl/*.warc.gz' --out tables --workers 16`

    `communique query tables "select type, count(*) from events group by type"`

    A run that was broken off is continued by the same command. With other options or models it refuses, unless `--fresh`.
    What cannot be read is a row in `errors`, and the exit code is 0 all the same; 130 after Ctrl-C.
    """
    with failures_told():
        from communique.scale.options import Options
        from communique.scale.run import run_corpus

        options = Options(
            model=model,
            stages=tuple(name.strip() for name in stages.split(",") if name.strip()) if stages is not None else None,
            language_model=language_model,
            max_chars=max_chars,
            min_confidence=min_confidence,
            explain=explain,
            kb=str(kb) if kb is not None else None,
            published=published,
            publisher=publisher,
            shard_size=shard_size,
            sample=sample,
            limit=limit,
        )
        with _stopped_by_sigterm(), _shown(corpus) as tell:
            rows = run_corpus(
                corpus,
                out,
                options=options,
                engine=_engine(engine, address, workers, report_timeout),
                fresh=fresh,
                tell=tell,
            )
    told = ", ".join(f"{name} {rows[name]:,}" for name in ("reports", "errors", "statements", "events", "positions"))
    typer.echo(f"{out}: {told}", err=True)


def _engine(name: EngineName, address: str | None, workers: int | None, timeout: float) -> Engine:
    if name is EngineName.ray:
        from communique.scale.cluster import ray_engine

        return ray_engine(address, workers, timeout)
    if address is not None:
        raise OptionError("--address is that of a Ray cluster; give --engine ray, too")
    from communique.scale.run import local_engine

    return local_engine(workers or _cores(), timeout)


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _stopped_by_sigterm() -> Iterator[None]:
    """Schedulers of clusters end a job with SIGTERM: it stops the run as Ctrl-C does."""

    def stop(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _shown(corpus: list[str]) -> Iterator[Callable[[RunProgress], None]]:
    """What tells progress: a bar on a terminal, by bytes of the corpus, with rate, time left and errors; nothing elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda progress: None
        return
    from communique.scale.files import find_files

    total, began = sum(file.size for file in find_files(corpus)), time.monotonic()
    counts = TextColumn("{task.fields[reports]:,} reports, {task.fields[rate]:.1f} a second, {task.fields[errors]:,} errors")
    with Progress(BarColumn(), TaskProgressColumn(), counts, TimeRemainingColumn(), console=console, transient=True) as shown:
        task = shown.add_task("", total=total, reports=0, rate=0.0, errors=0)

        def tell(progress: RunProgress) -> None:
            rate = progress.reports / max(0.001, time.monotonic() - began)
            reports = progress.earlier + progress.reports
            shown.update(task, completed=progress.meter.taken, reports=reports, rate=rate, errors=progress.errors)

        yield tell
