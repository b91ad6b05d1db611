"""Other people's files, line by line: packed or not, of any size, whatever is wrong with them named with its line."""

from __future__ import annotations

import bz2
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from communique.errors import ReadError

# The largest entities of Wikidata have some 5 MB.
LONGEST_LINE = 64_000_000


def numbered_lines(path: Path, *, longest: int = LONGEST_LINE) -> Iterator[tuple[int, bytes]]:
    """Lines of a file with their numbers from 1 on; `.gz` and `.bz2` are unpacked on the way, never held as a whole.

    Raises ReadError with the number of the line where the file breaks off or a line is longer than `longest` bytes.
    """
    number = 0
    try:
        with _opened(path) as stream:
            while line := stream.readline(longest + 1):
                number += 1
                if len(line) > longest:
                    raise ReadError(f"{path}:{number}", f"a line of more than {longest:,} bytes; this is no such file")
                yield number, line
    except (OSError, EOFError, zlib.error) as error:
        where = f"{path}:{number + 1}" if number else str(path)
        raise ReadError(where, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _opened(path: Path) -> IO[bytes]:
    if path.suffix == ".gz":
        return cast("IO[bytes]", gzip.open(path, "rb"))
    if path.suffix == ".bz2":
        return cast("IO[bytes]", bz2.open(path, "rb"))
    return path.open("rb")


def text_lines(path: Path, *, longest: int = LONGEST_LINE) -> Iterator[tuple[int, str]]:
    """The same as text without its line ends; a byte order mark is dropped. Raises ReadError where a line is not UTF-8."""
    for number, line in numbered_lines(path, longest=longest):
        try:
            yield number, line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise ReadError(f"{path}:{number}", "this is not UTF-8 text") from error
