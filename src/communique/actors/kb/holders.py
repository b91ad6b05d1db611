"""Office holders of all tables, joined: one person has one name, and one term stands once."""

from __future__ import annotations

import re

from communique.actors.kb.entry import Entry
from communique.world import Term, terms

_INITIAL = re.compile(r"(?<=\w )([A-Z])\.(?= )")


def holders() -> list[Entry]:
    """Terms as entries, in the order of the tables, the later of two that tell the same left out.

    A person whose name is among the other names of a row before is that person. All rows of a person carry all names.
    """
    named = _names()
    forms: dict[str, dict[str, None]] = {}
    for term in terms():
        names = (named[term.name], term.name, *term.others)
        forms.setdefault(named[term.name], {}).update(dict.fromkeys((*names, *map(_without_stops, names))))
    kept: dict[tuple[str, str | None, str], list[Entry]] = {}
    for term in terms():
        name = named[term.name]
        entry = _entry(term, name, tuple(forms[name]))
        rows = kept.setdefault((name, term.country, term.office), [])
        twin = next((i for i, row in enumerate(rows) if _overlap(row, entry)), None)
        if twin is None:
            rows.append(entry)
        elif rows[twin].unsure_after and not entry.unsure_after:
            rows[twin] = entry
    return [entry for rows in kept.values() for entry in rows]


def _without_stops(name: str) -> str:
    """`George W. Bush` as some papers write it: `George W Bush`."""
    return _INITIAL.sub(r"\1", name)


def _names() -> dict[str, str]:
    """The name under which the person of each name goes: that of the first row that has it among its names."""
    out: dict[str, str] = {}
    for term in terms():
        name = out.setdefault(term.name, term.name)
        for other in term.others:
            # A surname alone may be another person's too.
            if " " in other:
                out.setdefault(other, name)
    return out


def _entry(term: Term, name: str, forms: tuple[str, ...]) -> Entry:
    return Entry(
        name,
        "person",
        term.country,
        term.sector,
        None,
        term.office,
        term.start,
        term.end,
        term.unsure_after,
        forms if forms != (name,) else (),
        term.confidence,
        table=f"world/{term.table}",
    )


def _overlap(a: Entry, b: Entry) -> bool:
    """Whether two terms share more than their border."""
    return (a.start or "") < (b.end or "9") and (b.start or "") < (a.end or "9")
