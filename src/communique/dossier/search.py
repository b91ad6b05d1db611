"""Full-text search: words, "phrases", begin*, -not, speaker:NAME, outlet:NAME, date:2019-02 or date:2019-02-01..2019-03-15.

All words have to be in one paragraph; with `speaker:`, in what one statement says. SQLite's FTS5 ranks (BM25).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from communique.dossier.held import Passage
from communique.dossier.store import Store
from communique.errors import OptionError

_PART = re.compile(r'(?P<not>-)?(?:(?P<field>speaker|outlet|date):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_DAYS = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)?(?P<range>\.\.)?(\d{4}(?:-\d\d(?:-\d\d)?)?)?")
_OPEN, _CLOSE = "\x02", "\x03"
_AROUND = 160


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that a search found: around the words, whose places in `passage.text` are `marks`."""

    passage: Passage
    marks: tuple[tuple[int, int], ...]
    day: str | None
    outlet: str | None
    title: str | None
    speaker: str | None

    def to_json(self) -> dict[str, Any]:
        """{"report", "span", "text", "day", "outlet", "title", "speaker"}."""
        known = {"day": self.day, "outlet": self.outlet, "title": self.title, "speaker": self.speaker}
        return {**self.passage.to_json(), **known}


@dataclass(slots=True)
class Query:
    """A query taken apart: FTS5 terms that have to be there and that may not, and conditions on the report."""

    terms: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    where: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)


def search(store: Store, query: str, *, limit: int | None = None) -> Iterator[Found]:
    """Passages that hold the words of a query, the best first; of equals, the earlier day.

    Raises OptionError where nothing is asked for, or a date is none.
    """
    parsed = parse(query)
    table, columns = ("said", "t.speaker") if parsed.speakers else ("words", "NULL")
    where, order = list(parsed.where), "r.published IS NULL, r.published, r.id, t.start"
    values = list(parsed.values)
    text = "t.text"
    if match := _match(parsed):
        where.append(f"{table} MATCH ?")
        values.append(match)
        order = f"t.rank, {order}"
        text = f"highlight({table}, 0, '{_OPEN}', '{_CLOSE}')"
    sql = (
        f"SELECT r.id, {text}, t.start, r.published, r.outlet, r.title, {columns} "
        f"FROM {table} t JOIN reports r ON r.seq = t.report WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ?"
    )
    for id, marked, start, day, outlet, title, speaker in store.rows(sql, (*values, -1 if limit is None else limit)):
        yield _found(id, marked, start, (day, outlet, title, speaker or None))


def parse(query: str) -> Query:
    """Takes a query apart. Whatever is in it, what goes to SQLite is well formed: every word is quoted.

    Raises OptionError where nothing is asked for, or a date is none.
    """
    out = Query()
    # What is no text is nowhere in a report: NUL characters, halves of surrogate pairs.
    text = query.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
    for part in _PART.finditer(text):
        _take(out, part)
    if not (out.terms or out.speakers or out.where):
        raise OptionError('nothing to search for; write words, "a phrase", begin*, speaker:, outlet: or date:')
    return out


def _take(out: Query, part: re.Match[str]) -> None:
    value = part["phrase"] if part["phrase"] is not None else part["word"]
    if part["field"] == "date":
        _take_days(out, value, part["not"])
    elif part["field"] == "outlet":
        out.where.append(f"{'NOT ' if part['not'] else ''}coalesce(instr(lower(r.outlet), lower(?)), 0)")
        out.values.append(value)
    elif term := _term(value, phrase=part["phrase"] is not None):
        kind = out.speakers if part["field"] else out.terms
        (out.without if part["not"] else kind).append(f"speaker : {term}" if part["field"] else term)


def _take_days(out: Query, value: str, negated: str | None) -> None:
    match = _DAYS.fullmatch(value)
    if negated or match is None or not (match[1] or match[3]):
        raise OptionError(f"date:{value} is no date; write date:2019-02-28, date:2019-02 or date:2019-02-01..2019-03-15")
    first, last = match[1], match[3] if match["range"] else match[1]
    if first:
        out.where.append("r.published >= ?")
        out.values.append(first)
    if last:
        # "2019-02" holds all its days: whatever begins so comes before "2019-02~".
        out.where.append("r.published < ? || '~'")
        out.values.append(last)


def _term(value: str, *, phrase: bool) -> str | None:
    """A word or phrase as FTS5 takes it, whatever marks are in it; None where it holds no letter or digit."""
    if not any(letter.isalnum() for letter in value):
        return None
    star = "*" if value.endswith("*") and not phrase else ""
    return '"' + value.rstrip("*").replace('"', " ") + '"' + star


def _match(parsed: Query) -> str | None:
    wanted = " AND ".join([*parsed.speakers, *(f"text : {term}" if parsed.speakers else term for term in parsed.terms)])
    if not wanted:
        if parsed.without:
            raise OptionError("what is to be there? a search for what is not there alone finds everything")
        return None
    return wanted + "".join(f" NOT {term}" for term in parsed.without)


def _found(id: str, marked: str, start: int, known: tuple[str | None, str | None, str | None, str | None]) -> Found:
    text, marks = _unmarked(marked)
    first, last = _cut(text, marks)
    inside = tuple((a - first, b - first) for a, b in marks if first <= a and b <= last)
    day, outlet, title, speaker = known
    return Found(Passage(id, (start + first, start + last), text[first:last]), inside, day, outlet, title, speaker)


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without the signs around what was found, and where they stood."""
    parts, marks, at, opened = re.split(f"([{_OPEN}{_CLOSE}])", marked), [], 0, 0
    for part in parts:
        if part == _OPEN:
            opened = at
        elif part == _CLOSE:
            marks.append((opened, at))
        else:
            at += len(part)
    return "".join(part for part in parts if part not in {_OPEN, _CLOSE}), marks


def _cut(text: str, marks: list[tuple[int, int]]) -> tuple[int, int]:
    """Where to cut a long paragraph around the first words found: between words."""
    first, last = marks[0] if marks else (0, 0)
    start, stop = max(0, first - _AROUND), min(len(text), max(last + _AROUND, 2 * _AROUND))
    if start and (space := text.find(" ", start, first)) >= 0:
        start = space + 1
    if stop < len(text) and (space := text.rfind(" ", last, stop)) > last:
        stop = space
    return start, stop
