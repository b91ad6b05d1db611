"""The file of a knowledge base: JSON lines, a header first, then an entry a line with what is not null. Text, so that it can be
searched, compared and corrected with the usual tools; the same entries give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, Literal

import msgspec

from communique.actors.kb.checks import fault
from communique.actors.kb.entry import Entry
from communique.errors import CommandError, ReadError

SCHEMA: Final = "communique.kb/1"


class Header(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """First line: `tables` is a digest of the tables that it was built from, `sizes` are `form_sizes`; else None."""

    schema: Literal["communique.kb/1"]
    tables: str | None = None
    sizes: dict[str, int] | None = None


_ENTRIES = msgspec.json.Decoder(Entry)


def write_entries(
    entries: Iterable[Entry], stream: BinaryIO, *, tables: str | None = None, sizes: dict[str, int] | None = None
) -> int:
    """Writes a knowledge file (UTF-8, a line each) and returns how many entries it holds; the options go into its header."""
    stream.write(msgspec.json.encode(Header(SCHEMA, tables, sizes)) + b"\n")
    written = 0
    for entry in entries:
        stream.write(msgspec.json.encode(entry) + b"\n")
        written += 1
    return written


def header_of(data: bytes) -> Header | None:
    """The header of a knowledge file; None where the bytes are no such file."""
    try:
        return msgspec.json.decode(data[: data.find(b"\n") + 1], type=Header)
    except (msgspec.MsgspecError, UnicodeError):
        return None


def entries_in(data: bytes) -> list[Entry]:
    """Entries of a file that we built ourselves, unchecked: quick."""
    return _ENTRIES.decode_lines(data[data.find(b"\n") + 1 :])


def read_entries(path: str | Path) -> list[Entry]:
    """Entries of a user's file, each checked.

    Raises ReadError with the number of the first line that is at fault.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ReadError(str(path), f"cannot be read: {error.strerror}") from error
    if header_of(data) is None:
        raise ReadError(f"{path}:1", "this is no knowledge file; `communique kb import` makes one")
    return list(_checked(str(path), data))


def _checked(source: str, data: bytes) -> Iterator[Entry]:
    for number, row in enumerate(io.BytesIO(data), 1):
        if number == 1 or not row.strip():
            continue
        try:
            entry = _ENTRIES.decode(row)
        except (msgspec.MsgspecError, UnicodeError) as error:
            raise ReadError(f"{source}:{number}", f"no entry: {error}") from error
        if reason := fault(entry):
            raise ReadError(f"{source}:{number}", reason)
        yield entry


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, in its place only when all has been written; on an error an older one stays as it was.

    Raises CommandError where it cannot be written.
    """
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("wb") as stream:
            yield stream
        unfinished.replace(path)
    except OSError as error:
        raise CommandError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        unfinished.unlink(missing_ok=True)
