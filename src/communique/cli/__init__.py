"""The command line: one file a command, each a thin skin over the library."""

from __future__ import annotations

import sys

import typer

from communique.cli.read import read

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command("read")(read)


@app.callback()
def _root() -> None:
    """Reads news reports and keeps a record that can be checked: who said what, who did what to whom, where each party stands."""


def main() -> None:
    """Entry point of the `communique` command."""
    sys.exit(app())
