"""First names and whether men or women bear them."""

from __future__ import annotations

from functools import cache

from communique.lexicon import table


@cache
def first_names() -> dict[str, str]:
    """First names in lower case, with m or f."""
    return {row[0]: row[1] for row in table("actors", "first_names")}
