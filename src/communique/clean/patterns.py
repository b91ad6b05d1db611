"""Furniture that its words give away: the patterns of `data/patterns.tsv` over lines and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from communique.clean.lines import Line
from communique.clean.marks import Mark
from communique.lexicon import any_of, table
from communique.vocabulary import FurnitureKind

Pattern = tuple[FurnitureKind, re.Pattern[str]]

_NAME = r"[A-Z][\w.'’&-]+(?: (?:(?:de|da|von|van|al|of|the|and) )?[A-Z][\w.'’&-]*){0,3}"
# Longer lines are no page's line: they are not judged as a whole.
LONGEST = 8_000
# A caption is short; under a longer paragraph only the credit is marked.
_LONGEST_CAPTION = 600
_EDGE = 500


_STAMP = (
    r"(?:\d{1,4}(?!\d)(?:st|nd|rd|th)?|[ap]\.?m\b\.?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b|(?:[ecmp][sd]?t|gmt|bst|cet|utc|ist|jst)\b"
    r"|(?:at|on|of|local time|today|ago)\b|(?:hour|minute|min|day)s?\b)"
)


@cache
def patterns(where: str) -> tuple[Pattern, ...]:
    """The patterns of `data/patterns.tsv` for one place ("line", "start", "end", "within", "whole"), in their order."""
    agency = any_of("clean", "agencies")
    found = []
    for kind, place, expression in table("clean", "patterns"):
        if place == where:
            full = expression.replace("AGENCY", agency).replace("NAME", f"(?:{_NAME})").replace("STAMP", _STAMP)
            anchored = rf"(?:{full})\Z" if where in {"end", "whole"} else full
            found.append((cast(FurnitureKind, kind), re.compile(anchored)))
    return tuple(found)


def whole_line(line: Line) -> FurnitureKind | None:
    """The kind of furniture that a whole line is, by its words; None where it is not."""
    if len(line.text) > LONGEST:
        return None
    for kind, pattern in patterns("line"):
        if pattern.fullmatch(line.text):
            return kind
    if len(line.text) > _LONGEST_CAPTION or any(inside_line(line)):
        return None
    return next((kind for kind, pattern in patterns("whole") if pattern.search(line.text)), None)


def inside_line(line: Line) -> Iterator[Mark]:
    """Furniture at the beginning or end of a line that is story otherwise."""
    for kind, pattern in patterns("start"):
        if match := pattern.match(line.text[:_EDGE]):
            yield kind, (line.start, line.start + match.end())
    cut = max(0, len(line.text) - _EDGE)
    for kind, pattern in patterns("end"):
        if match := pattern.search(line.text[cut:]):
            yield kind, (line.start + cut + match.start(), line.end)
            return
    if len(line.text) > _LONGEST_CAPTION:
        for _, pattern in patterns("whole"):
            if match := pattern.search(line.text[cut:]):
                yield "credit", (line.start + cut + match.start(), line.end)
                return


def inside_text(text: str) -> Iterator[Mark]:
    """Furniture anywhere in the text, also glued to a word."""
    for kind, pattern in patterns("within"):
        for match in pattern.finditer(text):
            yield kind, match.span()
