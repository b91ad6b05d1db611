"""Text cut into windows of word pieces for a learned detector: whole paragraphs, up to a fixed length.

Training and reading cut alike; both come here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from communique.statements.features import BEGINS
from communique.vocabulary import Span

# Longest window, in word pieces, that training sees.
LONGEST = 256
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its pieces and its characters."""

    pieces: tuple[int, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of text as a model reads it.

    `ids` are word pieces with [CLS] before and [SEP] after each paragraph, `marks` the features of each piece (of the same
    length, a number a channel). `words` are spans of characters; word k begins at piece `starts[k]`.
    """

    ids: tuple[int, ...]
    marks: tuple[tuple[int, ...], ...]
    words: tuple[Span, ...]
    starts: tuple[int, ...]


def cut_windows(
    text: str, paragraphs: Sequence[Span], channels: Sequence[bytearray], tokenizer: Tokenizer, *, longest: int = LONGEST
) -> Iterator[Window]:
    """Windows of whole paragraphs; a paragraph longer than a window is cut between sentences, a longer sentence anywhere.

    Offsets are those of `text`; `channels` are of `features.describe`. Every word of every paragraph lies in exactly one
    window, in the order of the text.
    """
    start, end = _token(tokenizer, "[CLS]", "<s>"), _token(tokenizer, "[SEP]", "</s>")
    builder = _Builder(channels, start, end)
    for unit in _units(text, paragraphs, tokenizer, longest - 2):
        if len(builder.ids) + sum(len(word.pieces) for word in unit) + 1 > longest and builder.words:
            yield builder.window()
            builder = _Builder(channels, start, end)
        builder.add(unit)
    if builder.words:
        yield builder.window()


def _token(tokenizer: Tokenizer, *names: str) -> int:
    """The number of the first of these tokens that the vocabulary has: encoders name the ends of a text differently."""
    return next((number for name in names if (number := tokenizer.token_to_id(name)) is not None), 0)


class _Builder:
    """A window that grows by paragraphs."""

    def __init__(self, channels: Sequence[bytearray], start: int, end: int) -> None:
        self._channels, self._end = channels, end
        self.ids = [start]
        self.marks: list[tuple[int, ...]] = [BEGINS]
        self.words: list[Span] = []
        self._starts: list[int] = []

    def add(self, unit: Iterable[Word]) -> None:
        for word in unit:
            self.words.append(word.span)
            self._starts.append(len(self.ids))
            self.ids += word.pieces
            self.marks += [tuple(channel[word.span[0]] for channel in self._channels)] * len(word.pieces)
        self.ids.append(self._end)
        self.marks.append(BEGINS)

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
    # Tokenised corpora open a quotation with two marks that the encoder knows as something else.
    usual = [text[start:end].replace("``", "''") for start, end in paragraphs]
    encodings = tokenizer.encode_batch(usual, add_special_tokens=False)
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
