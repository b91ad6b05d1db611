"""How templates see a record: what they may call, and what happens to every string they print."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup

from communique.export.entries import because, says
from communique.export.wording import counted, day, one_line, percent, period, shown, when


def environment(loader: BaseLoader) -> Environment:
    """Templates of a loader, with escaping on: whatever comes from a report is text, and its control characters are visible."""
    made = Environment(
        loader=loader, autoescape=True, finalize=_visible, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(day=day, when=when, percent=percent, counted=counted, says=says, line=one_line, http_url=http_url)
    made.globals.update(because=because, period=period)
    return made


def http_url(url: str | None) -> str | None:
    """The address, where it is one that may be linked: http or https with a host, without control characters or spaces."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    linkable = parts.scheme in {"http", "https"} and parts.netloc and url == one_line(url or "") and " " not in url
    return url if linkable else None


def _visible(value: Any) -> Any:
    """Every string that a template prints passes here; what is Markup is ours."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
