"""communique serve: a dossier in the browser."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

import typer

from communique.errors import CommuniqueError


def serve(
    dossier: Annotated[
        Path, typer.Argument(metavar="DB", help="A dossier (`communique dossier add` makes one).", show_default=False)
    ],
    host: Annotated[
        str, typer.Option(metavar="NAME", help="Where to listen. Anything but this machine needs --token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="The port; 0 takes a free one.")] = 8765,
    token: Annotated[
        str | None,
        typer.Option(metavar="SECRET", envvar="COMMUNIQUE_TOKEN", help="What everybody has to show, at least 16 characters."),
    ] = None,
) -> None:
    """Show a dossier in the browser, and answer programs under /api/v1. Reports added meanwhile show at the next page.

    Examples:

    `communique serve hanoi.db`

    `COMMUNIQUE_TOKEN=... communique serve hanoi.db --host 0.0.0.0`, then open http://NAME:8765/?token=... once

    The dossier is only read. Ctrl-C ends it.
    """
    # Only here: they take a third of a second, which no other command should wait for.
    import uvicorn

    from communique.serve import create_app
    from communique.serve.guard import LOOPBACK

    if token is None and not _is_loopback(host):
        typer.echo(f"communique: {host} can be reached by others: name a --token that they have to show", err=True)
        raise typer.Exit(2)
    if token is not None and len(token) < 16:
        typer.echo("communique: the token is too short to be safe; take 16 characters or more", err=True)
        raise typer.Exit(2)
    try:
        app = create_app(dossier, hosts=(*LOOPBACK, host.lower()), token=token)
    except CommuniqueError as error:
        typer.echo(f"communique: {error}", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"{dossier}: http://{'localhost' if _is_loopback(host) else host}:{port}/  (Ctrl-C ends it)", err=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
