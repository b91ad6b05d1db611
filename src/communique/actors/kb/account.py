"""What is known of somebody, told in words and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from communique.actors.kb.entry import Entry
from communique.world import state_names

_KINDS = {"none": "no actor", "demonym": "people", "seat": "seat of government"}


def account(entries: Sequence[Entry]) -> str:
    """A few lines for each thing that a name stands for; rows of one person stand together."""
    parts: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        parts.setdefault((entry.name, entry.kind), []).append(entry)
    return "\n".join(_part(rows) for rows in parts.values())


def _part(rows: list[Entry]) -> str:
    first = rows[0]
    names = [name for row in rows for name in row.names]
    lines = [f"{first.name} ({_KINDS.get(first.kind, first.kind)})"]
    others = [name for name in dict.fromkeys(names) if name != first.name]
    if others:
        lines.append(f"  also: {', '.join(others)}")
    lines += [f"  {name}: {value}" for name, value in first.facts]
    if first.wikidata:
        lines.append(f"  Wikidata: {first.wikidata}")
    return "\n".join([*lines, *map(_row, rows)])


def _row(entry: Entry) -> str:
    country = f"{state_names().get(entry.country, '?')} {entry.country}" if entry.country else None
    sectors = " ".join(sector for sector in (entry.sector, entry.sector_2) if sector)
    said = [part for part in (entry.role, country, sectors, _days(entry)) if part]
    sure = f", {entry.confidence}" if entry.confidence else ""
    return f"  - {', '.join(said) or _KINDS.get(entry.kind, entry.kind)} [{entry.table}{sure}]"


def _days(entry: Entry) -> str:
    if entry.kind != "person" or not (entry.start or entry.end):
        return ""
    end = f"{entry.end or ''}{' (nothing known after it)' if entry.unsure_after else ''}"
    return f"{entry.start or '...'} to {end or 'now'}"


def as_object(entry: Entry) -> dict[str, Any]:
    """An entry as plain JSON; what is not known is null."""
    return {
        "name": entry.name,
        "kind": entry.kind,
        "names": list(entry.names),
        "country": entry.country,
        "sector": entry.sector,
        "sector_2": entry.sector_2,
        "role": entry.role,
        "start": entry.start,
        "end": entry.end,
        "unsure_after": entry.unsure_after,
        "confidence": entry.confidence,
        "wikidata": entry.wikidata,
        "table": entry.table,
        "facts": dict(entry.facts),
    }
