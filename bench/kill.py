"""python bench/kill.py [RECORDS.jsonl] [--kills 50] [--reports 200]

Kills an `add` of many reports (signal 9) at random moments and adds again. Each time: is all that was told as added in the
file, is every report there once in the end, and does the file hold against itself? Without RECORDS, the reports of
examples/hanoi are taken, as many times over as is needed, under other ids.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from communique import Record, load
from communique.codec import decode, encode
from communique.dossier import Dossier

EXAMPLES = Path(__file__).parent.parent / "examples/hanoi"


def examples(number: int) -> Iterator[Record]:
    """The reports of the example, over and over, each with an id of its own."""
    read = [one for one in load(model="rules").read_source(str(EXAMPLES)) if isinstance(one, Record)]
    for at, record in enumerate(islice(cycle(read), number)):
        yield replace(record, article=replace(record.article, id=f"report-{at}"))


def forked(work: Callable[[int], None]) -> tuple[int, int]:
    """A process of its own that does `work` with a descriptor to write to; its id, and where to read that."""
    source, sink = os.pipe()
    child = os.fork()
    if child:
        os.close(sink)
        return child, source
    os.close(source)
    work(sink)
    os._exit(0)


def add_all(dossier: Path, records: Path) -> Callable[[int], None]:
    """Adds a file of records and tells each id that was added, a line each."""

    def work(sink: int) -> None:
        with Dossier(dossier) as one:
            for outcome in one.add(records):
                os.write(sink, f"{getattr(outcome, 'id', outcome)}\n".encode())

    return work


def told(source: int) -> set[str]:
    with os.fdopen(source, "rb") as stream:
        # A line that was cut off was not told.
        return {line.decode().strip() for line in stream if line.endswith(b"\n")}


def one_kill(folder: Path, records: Path, after: float) -> tuple[int, int, int, int]:
    """Told as added before the kill; of those lost; doubled in the end; faults in the end."""
    dossier = folder / "killed.db"
    for file in folder.glob("killed.db*"):
        file.unlink()
    child, source = forked(add_all(dossier, records))
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    reported = told(source)
    stored = ids(dossier) if reported else []
    lost = len(reported - set(stored))
    child, source = forked(add_all(dossier, records))
    wanted = told(source)
    os.waitpid(child, 0)
    stored = ids(dossier)
    with Dossier(dossier) as one:
        faults = len(list(one.check()))
    return len(reported), lost + len(wanted - set(stored)), len(stored) - len(wanted), faults


def ids(dossier: Path) -> list[str]:
    with Dossier(dossier) as one:
        return one.ids()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="?", type=Path)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--reports", type=int, default=200)
    options = parser.parse_args()
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        records = folder / "records.jsonl"
        given = map(decode, options.records.open("rb")) if options.records else examples(options.reports)
        records.write_text("".join(encode(one) + "\n" for one in islice(given, options.reports)), encoding="utf-8")
        begun = time.monotonic()
        child, source = forked(add_all(folder / "whole.db", records))
        number = len(told(source))
        os.waitpid(child, 0)
        longest = time.monotonic() - begun
        rows = [one_kill(folder, records, chance.uniform(0, longest)) for _ in range(options.kills)]
    reported, lost, doubled, faults = (sum(column) for column in zip(*rows, strict=True))
    before = reported / len(rows)
    print(f"{number} reports, {longest:.1f} s an add; {options.kills} kills, on the average after {before:.0f} reports")
    print(f"lost {lost}, doubled {doubled}, faults {faults}")
    sys.exit(bool(lost or doubled or faults))


if __name__ == "__main__":
    main()
