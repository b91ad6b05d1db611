"""The sections of an account: one function a section, each silent where the record has nothing for it."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from communique.export import timeline as calendar
from communique.export.bargaining import PartyRows
from communique.export.entries import Entries, says, sureness
from communique.export.unknown import unknowns as all_unknowns
from communique.export.wording import one_line, when
from communique.types import Event, Position, Record, Statement

_STYLES = {
    "demands": "yellow", "offers": "cyan", "accepts": "green", "refuses": "red", "pledges": "blue", "supports": "green",
    "opposes": "red", "happened": "green", "ongoing": "green", "planned": "cyan", "cancelled": "red", "denied": "red",
    "claimed": "yellow", "hypothetical": "dim",
}  # fmt: skip
_MOST_NAMED = 12


def section(title: str, console: Console, count: int | None = None) -> None:
    """A heading, with how many entries there are below it."""
    console.print()
    console.print(Text.assemble((title.upper(), "bold"), ("" if count is None else f"  {count}", "dim")))


def columns(titles: Sequence[str]) -> Table:
    """A table without frame, its columns as wide as the console lets them."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    for title in titles:
        table.add_column(title, overflow="fold")
    return table


def indented(key: str, body: Text) -> Table:
    """A key and beside it what it stands for, wrapped under itself."""
    grid = Table.grid(padding=(0, 1, 0, 1))
    grid.add_column(min_width=4, style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(key, body)
    return grid


def styled(word: str) -> Text:
    """A stance or status in its colour."""
    return Text().append(word, style=_STYLES.get(word, ""))


def positions(rows: Sequence[PartyRows], entries: Entries, console: Console) -> None:
    """The bargaining table: a line a position, parties in the order given."""
    if not rows:
        return
    section("Bargaining table", console, sum(len(row.positions) for row in rows))
    table = columns(("", "Party", "Stance", "Issue and condition", "Told by", "Sure"))
    for row in rows:
        label = Text(row.party, style="bold")
        for position in row.positions:
            entry = entries.of(position)
            issue, told = _issue(position, entries), _told(position, entries)
            table.add_row(
                Text(entry.key, style="dim"), label, _stance(position), issue, told, Text(sureness(entry), style="dim")
            )
            label = Text()
    console.print(table)


def _stance(position: Position) -> Text:
    extra = [position.status if position.status != "current" else "", "threat" if position.threat else ""]
    return styled(position.stance).append_text(Text(f" ({', '.join(filter(None, extra))})" if any(extra) else "", style="dim"))


def _issue(position: Position, entries: Entries) -> Text:
    text = Text(one_line(position.issue.label))
    if position.toward:
        text.append(f" [toward {entries.names[position.toward]}]", style="dim")
    if position.condition:
        text.append(f" — {one_line(position.condition.text)}", style="italic")
    return text


def _told(position: Position, entries: Entries) -> Text:
    """The voice that speaks for the party; who tells it, where that is another."""
    voice = entries.names[position.voice] if position.voice else None
    teller = entries.names.teller(position)
    if voice and teller and voice != teller:
        return Text(f"{voice}, told by {teller}")
    return Text(voice or teller or "the report", style="" if voice or teller else "dim")


def statements(record: Record, entries: Entries, console: Console) -> None:
    """Who said what, in the order of the record."""
    if record.statements:
        section("Statements", console, len(record.statements))
    for statement in record.statements:
        console.print(indented(entries.of(statement).key, _statement(statement, entries)))


def _statement(statement: Statement, entries: Entries) -> Text:
    speaker = entries.names.speaker(statement)
    text = Text().append(speaker or "no speaker", style="bold" if speaker else "dim italic")
    details = [says(statement), statement.kind, when(statement.when), statement.place.name if statement.place else ""]
    details += [f"to {one_line(statement.addressee.text)}" if statement.addressee else ""]
    details += [f"about {one_line(statement.about.text)}" if statement.about else ""]
    details += [f"inside {statement.inside}" if statement.inside else "", sureness(entries.of(statement))]
    text.append(f"  {' · '.join(one_line(detail) for detail in details if detail)}\n", style="dim")
    return text.append(" … ".join(one_line(part.text) for part in statement.content))


def events(record: Record, entries: Entries, console: Console) -> None:
    """The events as a table, in the order of the record."""
    if not record.events:
        return
    section("Events", console, len(record.events))
    table = columns(("", "Type", "Who", "Words", "When, where", "Status", "Sure"))
    for event in record.events:
        entry = entries.of(event)
        who = Text(entries.names.parties(event) or "–")
        kind = Text(event.type).append(f" {one_line(event.mode)}" if event.mode else "", style="dim")
        sure = Text(sureness(entry), style="dim")
        table.add_row(
            Text(entry.key, style="dim"), kind, who, _words(event), _circumstances(event), _status(event, entries), sure
        )
    console.print(table)


def _words(event: Event) -> Text:
    counts = event.counts
    told = ((counts.dead, "dead"), (counts.injured, "injured"), (counts.size, "people"))
    numbers = [f"{number:,} {what}" for number, what in told if number is not None]
    return Text.assemble((one_line(event.trigger.text), "italic"), f" ({', '.join(numbers)})" if numbers else "")


def _circumstances(event: Event) -> Text:
    known = [when(event.when), one_line(event.place.name) if event.place else ""]
    return Text(", ".join(filter(None, known)) or "–")


def _status(event: Event, entries: Entries) -> Text:
    teller = entries.names.teller(event)
    return styled(event.status).append(f", told by {teller}" if teller else "", style="dim")


def timeline(record: Record, entries: Entries, console: Console) -> None:
    """Dated entries by day."""
    moments = calendar.timeline(record)
    if not moments:
        return
    section("Timeline", console, len(moments))
    grid = Table.grid(padding=(0, 1, 0, 1))
    for moment in moments:
        entry = entries.of(moment.entry)
        grid.add_row(Text(moment.when, no_wrap=True), Text(entry.key, style="dim"), Text(entry.line))
    console.print(grid)


def actors(record: Record, entries: Entries, console: Console) -> None:
    """The actors with most mentions as a table, the others by name."""
    if not record.actors:
        return
    section("Actors", console, len(record.actors))
    ordered = sorted(record.actors, key=lambda actor: (-len(actor.mentions), actor.mentions, actor.id))
    table = columns(("", "Name", "Kind", "Country", "Sector", "Role", "Mentions"))
    for actor in ordered[:_MOST_NAMED]:
        facts = (actor.kind, actor.country, actor.sector, actor.role)
        cells = [Text(one_line(fact or "–")) for fact in facts]
        table.add_row(
            Text(entries.of(actor).key, style="dim"), Text(one_line(actor.name), style="bold"), *cells, str(len(actor.mentions))
        )
    console.print(table)
    if len(ordered) > _MOST_NAMED:
        rest = ", ".join(one_line(actor.name) for actor in ordered[_MOST_NAMED:])
        console.print(Text(f" and {len(ordered) - _MOST_NAMED} more: {rest}", style="dim"))


def unknowns(record: Record, entries: Entries, console: Console) -> None:
    """Gaps, and what entries lack, with their keys."""
    found = all_unknowns(record)
    if not found:
        return
    section("What is not known", console)
    for unknown in found:
        keys = ", ".join(entries.of(entry).key for entry in unknown.entries)
        count = f" ({len(unknown.entries)}): " if unknown.entries else ""
        console.print(indented("–", Text(one_line(unknown.what)).append(count + keys, style="dim")))
