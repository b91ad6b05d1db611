"""Records that were read before: files, as `communique read --format jsonl` writes them, and folders of `communique run`."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from communique.codec import decode
from communique.errors import CommuniqueError, ReadError, RecordError
from communique.scale.stored import is_run, records_of_run
from communique.types import Record
from communique.verify import problems_of

_MARK = b'{"schema":"communique.record/'
_SUFFIXES = (".jsonl", ".jsonl.gz")


def holds_records(source: str) -> bool:
    """Whether a source is a JSONL file (also .gz) whose first line is a record, or the folder of a run."""
    if is_run(source):
        return True
    if not source.lower().endswith(_SUFFIXES) or "://" in source:
        return False
    try:
        with _opened(source) as stream:
            return stream.read(2 * len(_MARK)).replace(b" ", b"").startswith(_MARK)
    except (OSError, EOFError, ValueError):
        return False


def records_of(source: str) -> Iterator[Record | CommuniqueError]:
    """The records of a source, a line each. One that is none, or does not fit its text, is a RecordError with its place."""
    if is_run(source):
        yield from (_sound(one, source) if isinstance(one, Record) else one for one in records_of_run(source))
        return
    try:
        with _opened(source) as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _record(line, f"{source}:{number}")
    except (OSError, EOFError) as error:
        yield ReadError(source, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _record(line: bytes, where: str) -> Record | RecordError:
    try:
        record = decode(line)
    except RecordError as error:
        return RecordError(f"{where}: {error.where}", error.reason)
    return _sound(record, where)


def _sound(record: Record, where: str) -> Record | RecordError:
    """The record, if it fits its text."""
    fault = next(problems_of(record), None)
    return RecordError(f"{where}: {fault.where}", fault.reason) if fault else record


def _opened(source: str) -> gzip.GzipFile | IO[bytes]:
    return gzip.open(source, "rb") if source.lower().endswith(".gz") else Path(source).open("rb")
