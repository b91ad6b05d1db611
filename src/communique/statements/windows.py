"""Text cut into windows of word pieces for a learned detector: whole paragraphs, up to a fixed length.

Training and reading cut alike; both come here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from communique.parse import Quote
from communique.vocabulary import Span

# Longest window, in word pieces, that training sees.
LONGEST = 256
# What a word piece is to the quotations around it; the model learns a vector for each.
OUTSIDE, CLOSED, OPEN, SINGLE, NESTED, OPENING, CLOSING = range(7)
MARKS = 7

_SINGLE = frozenset("'’‘‚")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its pieces and its characters."""

    pieces: tuple[int, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of text as a model reads it.

    `ids` are word pieces with [CLS] before and [SEP] after each paragraph, `marks` what each piece is to the quotations
    (of the same length). `words` are spans of characters; word k begins at piece `starts[k]`.
    """

    ids: tuple[int, ...]
    marks: tuple[int, ...]
    words: tuple[Span, ...]
    starts: tuple[int, ...]


def cut_windows(
    text: str, paragraphs: Sequence[Span], quotes: Sequence[Quote], tokenizer: Tokenizer, *, longest: int = LONGEST
) -> Iterator[Window]:
    """Windows of whole paragraphs; a paragraph longer than a window is cut between sentences, a longer sentence anywhere.

    Offsets are those of `text`. Every word of every paragraph lies in exactly one window, in the order of the text.
    """
    marks = mark_characters(text, quotes)
    start, end = tokenizer.token_to_id("[CLS]") or 0, tokenizer.token_to_id("[SEP]") or 0
    builder = _Builder(marks, start, end)
    for unit in _units(text, paragraphs, tokenizer, longest - 2):
        if len(builder.ids) + sum(len(word.pieces) for word in unit) + 1 > longest and builder.words:
            yield builder.window()
            builder = _Builder(marks, start, end)
        builder.add(unit)
    if builder.words:
        yield builder.window()


def mark_characters(text: str, quotes: Sequence[Quote]) -> bytearray:
    """For each character of a text what it is to the quotations: outside, inside a closed one, an opening mark ..."""
    marks = bytearray(len(text) + 1)
    for quote in quotes:
        inside = NESTED if quote.depth else SINGLE if text[quote.span[0] : quote.inner[0]] in _SINGLE else CLOSED
        if inside == CLOSED and (quote.continues or not quote.closed):
            inside = OPEN
        for mark, (start, end) in (
            (inside, quote.inner),
            (OPENING, (quote.span[0], quote.inner[0])),
            (CLOSING, (quote.inner[1], quote.span[1])),
        ):
            marks[start:end] = bytes([mark]) * (end - start)
    return marks


class _Builder:
    """A window that grows by paragraphs."""

    def __init__(self, marks: bytearray, start: int, end: int) -> None:
        self._characters, self._end = marks, end
        self.ids, self.marks = [start], [OUTSIDE]
        self.words: list[Span] = []
        self._starts: list[int] = []

    def add(self, unit: Iterable[Word]) -> None:
        for word in unit:
            self.words.append(word.span)
            self._starts.append(len(self.ids))
            self.ids += word.pieces
            self.marks += [self._characters[word.span[0]]] * len(word.pieces)
        self.ids.append(self._end)
        self.marks.append(OUTSIDE)

    def window(self) -> Window:
        return Window(tuple(self.ids), tuple(self.marks), tuple(self.words), tuple(self._starts))


def _units(text: str, paragraphs: Sequence[Span], tokenizer: Tokenizer, most: int) -> Iterator[list[Word]]:
    for words in _words(text, paragraphs, tokenizer):
        if sum(len(word.pieces) for word in words) <= most:
            yield words
            continue
        cuts = {match.end() + words[0].span[0] for match in _SENTENCE.finditer(text[words[0].span[0] : words[-1].span[1]])}
        yield from _pieces_of(words, cuts, most)


def _pieces_of(words: list[Word], cuts: set[int], most: int) -> Iterator[list[Word]]:
    current: list[Word] = []
    length = 0
    for word in words:
        if current and (word.span[0] in cuts or length + len(word.pieces) > most):
            yield current
            current, length = [], 0
        current.append(word)
        length += len(word.pieces)
    if current:
        yield current


def _words(text: str, paragraphs: Sequence[Span], tokenizer: Tokenizer) -> Iterator[list[Word]]:
    encodings = tokenizer.encode_batch([text[start:end] for start, end in paragraphs], add_special_tokens=False)
    for (begin, _), encoding in zip(paragraphs, encodings, strict=True):
        words: list[tuple[list[int], int, int]] = []
        last: int | None = None
        for piece, index, (start, end) in zip(encoding.ids, encoding.word_ids, encoding.offsets, strict=True):
            if index is not None and index == last:
                words[-1] = ([*words[-1][0], piece], words[-1][1], begin + end)
            else:
                words.append(([piece], begin + start, begin + end))
            last = index
        if words:
            yield [Word(tuple(pieces), (start, end)) for pieces, start, end in words]
