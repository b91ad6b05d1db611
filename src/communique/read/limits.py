"""Reading without drowning: whole files up to a number of bytes, packed files up to a sane ratio, lines up to a length."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from communique.errors import ReadError

# Text packs 3 to 10 times, a page of markup 20 times; what packs 200 times is a bomb or no report.
MAX_RATIO = 200
_FREE_BYTES = 8_000_000
_CHUNK = 1 << 16


class Unpacked(io.RawIOBase):
    """The bytes inside a gzip stream; raises ReadError where it is broken or unpacks to over `MAX_RATIO` times its size."""

    def __init__(self, packed: BinaryIO, source: str) -> None:
        self._packed = Counted(packed)
        self._inner = gzip.GzipFile(fileobj=self._packed)
        self._source = source
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._inner.read(min(len(buffer), _CHUNK))
        except (EOFError, OSError, zlib.error) as error:
            raise ReadError(self._source, f"is a broken gzip file: {error}") from error
        self._given += len(data)
        if self._given > _FREE_BYTES + MAX_RATIO * self._packed.taken:
            raise ReadError(self._source, f"unpacks to more than {MAX_RATIO} times its size; that is no report")
        buffer[: len(data)] = data
        return len(data)


class Counted(io.RawIOBase):
    """A stream that counts the bytes taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        data = self._stream.read(_CHUNK if size is None or size < 0 else size)
        self.taken += len(data)
        return data


def read_up_to(stream: BinaryIO, limit: int) -> bytes | None:
    """All bytes of a stream, or None where there are more than `limit`."""
    data = stream.read(limit + 1)
    return None if len(data) > limit else data


def bounded_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """(number from 1, line without its end) for each line of a stream; None for a line longer than `limit` bytes."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        whole = len(line) <= limit or line.endswith(b"\n")
        yield number, line.rstrip(b"\r\n") if whole else None
        while not line.endswith(b"\n") and (line := stream.readline(_CHUNK)):
            pass
