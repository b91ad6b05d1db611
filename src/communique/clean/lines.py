"""The lines of a text, with what their shape says: whether one ends like a sentence, how long it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.vocabulary import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
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
        return (self.start, self.end)

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1


def split_lines(text: str) -> list[Line]:
    """The non-empty lines of a text, in order; offsets are the text's."""
    lines = []
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            closed = _CLOSED.search(stripped[-6:]) is not None
            lines.append(Line(start, start + len(stripped), stripped, closed))
    return lines
