"""Files that are nearly right: whatever is changed in their bytes, what comes out is items, and it ends."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.scale.forms import items_of, kind_of

LINES = b"".join(b'{"text": "The envoy left on day %d.", "id": %d}\n' % (at, at) for at in range(40))
PAGE = b"<html><body><p>The envoy left on Monday.</p></body></html>"


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("a.jsonl", "b/c.html", "d.txt.gz"):
            archive.writestr(
                zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), gzip.compress(LINES, mtime=0) if "gz" in name else LINES
            )
    return out.getvalue()


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name in ("a.jsonl", "b/c.html"):
            info = tarfile.TarInfo(name)
            info.size = len(LINES)
            archive.addfile(info, io.BytesIO(LINES))
    return out.getvalue()


def _warc() -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE, mtime=0)
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/1\r\nContent-Type: application/http\r\n"
    return (head + b"Content-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n") * 4


def _parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"text": [f"The envoy left on day {at}." for at in range(300)], "id": list(range(300))}), out)
    return out.getvalue()


GOOD = {
    "a.jsonl.gz": gzip.compress(LINES, mtime=0),
    "a.jsonl.zst": zstandard.compress(LINES),
    "a.zip": _zip(),
    "a.tar": _tar(),
    "a.tar.gz": gzip.compress(_tar(), mtime=0),
    "a.warc": _warc(),
    "a.warc.gz": b"".join(gzip.compress(_warc()[: len(_warc()) // 4], mtime=0) for _ in range(4)),
    "a.parquet": _parquet(),
}


@st.composite
def changed(draw: st.DrawFn, data: bytes) -> bytes:
    """Some bytes with a few places overwritten, cut out, doubled, or the end cut off."""
    out = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, max(0, len(out) - 1))), draw(st.integers(1, 40))
        how = draw(st.integers(0, 3))
        if how == 0:
            out[at : at + length] = draw(st.binary(min_size=length, max_size=length))
        elif how == 1:
            del out[at : at + length]
        elif how == 2:
            out[at:at] = out[at : at + length]
        else:
            del out[at:]
    return bytes(out)


@pytest.mark.parametrize("name", GOOD)
def test_nothing_is_raised(name: str) -> None:
    kind = kind_of(name)
    assert kind is not None
    whole = list(items_of(io.BytesIO(GOOD[name]), name, 1000, kind))
    assert whole and all(item.form != "fault" for item in whole)

    @settings(max_examples=60)
    @given(changed(GOOD[name]))
    def holds(data: bytes) -> None:
        found = list(items_of(io.BytesIO(data), name, 1000, kind))
        assert len(found) < 2000 and all(isinstance(item.data, bytes) for item in found)

    holds()
