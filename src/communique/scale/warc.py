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

    A record that is shorter than it says, too long, or packed wrongly is a fault. What is no WARC header ends the file,
    with a fault: where the next record begins is then unknown.
    """
    number, guarded = 0, _Guarded(stream)
    try:
        for record in ArchiveIterator(cast(BinaryIO, guarded), record_types=WarcRecordType.response, parse_http=False):
            number += 1
            item = _page(record, f"{source}, response {number}")
            if item is not None:
                yield item
    except BaseException as error:
        # fastwarc is written in Rust, and its panics are no Exceptions.
        if not isinstance(error, OSError) and type(error).__name__ != "PanicException":
            raise
        yield fault(f"{source}, after response {number}", f"the rest of the file cannot be read: {error}")
    if guarded.error is not None:
        raise guarded.error


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


class _Guarded:
    """A stream as fastwarc wants it: what its reading raises ends it, and is kept for later, because fastwarc would panic."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at = stream, 0
        self.error: CommuniqueError | None = None

    def read(self, size: int = -1) -> bytes:
        if self.error is not None:
            return b""
        try:
            data = self._stream.read(size)
        except CommuniqueError as error:
            self.error, data = error, b""
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at
