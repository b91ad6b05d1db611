"""A record as a readable account on the terminal: colour where there is one, plain text in a pipe, as wide as fits."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from communique.export import sections
from communique.export.bargaining import across, by_party
from communique.export.entries import Entries, because
from communique.export.outcome import Outcome, outcome
from communique.export.sections import columns, indented, section
from communique.export.wording import counted, day, heading, one_line, word_count
from communique.types import Record


def render(record: Record, console: Console, explain: bool = False) -> None:
    """Write the account of one record to a console.

    Args:
        record: any record, also an empty one.
        console: where to; its width and colours are used.
        explain: add for each entry who made it, by which rule and which words (kept by `communique.load(explain=True)`).
    """
    entries = Entries(record)
    _header(record, console)
    sections.positions(by_party(record), entries, console)
    sections.statements(record, entries, console)
    sections.events(record, entries, console)
    sections.timeline(record, entries, console)
    sections.actors(record, entries, console)
    sections.unknowns(record, entries, console)
    if explain:
        section("Why each entry is there", console)
        for entry in entries:
            reason = Text(because(entry, record.article.text), style="dim")
            console.print(indented(entry.key, Text(f"{entry.line}\n").append_text(reason)))


def render_many(records: Sequence[Record], console: Console, explain: bool = False) -> None:
    """Write the accounts of several records: an overview first where there is more than one."""
    if len(records) > 1:
        _overview(records, console)
    for i, record in enumerate(records, start=1):
        if len(records) > 1:
            console.print()
            console.rule(Text(f"report {i} of {len(records)}", style="dim"), style="dim")
        render(record, console, explain)


def _header(record: Record, console: Console) -> None:
    article = record.article
    console.print(Text(heading(record), style="bold"))
    published = f"published {day(article.published)}" if article.published else "day of publication not known"
    facts = [article.publisher, published, counted(word_count(record), "word"), ", ".join(article.authors), article.url]
    console.print(Text(" · ".join(one_line(fact) for fact in facts if fact), style="dim"))
    console.print()
    console.print(_outcome_text(outcome(record)))


def _outcome_text(told: Outcome) -> Text:
    text = Text(one_line(str(told)))
    text.stylize("bold", len("Outcome: "), len(f"Outcome: {told.verdict}"))
    return text if told.entry else Text(str(told), style="dim")


def _overview(records: Sequence[Record], console: Console) -> None:
    """The reports with their outcomes, then where each party stands in each of them."""
    console.print(Text(counted(len(records), "report"), style="bold"))
    reports = columns(("#", "Report", "Published", "Outcome"))
    for i, record in enumerate(records, start=1):
        told = outcome(record)
        verdict = told.verdict + (f", according to {told.teller}" if told.teller else "")
        name = Text(heading(record)).append(f"  {one_line(record.article.publisher or '')}", style="dim")
        reports.add_row(str(i), name, day(record.article.published) or "–", Text(one_line(verdict)))
    console.print(reports)
    rows = across(records)
    if not rows:
        return
    section("Where each party stands, report by report", console, len(rows))
    table = columns(("Party", "#", "Positions"))
    for row in rows:
        label = Text(row.party, style="bold")
        for i, cell in enumerate(row.cells, start=1):
            if cell:
                lines = (f"{position.stance}: {one_line(position.issue.label)}" for position in cell)
                table.add_row(label, str(i), Text("\n".join(lines)))
                label = Text()
    console.print(table)
