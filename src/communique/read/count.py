"""How many reports a source holds, told cheaply, for progress bars: nothing is read into memory, nothing is checked."""

from __future__ import annotations

import gzip
from pathlib import Path

from communique.read.files import files_in

_BLOCK = 1 << 20


def count_reports(source: str) -> int:
    """Lines of JSONL files, other files, one each; 1 for an address, standard input, or what cannot be read."""
    try:
        path = Path(source)
        return sum(map(_count_file, files_in(path))) if path.is_dir() else _count_file(path)
    except (OSError, ValueError, EOFError):
        return 1


def _count_file(path: Path) -> int:
    name = path.name.lower()
    if not name.endswith((".jsonl", ".jsonl.gz")) or not path.is_file():
        return 1
    with gzip.open(path) if name.endswith(".gz") else path.open("rb") as stream:
        lines, last = 0, b"\n"
        while block := stream.read(_BLOCK):
            lines, last = lines + block.count(b"\n"), block
        return lines + (not last.endswith(b"\n"))
