"""communique dossier html: the dossier as one file for colleagues."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.dossier_shown import DossierFile, opened
from communique.cli.streams import written

OutFile = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write to a file instead of standard output.")]


def html(db: DossierFile, out: OutFile = None) -> None:
    """Write the dossier as one HTML file: overview, table, timeline, quotes, events, disagreements, and the reports' texts.

    It opens from disk without a network; every passage leads to its place in the report inside the same file.

    Example:

    `communique dossier html hanoi.db --out hanoi.html`
    """
    # Only here: what it is made with takes a third of a second to import.
    from communique.serve.file import page

    with opened(db) as dossier:
        text = page(dossier.path)
        with written(out, whole=True) as stream:
            stream.write(text)
