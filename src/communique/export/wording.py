"""How names, days, people and doubts are put into words: the same on the terminal and in HTML."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from communique.types import Event, Position, Record, Statement, When

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# What would be invisible, reorder the line, drive a terminal, or is no character at all.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]")
_LINES = re.compile(r"\s+")


def shown(text: str) -> str:
    """The text with every control character made visible (`␛`, `[U+202E]`), so that it cannot act on page or terminal."""
    return _UNSEEN.sub(_seen, text)


def _seen(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return "\n" if code == 0x0D else chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd" if 0xD800 <= code <= 0xDFFF else f"[U+{code:04X}]"


def one_line(text: str) -> str:
    """The text on one line, each run of white space a space."""
    return _LINES.sub(" ", shown(text)).strip()


def shortened(text: str, most: int) -> str:
    """One line of at most `most` characters, cut at a word with an ellipsis."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > most // 2 else cut).rstrip(" ,;:") + "…"


def day(value: str | None) -> str:
    """An ISO date, month or year as a reader writes it: "28 Feb 2019", "Feb 2019", "2019"; anything else as it is."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", value or "")
    if not match or not 1 <= int(match[2] or 1) <= 12:
        return value or ""
    parts = [str(int(match[3]))] if match[3] else []
    return " ".join([*parts, *([_MONTHS[int(match[2]) - 1]] if match[2] else []), match[1]])


def period(start: str | None, end: str | None) -> str:
    """A stretch of days: "28 Feb 2019", "27–28 Feb 2019", "Feb 2019 – 3 Mar 2019", "from ...", "until ..."."""
    if not start or not end:
        return f"from {day(start)}" if start else f"until {day(end)}" if end else ""
    if start == end:
        return day(start)
    if whole := _whole(start, end):
        return day(whole)
    first, last = day(start).split(" "), day(end).split(" ")
    if len(first) == len(last) == 3 and first[1:] == last[1:]:
        return f"{first[0]}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def _whole(start: str, end: str) -> str | None:
    """The month or year that two days span exactly."""
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return None
    if first.year != last.year or first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    if first.month == last.month:
        return start[:7]
    return start[:4] if (first.month, last.month) == (1, 12) else None


def when(value: When | None) -> str:
    """When something was, in words; empty where not known."""
    return period(value.start, value.end) if value else ""


def percent(confidence: float) -> str:
    """0.824 -> "82%"."""
    return f"{round(confidence * 100)}%"


def counted(number: int, noun: str) -> str:
    """ "1 statement", "2 statements", "3 parties"."""
    plural = noun[:-1] + "ies" if noun.endswith("ty") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def word_count(record: Record) -> int:
    """Words of the story: white-space separated, furniture left out."""
    text, at, count = record.article.text, 0, 0
    for mark in sorted(record.article.furniture, key=lambda mark: mark.span):
        count += len(text[at : max(at, mark.span[0])].split())
        at = max(at, mark.span[1])
    return count + len(text[at:].split())


class Names:
    """Actor ids to names; an id that the record does not have is shown as it is."""

    def __init__(self, record: Record) -> None:
        self._names = {actor.id: one_line(actor.name) for actor in record.actors}
        self._statements = {statement.id: statement for statement in record.statements}

    def __getitem__(self, actor: str) -> str:
        return self._names.get(actor, one_line(actor))

    def listed(self, actors: Iterable[str]) -> str:
        """Names of several actors, by id, with commas."""
        return ", ".join(self[actor] for actor in actors)

    def speaker(self, statement: Statement) -> str | None:
        """The speaker's name, else the words of the report for them, else None."""
        if statement.speaker is None:
            return None
        return self._names.get(statement.speaker.actor or "", one_line(statement.speaker.text))

    def teller(self, entry: Event | Position) -> str | None:
        """Who tells an event or position, where it is not the report itself; "a source" where that has no name."""
        if entry.told_in is None:
            return None
        statement = self._statements.get(entry.told_in)
        return (self.speaker(statement) if statement else None) or "a source"

    def parties(self, event: Event) -> str:
        """ "Trump, Kim" or "Trump → North Korea"; empty where nobody is known."""
        sides = [self.listed(event.actors), self.listed(event.recipients)]
        return " → ".join(side or "?" for side in sides) if sides[1] else sides[0]


def heading(record: Record) -> str:
    """The title of a report, else its first words, else its id."""
    return shortened(record.article.title or record.article.text, 200) or one_line(record.article.id)
