"""REST: the same answers as the pages, a page of rows at a time. Every row says report, offsets and the exact text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from communique import codec
from communique.dossier.answers import as_object
from communique.dossier.held import Held
from communique.serve.choose import (
    chosen_cells,
    chosen_disagreements,
    chosen_entries,
    chosen_events,
    chosen_quotes,
    chosen_reports,
)
from communique.serve.desk import Desk

router = APIRouter(prefix="/api/v1")
_MOST = 500


class Rows(BaseModel):
    """A page of rows: `total` is how many there are in all, `offset` where this page begins."""

    total: int
    offset: int
    limit: int
    items: list[dict[str, Any]]


class Page:
    """Which rows are wanted."""

    def __init__(
        self,
        offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
        limit: Annotated[int, Query(ge=1, le=_MOST)] = 100,
    ) -> None:
        self.offset, self.limit = offset, limit


Wanted = Annotated[Page, Depends()]
Text = Annotated[str | None, Query(max_length=200)]


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


Asked = Annotated[Desk, Depends(_desk)]


@router.get("/reports", response_model=Rows)
def reports(request: Request, desk: Asked, page: Wanted, outlet: Text = None, story: Text = None) -> Response:
    """Reports by day and id, without their texts."""
    return _rows(request, desk, chosen_reports(desk.reports(), outlet=outlet, story=story), page)


@router.get("/reports/{id:path}", responses={404: {"description": "there is no such report"}})
def report(request: Request, desk: Asked, id: str) -> Response:
    """The record of one report, as `communique read --format jsonl` writes it."""
    found = desk.report(id)
    if found is None:
        raise HTTPException(404, f"there is no report {id!r}")
    tag = _tag(desk)
    if _is_known(request, tag):
        return Response(status_code=304, headers={"ETag": tag})
    return Response(codec.encode(found.record), media_type="application/json", headers={"ETag": tag})


@router.get("/quotes", response_model=Rows)
def quotes(request: Request, desk: Asked, page: Wanted, speaker: Text = None, contested: bool = False) -> Response:
    """Utterances that several reports tell, with their variants."""
    return _rows(request, desk, chosen_quotes(desk.quotes(), speaker=speaker, contested=contested), page)


@router.get("/events", response_model=Rows)
def events(
    request: Request, desk: Asked, page: Wanted, type: Text = None, actor: Text = None, corroborated: bool = False
) -> Response:
    """Events, those that several reports tell as one."""
    return _rows(request, desk, chosen_events(desk.events(), type=type, actor=actor, corroborated=corroborated), page)


@router.get("/table", response_model=Rows)
def table(
    request: Request, desk: Asked, page: Wanted, party: Text = None, issue: Text = None, contested: bool = False
) -> Response:
    """The bargaining table's cells: party, issue, latest stance, and every telling of it."""
    return _rows(request, desk, chosen_cells(desk.table(), party=party, issue=issue, contested=contested), page)


@router.get("/timeline", response_model=Rows)
def timeline(request: Request, desk: Asked, page: Wanted, type: Text = None, several: bool = False) -> Response:
    """Events by their days."""
    return _rows(request, desk, chosen_entries(desk.timeline(), type=type, several=several), page)


@router.get("/disagreements", response_model=Rows)
def disagreements(request: Request, desk: Asked, page: Wanted, kind: Text = None) -> Response:
    """Passages of two reports that contradict each other, the surest first."""
    return _rows(request, desk, chosen_disagreements(desk.disagreements(), kind=kind), page)


@router.get("/search", response_model=Rows, responses={400: {"description": "the query says nothing"}})
def search(request: Request, desk: Asked, page: Wanted, q: Annotated[str, Query(max_length=500)]) -> Response:
    """Passages: words, "a phrase", begin*, -not, speaker:, outlet:, date:."""
    return _rows(request, desk, desk.search(q, page.offset + page.limit + 1), page)


def _rows(request: Request, desk: Desk, found: Sequence[Any], page: Page) -> Response:
    tag = _tag(desk)
    if _is_known(request, tag):
        return Response(status_code=304, headers={"ETag": tag})
    items = [_row(one) for one in found[page.offset : page.offset + page.limit]]
    body = Rows(total=len(found), offset=page.offset, limit=page.limit, items=items)
    return JSONResponse(body.model_dump(), headers={"ETag": tag})


def _row(one: Any) -> dict[str, Any]:
    if not isinstance(one, Held):
        return as_object(one)
    article = one.record.article
    known = {"title": article.title, "url": article.url, "published": article.published, "outlet": one.outlet}
    counts = {name: len(getattr(one.record, name)) for name in ("statements", "events", "positions")}
    return {"id": one.id, **known, "copy_of": one.copy_of, "story": one.story, **counts}


def _tag(desk: Desk) -> str:
    return f'W/"{desk.revision()}"'


def _is_known(request: Request, tag: str) -> bool:
    return tag in (part.strip() for part in request.headers.get("if-none-match", "").split(","))
