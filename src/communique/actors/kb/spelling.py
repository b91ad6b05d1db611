"""Names in other spellings: without accents, by another transliteration (`Gadhafi`, `Mohamed`), with a slip of the pen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_MARKS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"})
_ARTICLES = frozenset("al el as ash an ar at ad az ul wal wa bin ibn ben".split())
# Letters that transliterations exchange, in this order.
_EXCHANGED = (
    ("ph", "f"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"),
    ("ai", "i"), ("ey", "i"), ("y", "i"), ("e", "a"), ("o", "u"), ("q", "k"), ("j", "i"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def unaccented(text: str) -> str:
    """The text in small letters without accents: `Erdoğan` as `erdogan`."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower().translate(_MARKS))
    return "".join(mark for mark in apart if not unicodedata.combining(mark))


def sound(name: str) -> str:
    """What transliterations of one name have in common: articles, doubled letters and a silent h at the end left out."""
    words = re.findall(r"[^\W_]+", re.sub(r"['’`ʿʾ]", "", unaccented(name)))
    return " ".join(_sound(word) for word in words if word not in _ARTICLES)


@cache
def _sound(word: str) -> str:
    for written, heard in _EXCHANGED:
        word = word.replace(written, heard)
    word = _TWICE.sub(r"\1", word)
    return word[:-1] if len(word) > 3 and word[-1] == "h" else word


def slips(word: str) -> Iterator[str]:
    """What a word in small letters may have been meant for: two letters exchanged, one written twice, one left out.

    The first and the last letter are never wrong.
    """
    yield from exchanged(word)
    for i in range(2, len(word)):
        if word[i] == word[i - 1]:
            yield word[:i] + word[i + 1 :]
    for i in range(1, len(word)):
        for letter in _LETTERS:
            yield word[:i] + letter + word[i:]


def exchanged(word: str) -> Iterator[str]:
    """The word with two neighbouring letters exchanged, neither of them the first."""
    for i in range(1, len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
