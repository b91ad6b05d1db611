"""communique dossier stories, search, report, actor: reports and passages looked up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from communique import codec
from communique.cli.dossier_shown import DossierFile, Jsonl, opened, show
from communique.dossier import Held
from communique.dossier.search import Found
from communique.dossier.who import Appearance
from communique.export import account


def stories(db: DossierFile, jsonl: Jsonl = False) -> None:
    """Show which reports are on the same happening, and which are copies. `--jsonl`: {"id", "story", "copy_of"} a line."""
    with opened(db) as dossier:
        reports = dossier.stories()
        if jsonl:
            for one in reports:
                typer.echo(json.dumps({"id": one.id, "story": one.story, "copy_of": one.copy_of}))
            return
        titles = {one.id: one.record.article.title for one in reports}
        lines = [one for one in _with_heads(reports)]
        show(lines, False, ("story", "day", "outlet", "report", "title"), lambda pair: _story_row(*pair, titles))


def _with_heads(reports: tuple[Held, ...]) -> Iterator[tuple[Held, int]]:
    """Reports with their story's number, from 1, in the order of stories."""
    numbers: dict[str | None, int] = {}
    for one in reports:
        yield one, numbers.setdefault(one.story, len(numbers) + 1)


def _story_row(one: Held, number: int, titles: dict[str, str | None]) -> tuple[object, ...]:
    title = one.record.article.title or ""
    return number, one.day, one.outlet, one.id, f"{title} (copy of {one.copy_of})" if one.copy_of else title


def search(
    db: DossierFile,
    query: Annotated[str, typer.Argument(help='Words, "a phrase", begin*, -not, speaker:NAME, outlet:NAME, date:2019-02.')],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Show this many at most.")] = 20,
    jsonl: Jsonl = False,
) -> None:
    """Find passages: paragraphs that hold all the words, or with `speaker:` what somebody said.

    Examples:

    `communique dossier search hanoi.db '"partial relief" sanction*'`

    `communique dossier search hanoi.db 'speaker:Ri sanctions date:2019-02-28..2019-03-02'`

    Exit code 1 where nothing is found.
    """
    with opened(db) as dossier:
        found = dossier.search(query, limit=limit)
    if jsonl:
        show(found, True, (), lambda one: ())
    else:
        _print_found(found)
    if not found:
        raise typer.Exit(1)


def _print_found(found: tuple[Found, ...]) -> None:
    console = Console()
    for one in found:
        known = (one.passage.report, one.day, one.outlet, one.speaker and f"says {one.speaker}")
        console.print(Text(" · ".join(part for part in known if part), style="bold"))
        text = Text(one.passage.text)
        for start, stop in one.marks:
            text.stylize("reverse", start, stop)
        console.print(text)
        console.print()
    if not found:
        typer.echo("communique: nothing is found", err=True)


def report(
    db: DossierFile,
    id: Annotated[str, typer.Argument(help="The report's id, or how it begins.", show_default=False)],
    jsonl: Jsonl = False,
) -> None:
    """Show the record of one report, its story, and whether it is a copy. `--jsonl`: the record as one line of JSON."""
    with opened(db) as dossier:
        one = dossier.report(id)
    if jsonl:
        typer.echo(codec.encode(one.record))
        return
    typer.echo(f"report {one.id}, in the story {one.story}" + (f"; a copy of {one.copy_of}" if one.copy_of else ""))
    account.render_many([one.record], Console(), explain=False)


def actor(
    db: DossierFile,
    name: Annotated[str, typer.Argument(help="A name, a part of it, or a Wikidata id.", show_default=False)],
    jsonl: Jsonl = False,
) -> None:
    """Show what reports tell of somebody: what they said, did, met with and want, report by report, with the passages.

    Example: `communique dossier actor hanoi.db "Kim Jong Un"`

    Exit code 1 where no report names them.
    """
    with opened(db) as dossier:
        found = dossier.actor(name)
    if jsonl:
        show(found, True, (), lambda one: ())
    else:
        _print_actor(found)
    if not found:
        typer.echo(f"communique: no report names {name!r}", err=True)
        raise typer.Exit(1)


def _print_actor(found: tuple[Appearance, ...]) -> None:
    console = Console()
    for one in found:
        known = (one.actor.name, one.actor.role, one.actor.country, one.day, one.outlet, one.report)
        console.print(Text(" · ".join(part for part in known if part), style="bold"))
        for text in one.said:
            console.print(Text(f"  says    {text.text}"))
        for stance, issue, text in one.wants:
            console.print(Text(f"  {stance:<8}{issue}: {text.text}"))
        for kind, text in one.done:
            console.print(Text(f"  does    {kind}: {text.text}"))
        for kind, text in one.suffered:
            console.print(Text(f"  meets   {kind}: {text.text}"))
