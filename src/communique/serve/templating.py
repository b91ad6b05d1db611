"""The templates of both faces, the desk and the file: only where a link leads differs."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, PackageLoader, PrefixLoader

from communique.export.templating import environment


def templates(link: Callable[..., str], place: Callable[[str], str]) -> Environment:
    """Ours ("desk/...") and those of one record's page ("record/...").

    Args:
        link: the address of a report by its id, and, with a span, of a passage of it.
        place: the address of what has a name of its own: "table", "timeline", "quotes", "events", "disagreements", "reports".
    """
    rooms = {"desk": PackageLoader("communique", "serve/templates"), "record": PackageLoader("communique", "export/templates")}
    made = environment(PrefixLoader(rooms))
    made.globals.update(link=link, place=place)
    return made
