"""The app: the guard around pages and REST."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from communique.errors import CommuniqueError, OptionError
from communique.serve import api, pages
from communique.serve.desk import Desk
from communique.serve.guard import LOOPBACK, Guard
from communique.version import __version__

_HERE = Path(__file__).parent


def create_app(dossier: str | Path, *, hosts: Sequence[str] = LOOPBACK, token: str | None = None) -> FastAPI:
    """An ASGI app over one dossier, which it only reads.

    Args:
        dossier: the file that `communique dossier add` makes; reports added meanwhile show at the next page.
        hosts: names under which it may be asked, without a port; with a token every name is taken.
        token: what everybody has to show, as cookie (`?token=...` sets it) or as bearer.

    Raises DossierError where the file is no dossier or cannot be read.
    """
    desk = Desk(dossier)

    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    # The usual pages of documentation load their script from elsewhere; the description itself is there.
    app = FastAPI(
        title="communique",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=living,
    )
    app.state.desk = desk
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    app.include_router(api.router)
    app.include_router(pages.router)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(CommuniqueError, _failed)
    app.add_middleware(Guard, hosts=hosts, token=token)
    return app


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _told(request, error.status_code, str(error.detail))


def _failed(request: Request, error: Exception) -> Response:
    # A query that says nothing is the asker's; a file that cannot be read is ours.
    return _told(request, 400 if isinstance(error, OptionError) else 500, str(error))


def _told(request: Request, status: int, reason: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": reason}, status)
    return pages.failed(request, status, reason)
