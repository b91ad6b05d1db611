"""The lines of a text, with what their shape says: whether one ends like a sentence, how long it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.parse import find_paragraphs
from communique.vocabulary import Span

_CLOSED = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line, white space at both ends left out. `closed`: it ends with a mark of punctuation."""

    start: int
    end: int
    text: str
    closed: bool

    @property
    def span(self) -> Span:
        """Characters of the text, white space at both ends left out."""
        return (self.start, self.end)

    @property
    def words(self) -> int:
        """The number of words, as far as single spaces part them."""
        return self.text.count(" ") + 1


def split_lines(text: str) -> list[Line]:
    """The non-empty lines of a text, in order; offsets are the text's."""
    return [Line(start, end, text[start:end], _is_closed(text[start:end])) for start, end in find_paragraphs(text)]


def _is_closed(line: str) -> bool:
    return _CLOSED.search(line[-6:]) is not None
