"""PolNeAR's attributions as windows with tags and links."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from communique.parse import find_paragraphs, find_quotes
from communique.statements.decode import ROLES, TAGS
from communique.statements.windows import Window, cut_windows
from communique.vocabulary import Span

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Example:
    """A window with what is to be learned from it.

    `tags`: one a piece, IGNORED where no word begins. `ends`: pieces of the first and last word of each span of a role.
    `to_cue`: the cue of each content, -1 where none lies in the window. `to_source`: 1 + the source of each cue, 0 for none.
    """

    window: Window
    tags: tuple[int, ...]
    ends: dict[str, tuple[Span, ...]]
    to_cue: tuple[int, ...]
    to_source: tuple[int, ...]


def load_tokenizer(encoder: Path) -> Tokenizer:
    """The encoder's tokenizer, without the limits that it ships with."""
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def read_examples(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """Every window of every report of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            paragraphs = find_paragraphs(row["text"])
            quotes = find_quotes(row["text"], paragraphs)
            for window in cut_windows(row["text"], paragraphs, quotes, tokenizer):
                yield example(window, row["attributions"])


def example(window: Window, attributions: Sequence[dict[str, Any]]) -> Example:
    """The attributions that lie in a window as tags and links; where spans overlap, cues win over sources over contents."""
    spans: dict[str, dict[Span, int]] = {role: {} for role in ROLES}
    joined = [_indexes(window, attribution, spans) for attribution in attributions]
    word_tags = [0] * len(window.words)
    for role in ("content", "source", "cue"):
        for start, end in spans[role]:
            word_tags[start:end] = [TAGS.index(f"B-{role}")] + [TAGS.index(f"I-{role}")] * (end - start - 1)
    tags = [IGNORED] * len(window.ids)
    for at, tag in zip(window.starts, word_tags, strict=True):
        tags[at] = tag
    to_cue, to_source = [-1] * len(spans["content"]), [0] * len(spans["cue"])
    for one in joined:
        for content in one["content"] if one["cue"] else ():
            to_cue[content] = one["cue"][0]
        for cue in one["cue"] if one["source"] else ():
            to_source[cue] = 1 + one["source"][0]
    ends = {role: tuple((window.starts[a], window.starts[b - 1]) for a, b in spans[role]) for role in ROLES}
    return Example(window, tuple(tags), ends, tuple(to_cue), tuple(to_source))


def _indexes(window: Window, attribution: dict[str, Any], spans: dict[str, dict[Span, int]]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {role: [] for role in ROLES}
    for role in ROLES:
        for start, end in attribution[role]:
            first = bisect_right(window.words, start, key=lambda word: word[1])
            last = first
            while last < len(window.words) and window.words[last][0] < end:
                last += 1
            if last > first:
                out[role].append(spans[role].setdefault((first, last), len(spans[role])))
    return out
