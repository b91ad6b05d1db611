"""Every entry of a record under a short key (`s1`, `e2`, `p3`, `a4`, `d5`, `l6`), with its kind, line and spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from communique.export.wording import Names, one_line, percent, period, shortened, when
from communique.types import Actor, DateExpression, Event, Place, Position, Reason, Record, Statement
from communique.vocabulary import Span

AnyEntry = Statement | Event | Position | Actor | DateExpression | Place
KINDS: dict[type[AnyEntry], tuple[str, str]] = {
    Statement: ("statement", "s"),
    Event: ("event", "e"),
    Position: ("position", "p"),
    Actor: ("actor", "a"),
    DateExpression: ("date", "d"),
    Place: ("place", "l"),
}
# An id that is also safe as an anchor of a page and in a list of ids.
_SAFE_ID = re.compile(r"[a-z]{1,3}[0-9]{1,7}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a record, ready to be shown.

    Attributes:
        key: its id in the record where that is short and unique, else its letter and number; dates and places are numbered.
        kind: statement, event, position, actor, date or place.
        line: what it says, on one line.
        spans: where it stands in the text, in the order of the record.
        details: what belongs to it elsewhere: speaker and cue of a statement, day and place of a statement or event.
        confidence: 0 to 1, or None for entries that carry none.
    """

    key: str
    kind: str
    line: str
    spans: tuple[Span, ...]
    details: tuple[Span, ...]
    confidence: float | None
    by: str | None
    why: Reason | None
    source: AnyEntry


class Entries:
    """All entries of a record in its own order, and each by itself."""

    def __init__(self, record: Record) -> None:
        self.names = Names(record)
        groups: tuple[tuple[AnyEntry, ...], ...] = (
            record.statements, record.events, record.positions, record.actors, record.dates, record.places
        )  # fmt: skip
        ids = [entry.id for group in groups for entry in group if not isinstance(entry, DateExpression | Place)]
        self._own_ids = len(set(ids)) == len(ids) and all(_SAFE_ID.fullmatch(i) and i[0] not in "dl" for i in ids)
        self.all = tuple(self._entry(number, entry) for group in groups for number, entry in enumerate(group, start=1))
        self._by_source = {entry.source: entry for entry in self.all}
        self._by_id = {(e.kind, e.source.id): e for e in self.all if not isinstance(e.source, DateExpression | Place)}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.all)

    def of(self, source: AnyEntry) -> Entry:
        """An entry of the record as it is shown. Raises KeyError for one of another record."""
        return self._by_source[source]

    def named(self, kind: str, identity: str | None) -> Entry | None:
        """The entry that an id of the record means, if the record has it."""
        return self._by_id.get((kind, identity or ""))

    def _entry(self, number: int, source: AnyEntry) -> Entry:
        kind, letter = KINDS[type(source)]
        own = self._own_ids and not isinstance(source, DateExpression | Place)
        return Entry(
            key=source.id if own else f"{letter}{number}",  # type: ignore[union-attr]
            kind=kind,
            line=_LINES[kind](source, self.names),
            spans=_SPANS[kind](source),
            details=_DETAILS.get(kind, _nothing)(source),
            confidence=getattr(source, "confidence", None),
            by=getattr(source, "by", None),
            why=source.why,
            source=source,
        )


def says(statement: Statement) -> str:
    """ "says", "denies", "does not deny"; with the channel, where there is one: "says, in a letter" is "says, letter"."""
    manner = one_line(statement.manner)
    verb = f"{manner[:-1]}ies" if manner[-2:-1] not in "aeiou" and manner.endswith("y") else f"{manner}s"
    if manner.endswith(("s", "sh", "ch", "x")):
        verb = f"{manner}es"
    if manner.startswith("not "):
        verb = f"does {manner}"
    # "tweets, tweet" says it twice.
    channel = statement.channel if (statement.channel or "")[:4] != manner[:4] else None
    return one_line(", ".join(filter(None, (verb, channel))))


def _statement_line(statement: Statement, names: Names) -> str:
    said = " … ".join(one_line(part.text) for part in statement.content)
    return f"{names.speaker(statement) or 'no speaker'} {says(statement)}: {shortened(said, 160)}"


def _event_line(event: Event, names: Names) -> str:
    details = [event.status, when(event.when)]
    parties = names.parties(event) or "nobody named"
    return f"{event.type} {parties}: ‘{one_line(event.trigger.text)}’ ({', '.join(filter(None, details))})"


def _position_line(position: Position, names: Names) -> str:
    condition = f" — {one_line(position.condition.text)}" if position.condition else ""
    return f"{names[position.party]} {position.stance}: {one_line(position.issue.label)}{condition}"


def _date_line(date: DateExpression, names: Names) -> str:
    return f"{one_line(date.text)}: {period(date.start, date.end) or date.value or 'day not known'}"


_LINES: dict[str, Callable[..., str]] = {
    "statement": _statement_line,
    "event": _event_line,
    "position": _position_line,
    "actor": lambda actor, names: ", ".join(filter(None, (one_line(actor.name), one_line(actor.role or ""), actor.country))),
    "date": _date_line,
    "place": lambda place, names: ", ".join(filter(None, (one_line(place.name), place.country))),
}


_SPANS: dict[str, Callable[..., tuple[Span, ...]]] = {
    "statement": lambda statement: tuple(part.span for part in statement.content),
    "event": lambda event: (event.trigger.span,),
    "position": lambda position: (position.evidence.span,),
    "actor": lambda actor: actor.mentions,
    "date": lambda date: (date.span,),
    "place": lambda place: (place.span,),
}


def _nothing(_: AnyEntry) -> tuple[Span, ...]:
    return ()


def _circumstances(entry: Event | Statement) -> tuple[Span, ...]:
    day = entry.when.span if entry.when else None
    return (*([day] if day else []), *([entry.place.span] if entry.place else []))


def _statement_details(statement: Statement) -> tuple[Span, ...]:
    return (*(part.span for part in (statement.speaker, statement.cue) if part), *_circumstances(statement))


_DETAILS: dict[str, Callable[..., tuple[Span, ...]]] = {
    "statement": _statement_details,
    "event": _circumstances,
    "position": lambda position: (position.condition.span,) if position.condition else (),
}


def because(entry: Entry, text: str) -> str:
    """Who made an entry, by which rule, and from which words: "statements.rules.v1, cue-verb: ‘said’"."""
    maker = entry.by or "actors"
    if entry.why is None:
        return maker
    words = " ".join(f"‘{shortened(text[start:end], 60)}’" for start, end in entry.why.words)
    return f"{maker}, {one_line(entry.why.rule)}" + (f": {words}" if words else "")


def sureness(entry: Entry) -> str:
    """The confidence in per cent ("82%"); empty for entries that carry none."""
    return "" if entry.confidence is None else percent(entry.confidence)
