"""The pages, rendered whole on the server; they work without script."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any
from urllib.parse import quote as quoted

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment
from markupsafe import Markup, escape

from communique.dossier.search import Found
from communique.errors import OptionError
from communique.export.html import asset
from communique.export.outcome import outcome
from communique.export.view import view
from communique.serve.chart import chart
from communique.serve.choose import (
    chosen_cells,
    chosen_disagreements,
    chosen_entries,
    chosen_events,
    chosen_quotes,
    chosen_reports,
)
from communique.serve.desk import Desk
from communique.serve.overview import overview
from communique.serve.templating import templates
from communique.vocabulary import Span

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
_MOST = 50
Text = Annotated[str, Query(max_length=200)]
Number = Annotated[int, Query(ge=1, le=10**6)]


@router.get("/")
def front(request: Request) -> Response:
    """The affair on one screen."""
    return _page(request, "overview", overview=overview(_desk(request)))


@router.get("/reports")
def reports(request: Request, outlet: Text = "", story: Text = "", page: Number = 1) -> Response:
    """Reports with outlet, day and outcome."""
    desk = _desk(request)
    outlets = sorted({one.outlet for one in desk.reports() if one.outlet})
    found = chosen_reports(desk.reports(), outlet=outlet, story=story)
    return _page(request, "reports", outlets=outlets, outlet=outlet, story=story, outcome=outcome, **_part(found, page))


@router.get("/reports/{id:path}")
def report(request: Request, id: str, at: Annotated[str, Query(max_length=40)] = "") -> Response:
    """One report with its record beside it; `at=10-25` marks the passage at these offsets."""
    reports = list(_desk(request).reports())
    place = next((i for i, one in enumerate(reports) if one.id == id), None)
    if place is None:
        raise HTTPException(404, f"there is no report {id!r}")
    held = reports[place]
    shown = view(held.record, here=_span(at))
    before, after = reports[place - 1] if place else None, reports[place + 1] if place + 1 < len(reports) else None
    return _page(request, "report", held=held, report=shown, before=before, after=after)


@router.get("/quotes")
def quotes(request: Request, speaker: Text = "", contested: bool = False, page: Number = 1) -> Response:
    """Quotes that several reports tell, the variants of each one below the other."""
    found = chosen_quotes(_desk(request).quotes(), speaker=speaker, contested=contested)
    return _page(request, "quotes", speaker=speaker, contested=contested, **_part(found, page))


@router.get("/events")
def events(request: Request, type: Text = "", actor: Text = "", corroborated: bool = False, page: Number = 1) -> Response:
    """Events with the reports behind each."""
    every = _desk(request).events()
    found = chosen_events(every, type=type, actor=actor, corroborated=corroborated)
    types = sorted({one.type for one in every})
    return _page(request, "events", type=type, types=types, actor=actor, corroborated=corroborated, **_part(found, page))


@router.get("/table")
def table(request: Request, party: Text = "", issue: Text = "", contested: bool = False, page: Number = 1) -> Response:
    """The bargaining table: party by issue, with the history of each stance."""
    found = chosen_cells(_desk(request).table(), party=party, issue=issue, contested=contested)
    return _page(request, "table", party=party, issue=issue, contested=contested, **_part(found, page))


@router.get("/timeline")
def timeline(request: Request, type: Text = "", several: bool = False, page: Number = 1) -> Response:
    """Events by their days."""
    every = _desk(request).timeline()
    found = chosen_entries(every, type=type, several=several)
    types = sorted({one.event.type for one in every})
    return _page(request, "timeline", type=type, types=types, several=several, chart=chart(found), **_part(found, page))


@router.get("/disagreements")
def disagreements(request: Request, kind: Text = "", page: Number = 1) -> Response:
    """Both passages of each disagreement side by side."""
    every = _desk(request).disagreements()
    kinds = sorted({one.kind for one in every})
    return _page(request, "disagreements", kind=kind, kinds=kinds, **_part(chosen_disagreements(every, kind=kind), page))


@router.get("/search")
def search(request: Request, q: Annotated[str, Query(max_length=500)] = "", page: Number = 1) -> Response:
    """Passages that hold the words."""
    found: Sequence[Found] = ()
    fault = ""
    if q.strip():
        try:
            found = _desk(request).search(q, page * _MOST + 1)
        except OptionError as error:
            fault = str(error)
    return _page(request, "search", q=q, fault=fault, **_part(found, page))


@router.get("/assets/page.css")
def style() -> Response:
    """The style of a report's page."""
    return Response(asset("page.css"), media_type="text/css; charset=utf-8")


@router.get("/assets/page.js")
def script() -> Response:
    """What lights up either side of a report's page."""
    return Response(asset("page.js"), media_type="text/javascript; charset=utf-8")


def failed(request: Request, status: int, reason: str) -> Response:
    """A page that says what is wrong."""
    return _page(request, "failed", status=status, reason=reason)


def _part(found: Sequence[Any], page: int) -> dict[str, Any]:
    begin = (page - 1) * _MOST
    return {"rows": found[begin : begin + _MOST], "total": len(found), "number": page, "more": len(found) > begin + _MOST}


def _page(request: Request, name: str, *, status: int = 200, **values: Any) -> Response:
    desk = _desk(request)
    # Asked only where a page names reports: one that says what is wrong with the file must not read it.
    known = {"desk": desk.name, "behind": cache(lambda id: desk.by_id()[id]), "here": name, "request": request}
    return HTMLResponse(_environment().get_template(f"desk/{name}.html").render(**known, **values), status)


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _span(at: str) -> Span | None:
    start, _, end = at.partition("-")
    return (int(start), int(end)) if at.isascii() and start.isdecimal() and end.isdecimal() else None


def _marked(found: Found) -> Markup:
    """A passage with the words that were searched for marked."""
    text, out, at = found.passage.text, Markup(), 0
    for start, end in found.marks:
        out += escape(text[at:start]) + Markup("<mark>") + escape(text[start:end]) + Markup("</mark>")
        at = end
    return out + escape(text[at:])


def _link(report: str, span: Span | None = None) -> str:
    """The address of a report, or of a passage of it."""
    address = "/reports/" + quoted(report, safe="")
    return f"{address}?at={span[0]}-{span[1]}#here" if span else address


def _with(request: Request, **changes: str | int) -> str:
    """The same page's address with other values."""
    return str(request.url.include_query_params(**changes)).split("://", 1)[1].partition("/")[2]


@cache
def _environment() -> Environment:
    made = templates(_link, place=lambda name: f"/{name}")
    made.filters.update(marked=_marked)
    made.globals.update(changed=_with)
    return made
