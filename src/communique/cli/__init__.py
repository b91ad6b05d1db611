"""The command line: one file a command, each a thin skin over the library.

Exit codes: 0 all well, 1 something failed, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from communique.cli.actor import actor
from communique.cli.dossier import dossier
from communique.cli.kb import kb
from communique.cli.query import query
from communique.cli.read import read
from communique.cli.run import run
from communique.cli.schema import schema
from communique.cli.serve import serve
from communique.cli.verify import verify
from communique.version import __version__

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="markdown")
app.command("read")(read)
app.command("run")(run)
app.command("query")(query)
app.command("verify")(verify)
app.command("schema")(schema)
app.command("actor")(actor)
app.command("serve")(serve)
app.add_typer(kb, name="kb")
app.add_typer(dossier, name="dossier")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"communique {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Reads news reports and keeps a record that can be checked.

    Who said what, who did what to whom, when, where, and whether it happened; where each party stands.
    Every entry points at the exact characters it was read from.
    """


def main() -> None:
    """Entry point of the `communique` command."""
    try:
        app()
    except BrokenPipeError:
        # The reader of our output (`head`) has seen enough; nothing more can be written, nor need be.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
