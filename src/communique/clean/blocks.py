"""Furniture of several lines: link lists and highlights under their heading, picture series, copyright and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.clean.lines import Line
from communique.clean.marks import Mark
from communique.vocabulary import FurnitureKind

_LIST_HEADS = re.compile(
    r"(?i)(?:read more|related(?: (?:stories|articles|content|links))?|more (?:from|on|about|in) .{2,40}|see also"
    r"|also (?:read|see)|trending(?: right)? now|most (?:read|popular|viewed)|recommended"
    r"|you may also like|(?:\w+ )?top (?:deals|stories)"
    r"|around the web|from the web|editor[’']?s[’']? picks|further reading)\s*[:>]*"
)
_HIGHLIGHTS = re.compile(r"(?:Story highlights|STORY HIGHLIGHTS|Highlights|HIGHLIGHTS|Key points|KEY POINTS)\b[:\s]*")
_AUTHOR_HEAD = re.compile(r"(?i)about the (?:author|writer)s?\W*")
_SERIES = re.compile(r"(\d{1,3})/(\d{1,3})\s+\S")
_SERIES_HEAD = re.compile(r"(?:\+|\d{1,3}) show all (.+)")
_COPYRIGHT = re.compile(
    r"(?:(?i:\bcopyright(?: ©| \(c\)|,|:)?|©|\(c\))) ?(?:[A-Z][\w.,&'’ -]{1,60} )?(?:19|20)\d\d\b|(?i:\ball rights reserved\b)"
)
_BOILERPLATE = re.compile(
    r"(?i)copyright|©|\(c\)|\brights\b|\breserved\b|\bmaterial\b|\bpublished\b|\bbroadcast\b|\brewritten\b|\bredistributed\b"
    r"|\breproduced\b|\bpermission\b|\bpermitted\b|\bconsent\b|\blicen[cs]e|\bterms\b|\bprohibited\b"
)
_SENTENCE = re.compile(r"[^.!?]*(?:\b(?:Inc|Co|Ltd|Corp|U\.S|U\.K|No)\.[^.!?]*)*[.!?]+[\"'”’)]*\s*|[^.!?]+$")
_SCRAP = 8


def opened_blocks(lines: list[Line], taken: set[int]) -> Iterator[tuple[int, Mark]]:
    """(line number, mark) for headings of link lists, highlights and author notes, and for the lines that belong to them."""
    for at, line in enumerate(lines):
        kind, follow = _opener(line)
        if kind is None:
            continue
        yield at, (kind, line.span)
        for below in range(at + 1, min(len(lines), at + 1 + follow)):
            if kind != "byline" and (below in taken or not _is_item(lines[below])):
                break
            yield below, (kind, lines[below].span)


def _opener(line: Line) -> tuple[FurnitureKind | None, int]:
    """The kind of block that a line opens, and over how many further lines it may run."""
    if _LIST_HEADS.fullmatch(line.text):
        return "related", 12
    if _HIGHLIGHTS.match(line.text) and not line.closed:
        return "highlights", 5
    if _AUTHOR_HEAD.fullmatch(line.text):
        return "byline", 1
    return None, 0


def _is_item(line: Line) -> bool:
    """Whether a line may be the headline of another story: those ask and exclaim, but have no full stop."""
    return line.words <= 40 and (not line.closed or (line.words <= 20 and re.search(r"[?!][\"'”’)]*$", line.text) is not None))


def picture_series(lines: list[Line]) -> Iterator[tuple[int, Mark]]:
    """Lines numbered "3/16 ..." out of the same total, at least two of them, and the head of such a series."""
    totals: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if match := _SERIES.match(line.text):
            totals.setdefault(match[2], []).append(at)
    for total, places in totals.items():
        if len(places) >= 2 and int(total) >= len(places):
            for at in [*_series_head(lines, places[0]), *places]:
                yield at, ("caption", lines[at].span)


def _series_head(lines: list[Line], first: int) -> list[int]:
    head = _SERIES_HEAD.fullmatch(lines[first - 1].text) if first else None
    if head is None:
        return []
    return [first - 2, first - 1] if first > 1 and lines[first - 2].text == head[1] else [first - 1]


def copyright_and_tail(lines: list[Line]) -> Iterator[tuple[int, Mark]]:
    """A copyright notice, the boilerplate sentences after it, and scraps that follow it at the end of the page."""
    for at, line in enumerate(lines):
        start = _notice(line)
        if start is None:
            continue
        end = _boilerplate_end(line, start)
        if start > line.start and end < line.end and line.words > _SCRAP + 12:
            continue
        yield at, ("copyright", (start, end))
        if end < line.end:
            yield (
                at,
                ("tail", (end + len(line.text[end - line.start :]) - len(line.text[end - line.start :].lstrip()), line.end)),
            )
        for below in range(at + 1, len(lines)):
            if len(lines) - below > 4 or lines[below].words > _SCRAP or lines[below].closed:
                break
            yield below, ("tail", lines[below].span)


def _notice(line: Line) -> int | None:
    """Where a copyright notice begins in the last 600 characters of a line: at its start, or after a sentence or a bar."""
    cut = max(0, len(line.text) - 600)
    for match in _COPYRIGHT.finditer(line.text[cut:]):
        before = line.text[: cut + match.start()].rstrip()
        if not before or before[-1] in '.!?|•·–—-»”")':
            return line.start + cut + match.start()
    return None


def _boilerplate_end(line: Line, start: int) -> int:
    """Where the run of sentences with a notice's words ends that begins at `start`; offsets are the text's."""
    rest = line.text[start - line.start :]
    end = 0
    for sentence in _SENTENCE.finditer(rest):
        if end and not _BOILERPLATE.search(sentence.group()):
            break
        end = sentence.start() + len(sentence.group().rstrip())
    return start + (end or len(rest))
