"""WARC files -> Items: the pages that servers answered with."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, cast

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from communique.errors import CommuniqueError
from communique.read.html import MAX_PAGE_BYTES
from communique.scale.items import Item, fault

_PAGES = ("text/html", "application/xhtml+xml")
_HEADERS = 1_000_000
MAX_GAPS = 100
_RECORD = b"\nWARC/1."
_CHUNK, _REMEMBERED = 1 << 16, 1 << 20
_UNWRAP: dict[str, Callable[[Any], Any]] = {
    "chunked": ChunkedReader,
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "deflate": lambda body: GzipReader(body, zlib=True),
    "br": BrotliReader,
    "zstd": ZstdReader,
}


def pages(stream: BinaryIO, source: str, max_chars: int) -> Iterator[Item]:
    """One item for each HTTP response that succeeded with HTML; other records are passed over.

    A record that is not as long as it says, too long, or packed wrongly is a fault. What is no record is a fault, too, and the
    next one is looked for behind it, `MAX_GAPS` times a file.
    """
    number, tape = 0, _Tape(stream)
    for _ in range(MAX_GAPS):
        try:
            for record in _records(tape):
                number += 1
                tape.passed(record.stream_pos)
                item = _page(record, f"{source}, response {number}")
                if item is not None:
                    yield item
            break
        except BaseException as error:
            # fastwarc is written in Rust, and its panics are no Exceptions.
            if not isinstance(error, OSError) and type(error).__name__ != "PanicException":
                raise
            number += 1
            yield fault(f"{source}, response {number}", f"is no WARC record: {error}")
        if not tape.wind_to_record():
            break
    else:
        yield fault(source, f"is broken in more than {MAX_GAPS} places; the rest of the file is not read")
    if tape.error is not None:
        raise tape.error


def _records(tape: _Tape) -> ArchiveIterator:
    stream = cast(BinaryIO, tape)
    return ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=False, stream_detect=False)


def _page(record: WarcRecord, source: str) -> Item | None:
    declared = record.content_length
    if declared > MAX_PAGE_BYTES + _HEADERS:
        return fault(source, f"is too long: {declared:,} bytes")
    try:
        record.freeze()
        if record.content_length != declared or str(declared) != (record.headers.get("Content-Length") or "").strip():
            return fault(source, f"is not as long as its Content-Length says: {record.content_length:,} bytes")
        record.parse_http(auto_decode="none")
        if not _is_page(record):
            return None
        data = _unwrapped(record).read(MAX_PAGE_BYTES + 1)
    except (OSError, ValueError) as error:
        return fault(source, f"is broken: {error}")
    if len(data) > MAX_PAGE_BYTES:
        return fault(source, f"is too long: it unpacks to more than {MAX_PAGE_BYTES:,} bytes")
    return Item(source, "html", data, url=record.headers.get("WARC-Target-URI"), charset=record.http_charset)


def _unwrapped(record: WarcRecord) -> Any:
    """The body's reader, through what the server packed it in.

    The record could unpack it itself, but one that is packed wrongly would then end the whole file.
    """
    headers = {name.lower(): value.lower() for name, value in record.http_headers.items()} if record.http_headers else {}
    body: Any = io.BytesIO(record.reader.read())
    steps = [headers.get("transfer-encoding", ""), *reversed(headers.get("content-encoding", "").split(","))]
    for step in steps:
        body = _UNWRAP[step.strip()](body) if step.strip() in _UNWRAP else body
    return body


def _is_page(record: WarcRecord) -> bool:
    status = record.http_headers.status_code if record.http_headers else None
    return (record.http_content_type or "").lower() in _PAGES and status is not None and 200 <= status < 300


class _Tape:
    """A stream as fastwarc wants it, which remembers enough to go on behind what is no record.

    What reading raises ends the stream and is kept in `error`: fastwarc would panic.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        # What was given out last, and what of it is to be given once more; `_at` is where the giving stands.
        self._given, self._again, self._at = b"", b"", 0
        self._passed = -1
        self.error: CommuniqueError | None = None

    def read(self, size: int = -1) -> bytes:
        wanted = _CHUNK if size < 0 else size
        if self._again:
            data, self._again = self._again[:wanted], self._again[wanted:]
        else:
            data = self._more(wanted)
        self._given = (self._given + data)[-_REMEMBERED:]
        self._at += len(data)
        return data

    def _more(self, size: int) -> bytes:
        try:
            return self._stream.read(size) if self.error is None else b""
        except CommuniqueError as error:
            self.error = error
            return b""

    def tell(self) -> int:
        return self._at

    def passed(self, offset: int) -> None:
        """A record that begins there was read: the next one is behind its first byte."""
        self._passed = max(self._passed, offset)

    def wind_to_record(self) -> bool:
        """Stand where the next line begins as a record does; False where none does."""
        begin = self._at - len(self._given)
        held = self._given[max(0, self._passed + 1 - begin) :] + self._again
        start = self._at + len(self._again) - len(held)
        while (at := held.find(_RECORD)) < 0:
            more = self._more(_CHUNK)
            if not more:
                return False
            start, held = start + max(0, len(held) - len(_RECORD)), held[-len(_RECORD) :] + more
        self._given, self._again, self._at = b"", held[at + 1 :], start + at + 1
        self._passed = self._at
        return True
