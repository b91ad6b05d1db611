"""What a corpus is made of: each ending, each packing, and what is broken in each."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from communique.scale.forms import items_of, kind_of
from communique.scale.items import Item

PAGE = b"<html><body><p>The envoy left on Monday.</p></body></html>"


def items(name: str, data: bytes, *, max_chars: int = 1000) -> list[Item]:
    kind = kind_of(name)
    assert kind is not None
    return list(items_of(io.BytesIO(data), name, max_chars, kind))


def told(name: str, data: bytes, **options: int) -> list[tuple[str, str, bytes]]:
    return [(item.source, item.form, item.data) for item in items(name, data, **options)]


def fault(name: str, data: bytes, **options: int) -> str:
    """The reason of the last item, which is a fault."""
    item = items(name, data, **options)[-1]
    assert item.form == "fault"
    return f"{item.source}: {item.data.decode()}"


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def table(**columns: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def response(
    body: bytes, *, length: int | str | None = None, kind: str = "text/html", status: int = 200, more: str = ""
) -> bytes:
    http = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/1\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    head += "WARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    return f"{head}Content-Length: {len(http) if length is None else length}\r\n\r\n".encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize(
    ("name", "loose"),
    [
        ("a.txt", True),
        ("b/a.HTML.gz", True),
        ("a.jsonl.zst", False),
        ("a.tgz", False),
        ("a.parquet", False),
        ("a.warc.gz", False),
    ],
)
def test_endings_that_are_read(name: str, loose: bool) -> None:
    kind = kind_of(name)
    assert kind is not None and kind.loose is loose


@pytest.mark.parametrize("name", ["a", "a.pdf", "txt", "a.parquet.gz", "a.zip.gz", "a.gz", "b.txt/a"])
def test_endings_that_are_not(name: str) -> None:
    assert kind_of(name) is None


@pytest.mark.parametrize(
    ("ending", "pack"),
    [("", bytes), (".gz", gzip.compress), (".zst", zstandard.compress), (".bz2", bz2.compress), (".xz", lzma.compress)],
)
def test_packings(ending: str, pack: Any) -> None:
    assert told(f"a.txt{ending}", pack(b"One.")) == [(f"a.txt{ending}", "text", b"One.")]
    lines = b'{"text": "One."}\n\n{"text": "Two."}'
    assert told(f"a.jsonl{ending}", pack(lines)) == [
        (f"a.jsonl{ending}, line 1", "row", b'{"text": "One."}'),
        (f"a.jsonl{ending}, line 3", "row", b'{"text": "Two."}'),
    ]


def test_two_frames_and_two_members_are_one_file() -> None:
    for ending, pack in ((".gz", gzip.compress), (".zst", zstandard.compress)):
        data = pack(b'{"text": "1"}\n') + pack(b'{"text": "2"}\n')
        assert [item.data for item in items("a.jsonl" + ending, data)] == [b'{"text": "1"}', b'{"text": "2"}']


def test_json_is_cut_into_its_entries() -> None:
    assert told("a.json", b'[{"text": "One."}, 7]') == [
        ("a.json, entry 1", "row", b'{"text": "One."}'),
        ("a.json, entry 2", "row", b"7"),
    ]
    assert told("a.json", b'{"text":\n "One."}') == [("a.json", "row", b'{"text": "One."}')]
    assert "is not JSON" in fault("a.json", b'{"text": ')


def test_parquet_rows_have_the_fields_of_json() -> None:
    data = table(id=[1, 2], text=["One.", None], published=[date(2019, 2, 28), None], other=["x", "y"], authors=[["A"], []])
    assert [(item.source, json.loads(item.data)) for item in items("a.parquet", data)] == [
        ("a.parquet, row 1", {"id": 1, "text": "One.", "published": "2019-02-28", "authors": ["A"]}),
        ("a.parquet, row 2", {"id": 2, "text": None, "published": None, "authors": []}),
    ]
    assert "has no column 'text'; it has: 'body'" in fault("a.parquet", table(body=["x"]))
    assert "is broken" in fault("a.parquet", data[:-5])


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar", tarred)])
def test_members_of_archives(name: str, pack: Any) -> None:
    data = pack(
        {"b/x.txt": b"One.", "b/y.jsonl.gz": gzip.compress(b'{"text": "2"}'), ".z.txt": b"", "c.pdf": b"%PDF", "d.zip": b"PK"}
    )
    found = told(name, data)
    assert found[:2] == [(f"{name}/b/x.txt", "text", b"One."), (f"{name}/b/y.jsonl.gz, line 1", "row", b'{"text": "2"}')]
    assert [(source, form) for source, form, _ in found[2:]] == [(f"{name}/d.zip", "fault")]


def test_warc_gives_pages_only() -> None:
    data = b"".join(
        [
            response(PAGE, kind="text/html; charset=iso-8859-1"),
            response(b"{}", kind="application/json"),
            response(PAGE, status=404),
            response(PAGE, more="Content-Encoding: gzip\r\n"),
            response(gzip.compress(PAGE), more="Content-Encoding: gzip\r\n"),
            response(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), more="Transfer-Encoding: chunked\r\n"),
        ]
    )
    for name, packed in (("a.warc", data), ("a.warc.gz", gzip.compress(data))):
        first, broken, second, third = items(name, packed)
        assert (first.source, first.form, first.data) == (f"{name}, response 1", "html", PAGE)
        assert (first.url, first.charset) == ("http://a.example/1", "iso-8859-1")
        assert (broken.source, broken.form) == (f"{name}, response 4", "fault")
        assert (second.source, second.data, third.data) == (f"{name}, response 5", PAGE, PAGE)


GOOD = response(PAGE)
HUGE = b"WARC/1.0\r\nX: " + b"a" * 2_000_000 + b"\r\n\r\n"
LONG = response(PAGE * 20_000)
BAD_WARCS = {
    "longer than it is": (response(PAGE, length=9999) + GOOD, ["is not as long as its Content-Length says"]),
    "shorter than it is": (response(PAGE * 9, length=150) + GOOD, ["html", "is no WARC record", "html"]),
    "no number": (response(PAGE, length="x") + GOOD, ["is not as long", "is no WARC record", "html"]),
    "cut short": (GOOD + GOOD[:-20], ["html", "is not as long as its Content-Length says"]),
    "no warc": (b"hello\r\n\r\n" * 9, ["is no WARC record"]),
    "empty": (b"", []),
    "junk between": (GOOD + b"junk\r\nmore\r\n" + GOOD, ["html", "is no WARC record", "html"]),
    "junk between long ones": (LONG + b"junk\r\nmore\r\n" + LONG + GOOD, ["html", "is no WARC record", "html", "html"]),
    "a long way to the next": (GOOD + b"junk\r\n" * 500_000 + GOOD, ["html", "is no WARC record", "html"]),
    "a header without end": (GOOD + HUGE + GOOD, ["html", "is no WARC record", "is no WARC record", "html"]),
    "packed body is broken": (response(PAGE, more="Content-Encoding: gzip\r\n") + GOOD, ["is broken: Gzip", "html"]),
    "chunks are broken": (response(PAGE, more="Transfer-Encoding: chunked\r\n") + GOOD, ["is broken: Invalid chunk", "html"]),
    "a bomb": (response(gzip.compress(bytes(30_000_000)), more="Content-Encoding: gzip\r\n") + GOOD, ["is too long", "html"]),
    "50 MB": (response(bytes(50_000_000)) + GOOD, ["is too long", "html"]),
}


@pytest.mark.parametrize("case", BAD_WARCS)
def test_broken_warcs(case: str) -> None:
    data, expected = BAD_WARCS[case]
    found = items("a.warc", data)
    assert len({item.source for item in found}) == len(found) == len(expected)
    for item, kind in zip(found, expected, strict=True):
        assert item.form == kind or (item.form == "fault" and kind in item.data.decode())


def test_a_warc_of_nothing_but_faults_comes_to_an_end() -> None:
    assert "broken in more than 100 places" in fault("a.warc", response(b"x", length="x") * 500)


@pytest.mark.parametrize("length", [10, 60, 100, 170])
def test_a_packed_warc_cut_short_ends_with_a_fault(length: int) -> None:
    data = gzip.compress(GOOD)
    assert "a.warc.gz" in fault("a.warc.gz", data + data[:length])


def test_a_packed_file_cut_short_keeps_what_is_whole() -> None:
    data = gzip.compress(b"".join(b'{"text": "%d %d"}\n' % (i, i * i) for i in range(9000)))
    found = items("a.jsonl.gz", data[: len(data) // 2])
    assert [item.data for item in found[:2]] == [b'{"text": "0 0"}', b'{"text": "1 1"}']
    assert len(found) > 1000 and found[-1].form == "fault" and b"broken packed file" in found[-1].data


@pytest.mark.parametrize("ending", [".gz", ".zst", ".bz2", ".xz"])
def test_what_is_not_packed_at_all(ending: str) -> None:
    assert "broken packed file" in fault("a.txt" + ending, b"plain words")


def test_bombs() -> None:
    assert "more than 200 times its size" in fault("a.jsonl.gz", gzip.compress(bytes(20_000_000)))
    assert "more than 200 times its size" in fault("a.jsonl.zst", zstandard.compress(bytes(20_000_000)))
    bomb = zipped({"a.jsonl": bytes(20_000_000), "b.txt": b"Fine."})
    assert told("a.zip", bomb)[-1] == ("a.zip/b.txt", "text", b"Fine.")
    assert any(b"more than 200 times" in item.data for item in items("a.zip", bomb))


def test_broken_archives() -> None:
    data = zipped({"a.txt": b"One. " * 50, "b.txt": b"Two."})
    broken = data.replace(data[40:45], b"\xff\xff\xff\xff\xff", 1)
    assert [item.form for item in items("a.zip", broken)] == ["fault", "text"]
    assert "is broken" in fault("a.zip", data[:-30])
    assert "is broken" in fault("a.tar", tarred({"a.txt": b"x" * 9000})[:5000])
    assert "a.tar" in fault("a.tar", b"no archive" * 99)


def test_what_is_too_long() -> None:
    assert "is too long" in fault("a.txt", b"x" * 4005, max_chars=1000)
    assert "is too long" in fault("a.html", bytes(50_000_000))
    lines = told("a.jsonl", b"x" * 1_100_000 + b'\n{"text": "Two."}', max_chars=1000)
    assert [(source, form) for source, form, _ in lines] == [("a.jsonl, line 1", "fault"), ("a.jsonl, line 2", "row")]
