"""Quotation marks, paired: double and single, curly, straight and angled, nested, unbalanced, or left open over paragraphs.

Linear in the length of the text, whatever the marks. A mark that cannot be paired opens a quotation up to the end of its
paragraph if it looks like an opening one, and is ignored if it looks like a closing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.parse.doc import Quote
from communique.vocabulary import Span

_DOUBLE = re.compile(r"``|''|[\"“”„‟«»]")
_SINGLE = re.compile(r"['‘’‚]")
_OPENING, _CLOSING = {"“", "„", "‟", "«", "``"}, {"”", "»"}
# Opening marks that close in other languages, and what may follow a closing mark.
_EITHER, _PUNCTUATION = {"“", "«"}, ".,;:!?)]}"
_ELISIONS = re.compile(r"['‘’](?:\d0s|em|til|cause|tis|twas)\b", re.IGNORECASE)


def find_quotes(text: str, paragraphs: Sequence[Span]) -> tuple[Quote, ...]:
    """All quotations of a text, by start; quotations inside quotations have depth 1. Spans are of characters."""
    quotes: list[Quote] = []
    open_before = False
    for paragraph in paragraphs:
        outer = _pairs(text, paragraph, _doubles(text, paragraph))
        inner = _nested(_singles(text, paragraph), outer)
        if open_before and outer and not text[paragraph[0] : outer[0].span[0]].strip():
            outer[0] = replace(outer[0], continues=True)
        open_before = bool(outer) and not outer[-1].closed and outer[-1].span[1] >= paragraph[1]
        quotes += sorted([*outer, *inner], key=lambda q: (q.span[0], -q.span[1]))
    return tuple(quotes)


def _nested(singles: list[Quote], outer: list[Quote]) -> Iterator[Quote]:
    """Single-marked quotations with their depth; one that crosses a double-marked one is a misread apostrophe."""
    i = 0
    for quote in singles:
        while i < len(outer) and outer[i].span[1] <= quote.span[0]:
            i += 1
        if i == len(outer) or quote.span[1] <= outer[i].span[0]:
            yield quote
        elif outer[i].span[0] < quote.span[0] and quote.span[1] <= outer[i].span[1]:
            yield replace(quote, depth=1)


def _doubles(text: str, paragraph: Span) -> Iterator[tuple[Span, bool | None]]:
    """Double marks of a paragraph and whether each opens (True), closes (False) or does what is due (None).

    Curly and angled marks open and close on different sides in different languages („x“, »x«, ”x”): one that can stand only
    on the other side of a quotation is taken for that.
    """
    for match in _DOUBLE.finditer(text, *paragraph):
        mark, (start, end) = match.group(), match.span()
        before = start == paragraph[0] or text[start - 1].isspace() or text[start - 1] in "([{—–-/‘'"
        after = end < paragraph[1] and not text[end].isspace()
        if mark in _OPENING:
            closes = mark in _EITHER and not before and (not after or text[end] in _PUNCTUATION)
            yield (start, end), not closes
        elif mark in _CLOSING:
            yield (start, end), None if before and after and text[end].isalnum() else False
        else:
            yield (start, end), None if before == (not after) else before


def _pairs(text: str, paragraph: Span, marks: Iterator[tuple[Span, bool | None]]) -> list[Quote]:
    out: list[Quote] = []
    start: Span | None = None
    for span, opens in marks:
        if start is None:
            if opens is not False:
                start = span
        elif opens is True:
            # A second opening mark: the quotation before was never closed. It ends where its words end.
            out += _unclosed(text, start, span[0])
            start = span
        else:
            out.append(Quote((start[0], span[1]), (start[1], span[0])))
            start = None
    if start is not None:
        out += _unclosed(text, start, paragraph[1])
    return [quote for quote in out if text[quote.inner[0] : quote.inner[1]].strip()]


def _unclosed(text: str, start: Span, end: int) -> list[Quote]:
    end = start[1] + len(text[start[1] : end].rstrip())
    return [Quote((start[0], end), (start[1], end), closed=False)] if end > start[1] else []


def _singles(text: str, paragraph: Span) -> list[Quote]:
    """Quotations in single marks. An apostrophe is none; nor is an opening mark that nothing closes."""
    out: list[Quote] = []
    start: int | None = None
    marks = [match.start() for match in _SINGLE.finditer(text, *paragraph)]
    closers = {at for at in marks if _closes_single(text, at, paragraph)}
    last = max(closers, default=-1)
    for at in marks:
        if start is None:
            if at < last and _opens_single(text, at, paragraph):
                start = at
        elif at in closers and at > start + 2 and not (_possessive(text, at) and at < last):
            out.append(Quote((start, at + 1), (start + 1, at)))
            start = None
    return out


def _opens_single(text: str, at: int, paragraph: Span) -> bool:
    if text[at] == "’" or _ELISIONS.match(text, at) or at + 1 >= paragraph[1]:
        return False
    before = at == paragraph[0] or text[at - 1].isspace() or text[at - 1] in '([{—–"“:'
    return before and (text[at + 1].isalnum() or text[at + 1] in '[($£€…“"')


def _closes_single(text: str, at: int, paragraph: Span) -> bool:
    if (
        text[at] == "‚"
        or (text[at] == "‘" and "‚" not in text[paragraph[0] : at])
        or at == paragraph[0]
        or text[at - 1].isspace()
    ):
        return False
    return at + 1 >= paragraph[1] or not text[at + 1].isalnum()


def _possessive(text: str, at: int) -> bool:
    """`leaders' meeting`: a mark after s and before a lower-case word closes nothing, if something later can."""
    return text[at - 1] in "sS" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
