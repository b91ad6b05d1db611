"""Where sentences must and must not begin: told to the parser before it decides for itself.

A sentence never crosses a paragraph; a closing quotation mark stays with its sentence; an opening one after a full stop
begins the next; and what follows `,”` goes on with the sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc as SpacyDoc

from communique.parse.doc import Quote
from communique.vocabulary import Span

_FINAL = {".", "!", "?", "…", "...", ":"}
_OPEN, _YES, _NO = 0, 1, -1


def preset_sentences(tokens: SpacyDoc, paragraphs: Sequence[Span], quotes: Sequence[Quote]) -> None:
    """Sets `is_sent_start` where layout and quotation marks decide it. Changes `tokens` in place."""
    words = [token.text for token in tokens]
    offsets = [token.idx for token in tokens]
    starts = [_OPEN] * len(words)

    def index(offset: int) -> int:
        return max(0, bisect_right(offsets, offset) - 1)

    if not words:
        return
    for start, _ in paragraphs:
        starts[index(start)] = _YES
    for quote in quotes:
        if quote.depth:
            continue
        _preset_opening(words, starts, index(quote.span[0]))
        if quote.closed:
            _preset_closing(words, starts, index(quote.inner[1]))
    # All at once: setting one token's flag takes spaCy a pass over the whole text.
    flags = np.array(starts, dtype="int64").astype("uint64").reshape(-1, 1)
    tokens.from_array(["SENT_START"], flags)  # type: ignore[arg-type]  # the stub names an alias of ndarray


def _preset_opening(words: Sequence[str], starts: list[int], i: int) -> None:
    if 0 < i < len(words) - 1 and starts[i] != _YES:
        if words[i - 1] in _FINAL:
            starts[i] = _YES if words[i - 1] != ":" else _NO
        starts[i + 1] = _NO


def _preset_closing(words: Sequence[str], starts: list[int], i: int) -> None:
    if i == 0 or starts[i] == _YES:
        return
    starts[i] = _NO
    if i + 1 < len(words) and words[i - 1] == "," and starts[i + 1] != _YES:
        starts[i + 1] = _NO
