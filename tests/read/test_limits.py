from __future__ import annotations

import gzip
import io

import pytest

from communique.errors import ReadError
from communique.read.limits import Unpacked, bounded_lines, read_up_to


def unpack(packed: bytes) -> bytes:
    return io.BufferedReader(Unpacked(io.BytesIO(packed), "a.gz")).read()


def test_unpacks_what_was_packed() -> None:
    data = b"The ministers met on Monday. " * 5_000
    assert unpack(gzip.compress(data)) == data


def test_refuses_a_bomb_without_unpacking_it() -> None:
    packed = gzip.compress(bytes(60_000_000))
    with pytest.raises(ReadError, match="unpacks to more than 200 times its size"):
        unpack(packed)


@pytest.mark.parametrize("packed", [gzip.compress(b"x" * 5_000, mtime=0)[:20], b"\x1f\x8bnot gzip at all"])
def test_a_broken_file_is_named(packed: bytes) -> None:
    with pytest.raises(ReadError, match=r"^a\.gz: is a broken gzip file"):
        unpack(packed)


def test_reads_up_to_a_limit() -> None:
    assert read_up_to(io.BytesIO(b"12345"), 5) == b"12345"
    assert read_up_to(io.BytesIO(b"123456"), 5) is None


def test_lines_are_numbered_and_long_ones_skipped() -> None:
    stream = io.BytesIO(b"one\r\n\n" + b"x" * 100 + b"\nfour\nlast")
    assert list(bounded_lines(stream, 10)) == [(1, b"one"), (2, b""), (3, None), (4, b"four"), (5, b"last")]


def test_a_line_of_exactly_the_limit_is_read() -> None:
    assert list(bounded_lines(io.BytesIO(b"12345\n12345"), 5)) == [(1, b"12345"), (2, b"12345")]
