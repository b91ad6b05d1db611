"""communique dossier: many reports on one affair, in one file."""

from __future__ import annotations

import typer

from communique.cli.dossier_add import add, check, verify
from communique.cli.dossier_ask import actor, report, search, stories
from communique.cli.dossier_html import html
from communique.cli.dossier_joins import disagreements, events, quotes
from communique.cli.dossier_table import changes, issues, table, timeline

dossier = typer.Typer(no_args_is_help=True, help="Many reports on one affair in one file, and what is seen only across them.")
COMMANDS = (
    add, stories, table, changes, timeline, quotes, events, disagreements, issues, search, actor, report, html, check, verify,
)  # fmt: skip
for command in COMMANDS:
    dossier.command(command.__name__)(command)
