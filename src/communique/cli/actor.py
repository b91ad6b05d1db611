"""communique actor: what a phrase names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from communique.actors import name_actor
from communique.cli.kb import UserFile
from communique.cli.streams import opened
from communique.errors import CommandError, CommuniqueError


def actor(
    phrases: Annotated[list[str] | None, typer.Argument(help="Phrases, each quoted.", show_default=False)] = None,
    jsonl: Annotated[
        str | None, typer.Option(metavar="FILE", help="Lines of {id, text, context, date} instead; `-` is standard input.")
    ] = None,
    context: Annotated[str | None, typer.Option(metavar="TEXT", help="Words around the phrases.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="The day on which they were said.")] = None,
    kb: UserFile = None,
) -> None:
    """Tell whom a phrase names: name, country, sector, kind, role and Wikidata id, one JSON object a line; null where unknown.

    Examples:

    `communique actor "the German defence minister" --date 2019-05-01`

    `communique actor --jsonl phrases.jsonl`
    """
    if bool(phrases) == bool(jsonl):
        typer.echo("communique: give either phrases or --jsonl FILE", err=True)
        raise typer.Exit(2)
    try:
        if jsonl:
            with opened(jsonl) as stream:
                for line in _lines(jsonl, stream):
                    _write(line.get("id"), line["text"], line.get("context"), line.get("date"), kb)
        for phrase in phrases or []:
            _write(phrase, phrase, context, date, kb)
    except CommuniqueError as error:
        typer.echo(f"communique: {error}", err=True)
        raise typer.Exit(1) from error


def _write(id: Any, text: str, context: str | None, date: str | None, kb: Path | None) -> None:
    named = name_actor(text, context=context, date=date, kb=kb)
    out = {
        "id": id,
        "name": named.name,
        "country": named.country,
        "sector": named.sector,
        "sector_2": named.sector_2,
        "kind": named.kind,
        "role": named.role,
        "wikidata": named.wikidata,
    }
    typer.echo(json.dumps(out, ensure_ascii=False))


def _lines(source: str, stream: TextIO) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except ValueError as error:
            raise CommandError(f"{source}:{number}: not JSON: {error}") from error
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            raise CommandError(f"{source}:{number}: an object with a text is needed, such as " + '{"id": 1, "text": "rebels"}')
        yield data
