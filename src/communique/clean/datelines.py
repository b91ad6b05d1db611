"""Datelines: place, day and agency before a report's first words ("HAVANA, May 3 (Agency) --"); only they are marked."""

from __future__ import annotations

import re

from communique.clean.lines import Line
from communique.lexicon import words
from communique.vocabulary import Span

_AGENCY = r"\((?:[A-Z][A-Za-z.]*)(?:[ /][A-Za-z.]+){0,3}\)"
_CAPITALS = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
_WHERE = rf"{_CAPITALS}(?:/{_CAPITALS})*(?:, [A-Z][A-Za-z.]+(?: [A-Z][a-z.]+)?){{0,2}}"
_DAY = r"(?:,? (?:[A-Z][a-z]+\.?) \d{1,2}(?:, \d{4})?,?)?"
_DASH = r"(?:--+|—|–|-)"
_PLAIN = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}(?:, [A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?)?"

# Capitals and a dash are a dateline wherever a line begins with them; weaker forms only at the head of the report.
_ANYWHERE = re.compile(
    rf"(?:{_WHERE}{_DAY}(?: {_AGENCY})?[ \xa0]+{_DASH}|{_WHERE}{_DAY},? {_AGENCY}\s*{_DASH}?:?|{_AGENCY} *{_DASH})(?=\s*\S)"
)
_AT_HEAD = re.compile(rf"(?:{_PLAIN}{_DAY}(?: {_AGENCY})? (?:--|—|–)|{_PLAIN}{_DAY} {_AGENCY}|{_AGENCY})(?=\s+[A-Z“\"'‘])")
_COLON = re.compile(rf"({_CAPITALS}):(?=\s+[A-Z“\"'‘])")
_NO_PLACE = re.compile(r"(?:Q|A|QUESTION|ANSWER|UPDATE|BREAKING|WATCH|READ|NOTE|CORRECTION|EXCLUSIVE|ANALYSIS|OPINION)\b")


def find_dateline(line: Line, *, at_head: bool) -> Span | None:
    """The span of the dateline that a line begins with, or None.

    Args:
        line: a line with a sentence in it; a headline has no dateline.
        at_head: whether it is the report's first such line.
    """
    if not line.closed or line.words < 6 or _NO_PLACE.match(line.text):
        return None
    head = line.text[:120]
    match = _ANYWHERE.match(head)
    if match is None and at_head:
        match = _AT_HEAD.match(head) or _city_and_colon(head)
    return (line.start, line.start + match.end()) if match else None


def _city_and_colon(head: str) -> re.Match[str] | None:
    """A city in capitals and a colon: without the list of cities it could be anybody who speaks."""
    match = _COLON.match(head)
    return match if match and match[1] in words("clean", "dateline_cities") else None
