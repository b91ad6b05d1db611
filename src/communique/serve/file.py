"""The dossier as one HTML file for colleagues: what the desk shows, and every report's text, with links inside the file.

It works from disk and asks the network for nothing: style and script are inline and named by their digest in its content
security policy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from communique.dossier.held import Held
from communique.export.html import asset, digest
from communique.export.outcome import Outcome, outcome
from communique.export.segments import Paragraph, paragraphs
from communique.export.view import is_titled
from communique.export.wording import heading
from communique.serve.chart import chart
from communique.serve.choose import chosen_disagreements
from communique.serve.desk import Desk
from communique.serve.overview import overview
from communique.serve.templating import templates
from communique.version import __version__
from communique.vocabulary import Span


@dataclass(frozen=True, slots=True)
class Text:
    """One report as the file shows it: `anchor` is its place, `titled` says that its first line is its heading."""

    held: Held
    anchor: str
    outcome: Outcome
    heading: str
    titled: bool
    paragraphs: tuple[Paragraph, ...]


def page(path: str | Path) -> str:
    """A dossier as one self-contained HTML file.

    Links inside it: `#table` and its like are parts, `#r2` is the second report, `#r2-10-25` the passage at its offsets.

    Raises DossierError where the file is no dossier or cannot be read.
    """
    desk = Desk(path)
    try:
        return _page(desk)
    finally:
        desk.close()


def _page(desk: Desk) -> str:
    anchors = {report.id: f"r{i}" for i, report in enumerate(desk.reports(), start=1)}

    def link(report: str, span: Span | None = None) -> str:
        return f"#{anchors[report]}-{span[0]}-{span[1]}" if span else f"#{anchors[report]}"

    style = asset("page.css") + _own("static", "desk.css") + _own("templates", "file.css")
    script = _own("templates", "file.js")
    made = templates(link, place=lambda name: f"#{name}")
    return made.get_template("desk/file.html").render(
        desk=desk.name,
        behind=desk.by_id().__getitem__,
        overview=overview(desk),
        table=desk.table(),
        timeline=desk.timeline(),
        chart=chart(desk.timeline()),
        disagreements=chosen_disagreements(desk.disagreements()),
        quotes=desk.quotes(),
        events=sorted(desk.events(), key=lambda event: -event.outlets),
        texts=_texts(desk, anchors),
        style=Markup(style),
        script=Markup(script),
        style_digest=digest(style),
        script_digest=digest(script),
        version=__version__,
    )


def _texts(desk: Desk, anchors: dict[str, str]) -> Sequence[Text]:
    spans: dict[str, list[Span]] = {id: [] for id in anchors}
    for report, span in _passages(desk):
        spans[report].append(span)
    return [_text(held, anchors[held.id], spans[held.id]) for held in desk.reports()]


def _text(held: Held, anchor: str, spans: Sequence[Span]) -> Text:
    told = outcome(held.record)
    found = paragraphs(held.record.article, (), [*spans, *([told.span] if told.entry else [])])
    title = heading(held.record)
    return Text(held, anchor, told, title, is_titled(found, title), found)


def _passages(desk: Desk) -> Iterator[tuple[str, Span]]:
    """All that the other parts of the file may link to."""
    shown = [
        *(step.passage for cell in desk.table() for step in cell.history),
        *(variant.passage for quote in desk.quotes() for variant in quote.variants),
        *(told.passage for event in desk.events() for told in event.tellings),
        *(passage for found in desk.disagreements() for passage in (found.a, found.b, *found.also)),
    ]
    for passage in shown:
        yield passage.report, passage.span


@cache
def _own(folder: str, name: str) -> str:
    return files("communique").joinpath("serve", folder, name).read_text(encoding="utf-8")
