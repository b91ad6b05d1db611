from __future__ import annotations

import codecs

import pytest

from communique.errors import ReadError
from communique.read import encoding
from communique.read.encoding import decode

TEXT = "“Não” — the café's owner paid £5 in Zürich, and that was all there was to say about it.\r\n"


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "cp1252"),
    ],
)
def test_finds_the_encoding(mark: bytes, name: str) -> None:
    assert decode(mark + (TEXT * 3).encode(name), "note") == TEXT * 3


def test_statistics_tell_other_encodings() -> None:
    text = "Президент заявил в понедельник, что переговоры продолжатся. Министр сказал, что страна не уступит. " * 5
    assert decode(text.encode("cp1251"), "note") == text


def test_a_declared_encoding_is_used_where_the_bytes_are_no_utf8() -> None:
    text = "Rząd ogłosił w poniedziałek, że rozmowy będą kontynuowane. " * 3
    assert decode(text.encode("iso8859_2"), "page", "iso-8859-2") == text
    assert decode(text.encode(), "page", "iso-8859-2") == text
    assert decode(b"caf\xe9 au lait, three times a day", "page", "no-such-encoding") == "café au lait, three times a day"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n", "is empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is a PDF, not text; convert it to text first"),
        (b"PK\x03\x04abcd", "ZIP archive or an Office document"),
        (b"\x89PNG\r\n\x1a\n0000", "PNG image"),
        (bytes(range(256)) * 8, "binary file"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "begins like UTF-16"),
    ],
)
def test_refuses_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "upload.bin")
    assert caught.value.source == "upload.bin"
    assert reason in caught.value.reason


def test_an_encoding_that_cannot_be_told_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "_guessed", lambda data: None)
    with pytest.raises(ReadError, match="could not be told; save it as UTF-8"):
        decode(b"\x81\x8d\x8f\x90\x9d" * 40, "note")
