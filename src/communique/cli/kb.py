"""communique kb: the knowledge base, built, shown, and added to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from communique.actors.days import iso_day
from communique.actors.kb import Entry, load_knowledge
from communique.actors.kb.account import account, as_object
from communique.actors.kb.build import build as build_file
from communique.actors.kb.build import shipped_file
from communique.actors.kb.file import write_entries, written
from communique.errors import CommuniqueError

kb = typer.Typer(no_args_is_help=True, help="The knowledge base: who is who, with dated offices.")
UserFile = Annotated[
    Path | None,
    typer.Option("--kb", metavar="FILE", help="A knowledge file of your own, which beats ours."),
]


@kb.command("build")
def build(
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to; the file in the package by default.")] = None,
) -> None:
    """Build the knowledge file from the tables. The same tables give the same bytes."""
    path = out or shipped_file()
    try:
        number = build_file(path)
    except CommuniqueError as error:
        raise _failed(error) from error
    typer.echo(f"{path}: {number} entries", err=True)


@kb.command("show")
def show(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Names, each quoted.", show_default=False)],
    date: Annotated[str | None, typer.Option(metavar="DATE", help="Only offices held on that day.")] = None,
    kb: UserFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Show everything known under a name: what it is, since when, how surely, and from which table.

    Examples:

    `communique kb show Merkel --date 2019-05-01`

    `communique kb show "Chad's foreign ministry"`

    Exit code 1 where nothing is known under a name.
    """
    day = iso_day(date)
    if date is not None and day is None:
        typer.echo(f"communique: {date!r} is no date such as 2019-02-28", err=True)
        raise typer.Exit(2)
    try:
        knowledge = load_knowledge(kb)
    except CommuniqueError as error:
        raise _failed(error) from error
    unknown = 0
    for name in names:
        found = [e for e in knowledge.everything_at(name) if day is None or e.kind != "person" or e.holds_on(day)]
        unknown += not found
        _show(name, found, as_json)
    if unknown:
        raise typer.Exit(1)


def _show(name: str, found: list[Entry], as_json: bool) -> None:
    if not found:
        typer.echo(f"communique: nothing is known under the name {name!r}", err=True)
    elif as_json:
        for entry in found:
            typer.echo(json.dumps(as_object(entry), ensure_ascii=False))
    else:
        typer.echo(account(found))


@kb.command("import")
def import_(
    out: Annotated[Path, typer.Option(metavar="FILE", help="The knowledge file to write.")],
    wikidata: Annotated[Path | None, typer.Option(metavar="FILE", help="A JSON dump of Wikidata, also .gz or .bz2.")] = None,
    petrarch: Annotated[Path | None, typer.Option(metavar="FILE", help="An actor dictionary of PETRARCH.")] = None,
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="A table with a header: name, kind, country ...")] = None,
) -> None:
    """Make a knowledge file of your own, for `--kb` of other commands. Its entries come before ours.

    Examples:

    `communique kb import --csv actors.csv --out mine.jsonl`

    `communique kb import --wikidata latest-all.json.gz --out world.jsonl`

    A file that is not well formed is refused, with the number of the line.
    """
    given = {"wikidata": wikidata, "petrarch": petrarch, "csv": csv}
    sources = [(name, path) for name, path in given.items() if path is not None]
    if not sources:
        typer.echo("communique: give --wikidata FILE, --petrarch FILE or --csv FILE", err=True)
        raise typer.Exit(2)
    try:
        with written(out) as stream:
            number = write_entries(_entries(sources), stream)
    except CommuniqueError as error:
        raise _failed(error) from error
    typer.echo(f"{out}: {number} entries", err=True)


def _entries(sources: list[tuple[str, Path]]) -> Iterator[Entry]:
    # Here alone, so that other commands need not load them.
    from communique.actors.kb.columns import entries_of_csv
    from communique.actors.kb.petrarch import entries_of_petrarch
    from communique.actors.kb.wikidata import entries_of_wikidata

    formats = {"wikidata": entries_of_wikidata, "petrarch": entries_of_petrarch, "csv": entries_of_csv}
    for name, path in sources:
        yield from formats[name](path)


def _failed(error: CommuniqueError) -> typer.Exit:
    typer.echo(f"communique: {error}", err=True)
    return typer.Exit(1)
