"""Words a second of the whole pipeline and of spaCy alone, on the same reports in one run, and peak memory.

    python bench/speed.py REPORTS.jsonl [--reports 200] [--floor bench/floors.json]

Both run on one core, report by report in turn, so that a noisy machine troubles both alike; the figure that counts is
their ratio. The first reports warm up and are not counted. Exit code 1 where the ratio or the memory misses its floor.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("OMP_NUM_THREADS", "1")

from communique.clean import clean
from communique.models.language import load_language
from communique.parse import Doc, parse
from communique.pipeline import MODELS, Step, choose_stages, empty_record
from communique.read import read_source
from communique.types import Article, Record

T = TypeVar("T")
WARM_UP = 10


class Clock:
    """Seconds spent by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def time(self, name: str, call: Callable[[], T]) -> T:
        start = time.perf_counter()
        result = call()
        self.seconds[name] += time.perf_counter() - start
        return result


def main() -> int:
    arguments = _arguments()
    articles = [a for a in read_source(arguments.reports) if isinstance(a, Article)][: arguments.number + WARM_UP]
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    clock = Clock()
    nlp, stages = load_language(), choose_stages(None, model=arguments.model)
    words = 0
    for i, article in enumerate(articles):
        if i == WARM_UP:
            clock.seconds.clear()
        words += len(article.text.split()) if i >= WARM_UP else 0
        _one(clock, nlp, stages, article, spacy_first=bool(i % 2))
    floor = json.loads(Path(arguments.floors).read_text(encoding="utf-8"))["speed"]
    ratio = _report(clock, words, len(articles) - WARM_UP)
    return int(ratio < floor["ratio_to_spacy"][arguments.model] or _peak() > floor["peak_gib_at_most"])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", help="reports, one JSON object a line")
    parser.add_argument("--number", type=int, default=200, help="how many are counted")
    parser.add_argument("--model", choices=MODELS, default="learned")
    parser.add_argument("--floors", default=str(Path(__file__).with_name("floors.json")))
    return parser.parse_args()


def _one(clock: Clock, nlp: Callable[..., object], stages: Sequence[Step], article: Article, *, spacy_first: bool) -> None:
    if spacy_first:
        clock.time("spaCy alone", lambda: nlp(article.text))
    cleaned = clock.time("clean", lambda: clean(article))
    doc: Doc = clock.time("parse", lambda: parse(cleaned, nlp))  # type: ignore[arg-type]
    record: Record = empty_record(cleaned, nlp)  # type: ignore[arg-type]
    for step in stages:
        record = clock.time(step.name, lambda step=step, record=record: step.stage(doc, record))  # type: ignore[misc]
    clock.time("write", record.to_json)
    if not spacy_first:
        clock.time("spaCy alone", lambda: nlp(article.text))


def _report(clock: Clock, words: int, reports: int) -> float:
    alone = clock.seconds.pop("spaCy alone")
    total = sum(clock.seconds.values())
    print(f"{reports} reports, {words} words, one core")
    print(f"spaCy alone      {words / alone:8.0f} words/s")
    print(f"whole pipeline   {words / total:8.0f} words/s   ratio {alone / total:.2f}")
    for name, seconds in clock.seconds.items():
        print(f"  {name:14s} {1000 * seconds / reports:8.1f} ms a report  {100 * seconds / total:5.1f} %")
    print(f"peak memory      {_peak():8.2f} GiB")
    return alone / total


def _peak() -> float:
    """Most memory in use so far, in GiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024


if __name__ == "__main__":
    sys.exit(main())
