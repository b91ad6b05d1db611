"""communique dossier quotes, events, disagreements: what is seen only across reports, with every passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import typer
from rich.console import Console
from rich.text import Text

from communique.cli.dossier_shown import DossierFile, Jsonl, opened, show
from communique.dossier import Dossier, Held, Passage
from communique.dossier.disagreements import Disagreement
from communique.dossier.events import Happening
from communique.dossier.quotes import Quote

T = TypeVar("T")
Reports = dict[str, Held]


def quotes(db: DossierFile, jsonl: Jsonl = False) -> None:
    """Show utterances that several reports tell: whose, by how many outlets, in which words. Copies are not counted.

    Behind a telling stands what it has instead of the first one's words. `contested`: it is given to different speakers.
    """
    with opened(db) as dossier:
        _answer(dossier, dossier.quotes(), jsonl, _quote)


def events(db: DossierFile, jsonl: Jsonl = False) -> None:
    """Show events that several reports tell: when, with which figures, by how many outlets. Copies are not counted.

    `corroborated`: two independent outlets tell it as fact.
    """
    with opened(db) as dossier:
        _answer(dossier, dossier.events(), jsonl, _event)


def disagreements(db: DossierFile, jsonl: Jsonl = False) -> None:
    """Show where reports, or the parties in them, contradict each other: both passages, and why they do.

    A figure that only grew from one report to a later one is shown as a development.
    """
    with opened(db) as dossier:
        _answer(dossier, dossier.disagreements(), jsonl, _disagreement)


def _answer(dossier: Dossier, answers: Sequence[T], jsonl: bool, lines: Callable[[T, Reports], Iterator[Text]]) -> None:
    if jsonl:
        show(answers, True, (), lambda one: ())
        return
    reports, console = {report.id: report for report in dossier.reports()}, Console()
    for one in answers:
        for line in lines(one, reports):
            console.print(line)
        console.print()
    if not answers:
        typer.echo("nothing that several reports tell", err=True)


def _quote(quote: Quote, reports: Reports) -> Iterator[Text]:
    marks = f"{_outlets(quote.outlets)}{', contested' if quote.contested else ''}"
    yield Text(f"{', '.join(quote.speakers) or 'nobody named'} · {marks}", style="bold")
    for variant in quote.variants:
        changes = "; ".join(f"{one.before or '…'} → {one.after or '…'}" for one in variant.changes)
        speaker = None if len(quote.speakers) < 2 else variant.speaker
        yield _passage(variant.passage, reports, speaker, changes)


def _event(event: Happening, reports: Reports) -> Iterator[Text]:
    doers, others = ", ".join(event.actors) or "somebody", ", ".join(event.recipients)
    days = " to ".join(dict.fromkeys(event.days)) if event.days else None
    figures = [f"{'/'.join(map(str, values))} {name}" for name, values in event.figures.items()]
    witnessed = f"{_outlets(event.outlets)}{', corroborated' if event.corroborated else ''}"
    known = (event.type, f"{doers} → {others}" if others else doers, event.place, days, *figures, witnessed)
    yield Text(" · ".join(part for part in known if part), style="bold")
    for told in event.tellings:
        yield _passage(told.passage, reports, None if told.fact else told.status, "")


def _disagreement(one: Disagreement, reports: Reports) -> Iterator[Text]:
    kind = f"{one.kind} (a development)" if one.development else one.kind
    yield Text(f"{kind} · {one.about} · {one.confidence:.2f}", style="bold")
    yield Text(f"  {one.reason}", style="dim")
    for passage, side in zip((one.a, one.b), one.sides, strict=True):
        yield _passage(passage, reports, side, "")


def _passage(passage: Passage, reports: Reports, remark: str | None, after: str) -> Text:
    """One telling: its outlet, day and report, a remark, its words, and what is to be said about them."""
    report = reports[passage.report]
    copy = "copy" if report.copy_of else None
    known = (report.outlet, report.record.article.published, report.id, copy, remark)
    line = Text(f"  {' · '.join(part for part in known if part)}: ", style="dim")
    line.append(" ".join(passage.text.split()), style="not dim")
    return line.append(f"  [{after}]") if after else line


def _outlets(number: int) -> str:
    return f"{number} outlet{'s' * (number != 1)}"
