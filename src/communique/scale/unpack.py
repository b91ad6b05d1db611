"""Packed files -> their bytes, with the sane ratio that `communique.read` holds gzip to."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

import zstandard

from communique.errors import ReadError
from communique.read import limits
from communique.read.limits import MAX_RATIO

_FREE_BYTES = 8_000_000
_CHUNK = 1 << 16
# A larger window makes the unpacker hold as much in memory.
_MAX_WINDOW = 1 << 27


def _zstd(stream: BinaryIO) -> BinaryIO:
    unpacker = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW)
    return cast(BinaryIO, unpacker.stream_reader(stream, read_across_frames=True))


PACKINGS: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    ".gz": lambda stream: cast(BinaryIO, gzip.GzipFile(fileobj=stream)),
    ".zst": _zstd,
    ".bz2": lambda stream: cast(BinaryIO, bz2.BZ2File(stream)),
    ".xz": lambda stream: cast(BinaryIO, lzma.LZMAFile(stream)),
}
_BROKEN = (EOFError, OSError, zlib.error, lzma.LZMAError, zstandard.ZstdError)


def unpacked(stream: BinaryIO, packing: str, source: str) -> BinaryIO:
    """The bytes inside a packed stream; reading raises ReadError where it is broken, cut short, or a bomb."""
    counted = Counted(stream)
    inner = PACKINGS[packing](cast(BinaryIO, counted))
    return io.BufferedReader(Bounded(inner, source, lambda: counted.taken))


class Bounded(io.RawIOBase):
    """The bytes of an unpacker, up to `MAX_RATIO` times those that it took; its errors are told as ReadErrors."""

    def __init__(self, inner: BinaryIO, source: str, taken: Callable[[], int]) -> None:
        self._inner, self._source, self._taken = inner, source, taken
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._inner.read(min(len(buffer), _CHUNK))
        except _BROKEN as error:
            raise ReadError(self._source, f"is a broken packed file: {error}") from error
        self._given += len(data)
        if self._given > _FREE_BYTES + MAX_RATIO * self._taken():
            raise ReadError(self._source, f"unpacks to more than {MAX_RATIO} times its size; that is no report")
        buffer[: len(data)] = data
        return len(data)


class Counted(limits.Counted):
    """A stream that counts the bytes taken from it, wherever it is sought to."""

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
