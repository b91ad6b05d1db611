"""Where sentences must and must not begin: told to the parser before it decides for itself.

A sentence never crosses a paragraph; a closing quotation mark stays with its sentence; an opening one after a full stop
begins the next; and what follows `,”` goes on with the sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc as SpacyDoc

from communique.parse.doc import Quote
from communique.vocabulary import Span

_FINAL = {".", "!", "?", "…", "...", ":"}


def preset_sentences(tokens: SpacyDoc, paragraphs: Sequence[Span], quotes: Sequence[Quote]) -> None:
    """Sets `is_sent_start` where layout and quotation marks decide it. Changes `tokens` in place."""
    starts = [token.idx for token in tokens]

    def index(offset: int) -> int:
        return max(0, bisect_right(starts, offset) - 1)

    for start, _ in paragraphs:
        tokens[index(start)].is_sent_start = True
    for quote in quotes:
        if quote.depth:
            continue
        _preset_opening(tokens, index(quote.span[0]))
        if quote.closed:
            _preset_closing(tokens, index(quote.inner[1]))


def _preset_opening(tokens: SpacyDoc, i: int) -> None:
    if 0 < i < len(tokens) - 1 and not tokens[i].is_sent_start:
        if tokens[i - 1].text in _FINAL:
            tokens[i].is_sent_start = tokens[i - 1].text != ":"
        tokens[i + 1].is_sent_start = False


def _preset_closing(tokens: SpacyDoc, i: int) -> None:
    if i == 0 or tokens[i].is_sent_start:
        return
    tokens[i].is_sent_start = False
    if i + 1 < len(tokens) and tokens[i - 1].text == "," and not tokens[i + 1].is_sent_start:
        tokens[i + 1].is_sent_start = False
