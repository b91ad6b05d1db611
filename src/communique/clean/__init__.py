"""clean: marks what is not the story, and says which language the story is in. Nothing is cut; offsets hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.clean.blocks import copyright_and_tail, opened_blocks, picture_series
from communique.clean.captions import find_captions
from communique.clean.datelines import find_dateline
from communique.clean.language import find_language
from communique.clean.lines import Line, split_lines
from communique.clean.marks import Mark, as_furniture
from communique.clean.patterns import inside_line, inside_text, whole_line
from communique.types import Article, Furniture

__all__ = ["clean", "find_furniture"]

_UPDATED = re.compile(r"(?i)\b(?:last )?updated\b(?=[^\n]*\d)[^|/\n]*[^\s|/]")


def clean(article: Article) -> Article:
    """The article with `furniture`, `language` and, where the text gives it and nothing is known, `updated`."""
    furniture = find_furniture(article.text, title=article.title)
    return replace(
        article,
        furniture=furniture,
        language=article.language or find_language(_story(article.text, furniture)),
        updated=article.updated or _updated(article.text, furniture),
    )


def find_furniture(text: str, *, title: str | None = None) -> tuple[Furniture, ...]:
    """Everything in a text that is not the story: sorted, not overlapping, offsets in code points.

    `title` is the headline, where it is known: it is story wherever it stands.
    """
    lines = split_lines(text)
    return as_furniture([*inside_text(text), *_marks(lines, title)])


def _marks(lines: list[Line], title: str | None) -> Iterator[Mark]:
    taken: set[int] = set()
    headline = {at for at, line in enumerate(lines[:3]) if title and line.text == title.strip()}
    for at, line in enumerate(lines):
        if at not in headline and (kind := whole_line(line)):
            taken.add(at)
            yield kind, line.span
    for finder in (picture_series(lines), copyright_and_tail(lines), opened_blocks(lines, taken)):
        for at, mark in finder:
            if at not in headline:
                taken.add(at)
                yield mark
    for at in find_captions(lines, taken | headline):
        taken.add(at)
        yield "caption", lines[at].span
    label = _source_label(lines, min(headline)) if headline else None
    if label is not None and label not in taken:
        taken.add(label)
        yield "byline", lines[label].span
    yield from _small_marks(lines, taken)


def _source_label(lines: list[Line], headline: int) -> int | None:
    """Number of the line between headline and first paragraph, where it is a bare name: the agency or the writer."""
    label, below = lines[headline + 1 : headline + 2], lines[headline + 2 : headline + 3]
    if not label or not below or label[0].closed or not below[0].closed or below[0].words < 12:
        return None
    names = label[0].text.split()
    return headline + 1 if len(names) <= 3 and all(name[0].isupper() for name in names) else None


def _small_marks(lines: list[Line], taken: set[int]) -> Iterator[Mark]:
    """Datelines, and what stands at the edges of lines that are story."""
    at_head = True
    for at, line in enumerate(lines):
        if at in taken:
            continue
        yield from inside_line(line)
        if span := find_dateline(line, at_head=at_head):
            yield "dateline", span
        at_head = at_head and not (line.closed and line.words >= 6)


def _story(text: str, furniture: tuple[Furniture, ...]) -> str:
    ends = [0, *(mark.span[1] for mark in furniture)]
    starts = [*(mark.span[0] for mark in furniture), len(text)]
    return " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def _updated(text: str, furniture: tuple[Furniture, ...]) -> str | None:
    """The words of a note that says when the text was updated, as they stand."""
    for mark in furniture:
        note = _UPDATED.search(text[slice(*mark.span)]) if mark.kind == "update" else None
        if note:
            return note.group()
    return None
