"""Marked attributions as windows with tags and links."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from communique.clean import clean
from communique.models.language import load_language
from communique.parse import parse, story_text
from communique.statements.detect import detect
from communique.statements.features import describe
from communique.statements.found import ROLES, TAGS
from communique.statements.windows import Window, cut_windows
from communique.types import Article
from communique.vocabulary import Span
from training.statements import stories

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Example:
    """A window with what is to be learned from it.

    `tags`: one a piece, IGNORED where no word begins. `ends`: pieces of the first and last word of each span of a role.
    `to_cue`: the cue of each content, -1 where none lies in the window. `to_source`: 1 + the source of each cue, 0 for none.
    `chances`: of text that nobody marked, each word's probabilities of tags, (words, 7), instead of `tags`.
    """

    window: Window
    tags: tuple[int, ...]
    ends: dict[str, tuple[Span, ...]]
    to_cue: tuple[int, ...]
    to_source: tuple[int, ...]
    chances: NDArray[np.float16] | None = None


def load_tokenizer(encoder: Path) -> Tokenizer:
    """The encoder's tokenizer, without the limits that it ships with."""
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def read_examples(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """Every window of every report of a file: rows with PolNeAR's `attributions` or with a reader's `statements`."""
    for row, windows in read_windows(path, tokenizer):
        attributions = row["attributions"] if "attributions" in row else stories.attributions(row)
        yield from (example(window, attributions) for window in windows)


def read_windows(path: Path, tokenizer: Tokenizer) -> Iterator[tuple[dict[str, Any], list[Window]]]:
    """The rows of a file (JSON lines with id and text) and the windows of each, as the detector cuts them."""
    nlp = load_language()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            doc = parse(clean(Article(id=str(row["id"]), text=row["text"])), nlp)
            channels = describe(doc, detect(doc))
            yield row, list(cut_windows(story_text(doc.article), doc.paragraphs, channels, tokenizer))


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
