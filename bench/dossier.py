"""python bench/dossier.py REPORTS.jsonl [--reports 100] [--model learned]

How fast a dossier takes reports in, against bare reading, measured within one run: the share of the time of an `add` that
reading takes. And how large the file becomes.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from communique import Reader, Record, load
from communique.dossier import Dossier
from communique.types import Article


class Timed:
    """A reader that counts the seconds of its reading."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.seconds = 0.0

    def read_article(self, article: Article) -> Record:
        begun = time.perf_counter()
        record = self.reader.read_article(article)
        self.seconds += time.perf_counter() - begun
        return record


def head(path: Path, number: int) -> Iterable[str]:
    with path.open(encoding="utf-8") as stream:
        yield from islice(stream, number)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--model", default="learned")
    options = parser.parse_args()
    reader = Timed(load(model=options.model))
    with tempfile.TemporaryDirectory() as folder:
        source, path = Path(folder) / "reports.jsonl", Path(folder) / "bench.db"
        source.write_text("".join(head(options.reports, options.number)), encoding="utf-8")
        begun = time.perf_counter()
        with Dossier(path) as dossier:
            number = sum(1 for _ in dossier.add(source, reader=reader))
        seconds = time.perf_counter() - begun
        size = path.stat().st_size
    print(
        f"{number} reports ({options.model}): reading {reader.seconds:.1f} s of {seconds:.1f} s: {reader.seconds / seconds:.1%}"
    )
    print(f"{size / 1e6:.1f} MB, {size / number * 1000 / 1e6:.0f} MB for 1,000 reports")


if __name__ == "__main__":
    main()
