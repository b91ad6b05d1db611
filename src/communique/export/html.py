"""Records as HTML: one self-contained page, and a fragment for notebooks.

The page works from disk and asks the network for nothing: style and script are inline and named by their digest in its content
security policy. Whatever comes from a report is escaped by Jinja and has its control characters made visible.
"""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from communique.export import jsonl
from communique.export.bargaining import across
from communique.export.templating import environment
from communique.export.view import Report, view
from communique.export.wording import counted
from communique.types import Record

# What could end the element, and what would be invisible or reorder the line for who reads the source.
_JSON_ESCAPES = {
    code: f"\\u{code:04x}" for code in (*map(ord, "<>&"), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}

# A notebook cell is no place for a book: rows of a table, and characters after which no paragraph begins.
_MOST_ROWS, _MOST_TEXT = 60, 12_000


def page(records: Sequence[Record]) -> str:
    """One HTML file that shows one or many reports with their records, and carries the records as JSON lines.

    Links inside it: `#s1` is an entry of the only report, `#r2` the second of several and `#r2-s1` an entry of that.

    Raises RecordError where a record breaks the schema.
    """
    many = len(records) > 1
    reports = [view(record, prefix=f"r{i}-" if many else "", anchor=f"r{i}") for i, record in enumerate(records, start=1)]
    style, script = asset("page.css"), asset("page.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            reports=reports,
            rows=across(records) if many else (),
            title=_title(reports),
            style=Markup(style),
            script=Markup(script),
            style_digest=digest(style),
            script_digest=digest(script),
            data=Markup(_data(records)),
        )
    )


def fragment(record: Record) -> str:
    """A record as a piece of HTML for a notebook: compact, with its own styles, without script; long ones are shown in part."""
    template = _environment().get_template("fragment.html")
    style = Markup(asset("fragment.css"))
    return template.render(report=view(record), style=style, most_rows=_MOST_ROWS, most_text=_MOST_TEXT)


def _title(reports: Sequence[Report]) -> str:
    return reports[0].heading if len(reports) == 1 else counted(len(reports), "report")


def _data(records: Sequence[Record]) -> str:
    """JSON lines that cannot end the script element they stand in."""
    lines = io.StringIO()
    jsonl.write(records, lines)
    return lines.getvalue().translate(_JSON_ESCAPES)


def digest(text: str) -> str:
    """What a content security policy calls an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def asset(name: str) -> str:
    """Style or script of the page: "page.css", "page.js", "fragment.css"."""
    text = files("communique").joinpath("export", "templates", name).read_text(encoding="utf-8")
    return "\n" + text.strip() + "\n"


@cache
def _environment() -> Environment:
    return environment(PackageLoader("communique", "export/templates"))
