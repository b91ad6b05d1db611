"""Bytes -> text: what is no text is refused by name, the encoding is found by mark, declaration, UTF-8, then statistics."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from charset_normalizer import from_bytes

from communique.errors import ReadError
from communique.lexicon import table

# The UTF-32 marks begin with the UTF-16 ones, so they come first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_HIGH = re.compile(rb"[\x80-\xff]")
# What Windows-1252 text in a Latin script has beside ASCII: letters, quotation marks, dashes, currency.
_WESTERN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ‘’‚“”„…–—•€£¥§©®°·«»¿¡ºª½¼¾\xa0]")
_SAMPLE = 200_000


def decode(data: bytes, source: str, declared: str | None = None) -> str:
    """The text of some bytes, line endings and all; a byte order mark is dropped.

    Args:
        data: the bytes of one whole file or page.
        source: what errors call it.
        declared: the encoding that a header or the page itself names; used where the bytes are no UTF-8.

    Raises:
        ReadError: the bytes are empty, a known binary format, or no text in any encoding.
    """
    if not data.strip():
        raise ReadError(source, "is empty: there is no text to read")
    refuse_binary(data, source)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name, source)
    if _controls(data[:_SAMPLE]) > 0.02:
        raise ReadError(source, "is a binary file, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, source, declared)


def refuse_binary(data: bytes, source: str) -> None:
    """Raises ReadError where the first bytes are those of a known format that is not text (PDF, ZIP, images ...)."""
    for signature, name, advice in table("read", "signatures"):
        if data.startswith(bytes.fromhex(signature)):
            raise ReadError(source, f"is {name}, not text; {advice}")


def _decode_as(data: bytes, name: str, source: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise ReadError(source, f"begins like {name.upper()} but is not: byte {error.start:,} does not fit") from error


def _controls(data: bytes) -> float:
    counts = Counter(data)
    return sum(counts[byte] for byte in _CONTROLS) / max(1, len(data))


def _decode_legacy(data: bytes, source: str, declared: str | None) -> str:
    for name in filter(None, (declared, _western(data), _guessed(data))):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise ReadError(source, "is in an encoding that could not be told; save it as UTF-8")


def _western(data: bytes) -> str | None:
    """Windows-1252, where nearly all is ASCII and the rest is what such text has: statistics are weak on a few bytes."""
    high = b"".join(_HIGH.findall(data))
    if len(high) > 0.05 * len(data):
        return None
    rest = high.decode("cp1252", errors="replace")
    return "cp1252" if len(_WESTERN.findall(rest)) == len(rest) else None


def _guessed(data: bytes) -> str | None:
    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else None
