"""Embedded tweets: the words, then `— Ada Holm (@adaholm) March 3, 2019`."""

from __future__ import annotations

import re

from communique.parse import Doc
from communique.statements.found import Found
from communique.vocabulary import Span

RULE = "tweet"
_SIGNATURE = re.compile(r"([—–-]{1,2})\s?([^\n()@“”\"—–]{2,50}?)\s?\((@\w{1,15})\)")
_HANDLE = re.compile(r"\s?\(@\w{1,15}\)")
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/)\S*$")
_LONGEST_LINK = 200
_CONFIDENCE = 0.85


def find_tweets(doc: Doc) -> list[Found]:
    """One attribution for each signed tweet: its paragraph up to the signature, else the paragraph before."""
    out = []
    for at, (start, end) in enumerate(doc.paragraphs):
        match = _SIGNATURE.search(doc.article.text, start, end)
        if match is None:
            continue
        words = (start, match.start()) if doc.text((start, match.start())).strip() else doc.paragraphs[at - 1] if at else None
        said = _without_links(doc, words) if words is not None else None
        if said is not None:
            out.append(Found(match.span(2), match.span(1), (said,), RULE, _CONFIDENCE))
    return out


def is_signed(doc: Doc, source: Span) -> bool:
    """True where a handle stands behind a name: `Ada Holm (@adaholm)`."""
    return _HANDLE.match(doc.article.text, source[1]) is not None


def _without_links(doc: Doc, words: Span) -> Span | None:
    text = doc.text(words).rstrip()
    while (link := _LINK.search(text, max(0, len(text) - _LONGEST_LINK))) is not None:
        text = text[: link.start()].rstrip()
    return (words[0], words[0] + len(text)) if len(text.split()) > 1 else None
