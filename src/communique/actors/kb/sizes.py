"""How long the forms of names are, by their beginnings: how far to look from a word of a text."""

from __future__ import annotations

from collections.abc import Iterable

from communique.actors.kb.entry import Entry


def form_sizes(entries: Iterable[Entry]) -> dict[str, int]:
    """For each beginning of a form (two characters, small letters), the number of words and marks in the longest such form."""
    out: dict[str, int] = {}
    for entry in entries:
        for form in entry.names:
            size = 1 + form.count(" ") + 2 * form.count("-") + form.count("'") + form.count(",") + form.count(".")
            beginning = form[:2].lower()
            out[beginning] = max(size, out.get(beginning, 0))
    return dict(sorted(out.items()))
