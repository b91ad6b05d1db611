"""What `communique run` and `communique query` share: the extra that they need, and how they fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from communique.errors import CommuniqueError, OptionError

_EXTRAS = {**dict.fromkeys(("pyarrow", "duckdb", "fsspec", "fastwarc", "zstandard"), "corpus"), "ray": "ray"}


@contextmanager
def failures_told() -> Iterator[None]:
    """What goes wrong is told on standard error. Exit code 1, and 2 where what was asked makes no sense; 130 for Ctrl-C."""
    try:
        yield
    except CommuniqueError as error:
        typer.echo(f"communique: {error}", err=True)
        raise typer.Exit(2 if isinstance(error, OptionError) else 1) from error
    except ModuleNotFoundError as error:
        name = (error.name or "").partition(".")[0]
        if name not in _EXTRAS:
            raise
        typer.echo(f"communique: {name} is not installed: pip install 'communique[{_EXTRAS[name]}]'", err=True)
        raise typer.Exit(1) from error
    except KeyboardInterrupt as error:
        typer.echo("communique: stopped; the same command goes on from here", err=True)
        raise typer.Exit(130) from error
