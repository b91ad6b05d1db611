"""Which offices a title names: `Secretary Rice`, `Chairman Kim`, `President Biden`."""

from __future__ import annotations

from communique.actors.kb.entry import Entry
from communique.lexicon import words

_LESSER = ("vice", "deputy", "acting", "assistant", "former", "shadow", "under")


def with_title(entries: tuple[Entry, ...], title: str) -> tuple[Entry, ...]:
    """The entries whose office a title (lower case) names: the very office; else one that begins or ends with it, deputies
    left out, or, by the title of a leader of a state, another leader's."""
    same = tuple(entry for entry in entries if entry.role and _same(entry.role, title))
    return same or tuple(
        entry for entry in entries if entry.role and (_longer(entry.role, title) or _leading(entry.role, title))
    )


def _same(role: str, title: str) -> bool:
    return role.lower() == title


def _longer(role: str, title: str) -> bool:
    role = role.lower()
    return role.startswith(title + " ") or role.endswith(" " + title) and not role.startswith(_LESSER)


def _leading(role: str, title: str) -> bool:
    leaders = words("actors", "leaders")
    return title in leaders and role in leaders
