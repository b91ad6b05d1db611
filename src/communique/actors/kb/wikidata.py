"""People with their offices, and organisations, from a dump of Wikidata: JSON, an entity a line, packed or not.

Source: https://www.wikidata.org/wiki/Wikidata:Database_download (JSON dumps), data model of Wikibase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import msgspec
from msgspec import structs

from communique.actors.kb.checks import fault
from communique.actors.kb.entry import Entry
from communique.actors.kb.offices import Office, office_of
from communique.actors.kb.streams import numbered_lines
from communique.actors.kb.wikibase import Held, claims, held_offices, label_of, names_of
from communique.errors import ReadError
from communique.lexicon import known, table
from communique.world import codes

_SOURCE = "wikidata"
_ID = re.compile(rb'"id":\s*"(Q\d+)"')
# The id stands among the first things of an entity.
_ID_WITHIN = 200


@dataclass(frozen=True, slots=True)
class _Actor:
    """A person with the offices held, or a body, as it waits for the offices' labels."""

    id: str
    names: tuple[str, ...]
    kind: str
    country: str | None
    sector: str | None
    offices: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class _Class:
    rank: int
    kind: str
    sector: str | None


def entries_of_wikidata(path: Path) -> Iterator[Entry]:
    """Entries of a dump, in its order; a person (P31: human) has a row for each office (P39), with its days (P580, P582).

    Organisations are those of a class in `wikidata_classes.tsv`; states are left out, since ours are complete.
    The dump is read twice, since an office may stand behind its holder: first people and bodies, which wait in a temporary
    file, then the labels of offices. Memory holds the offices alone.

    Raises ReadError with the number of the line that is at fault.
    """
    offices: dict[str, Office | None] = {}
    with TemporaryFile() as found:
        for one in _actors(path):
            offices.update(dict.fromkeys(held.id for held in one.offices))
            found.write(msgspec.json.encode(one) + b"\n")
        for entity in _entities(path, lambda row: _may_be_one_of(offices, row)):
            if entity["id"] in offices and (label := label_of(entity)):
                office = office_of(label)
                offices[entity["id"]] = replace(office, country=_country(entity, "P1001", "P17") or office.country)
        found.seek(0)
        for row in found:
            # A label may be very long, a term end before it begins: such a row is no use.
            yield from (e for e in _rows(msgspec.json.decode(row, type=_Actor), offices) if fault(e) is None)


def _may_be_one_of(offices: dict[str, Office | None], row: bytes) -> bool:
    id = _ID.search(row, 0, _ID_WITHIN)
    return id is None or id[1].decode() in offices


def _actors(path: Path) -> Iterator[_Actor]:
    # Of people only those with an office are wanted, of states none.
    bodies = b"|".join(id.encode() for id, one in _classes().items() if one.kind not in {"person", "state"})
    telling = re.compile(b'"P39"|"(?:' + bodies + b')"')
    for entity in _entities(path, telling.search):
        found, names = _class(entity), names_of(entity)
        if found is None or not names or found.kind == "state":
            continue
        person = found.kind == "person"
        offices = tuple(held_offices(entity)) if person else ()
        country = _country(entity, *(("P27",) if person else ("P17", "P159"))) if found.sector != "IGO" else None
        if offices or not person:
            yield _Actor(entity["id"], names, found.kind, country, found.sector, offices)


def _rows(one: _Actor, offices: dict[str, Office | None]) -> Iterator[Entry]:
    """An organisation's row; a person's row for each office whose label is known, or one without an office."""
    forms = one.names if len(one.names) > 1 else ()
    bare = Entry(one.names[0], one.kind, one.country, one.sector, forms=forms, wikidata=one.id, table=_SOURCE)
    rows = [
        structs.replace(
            bare, country=office.country or one.country, sector=office.sector, role=office.role, start=held.start, end=held.end
        )
        for held in one.offices
        if (office := offices[held.id]) is not None
    ]
    yield from rows or [bare]


def _entities(path: Path, telling: Callable[[bytes], object]) -> Iterator[dict[str, Any]]:
    """Entities on those lines that are telling."""
    for number, line in numbered_lines(path):
        row = line.strip().rstrip(b",")
        if row in {b"", b"[", b"]"}:
            continue
        where = f"{path}:{number}"
        if not (row.startswith(b"{") and row.endswith(b"}")):
            raise ReadError(where, "no entity of Wikidata: an object on one line is needed")
        if not telling(row):
            continue
        try:
            entity = msgspec.json.decode(row)
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            raise ReadError(where, f"no entity of Wikidata: {error}") from error
        if not isinstance(entity.get("id"), str):
            raise ReadError(where, "no entity of Wikidata: an id is needed")
        yield entity


@cache
def _classes() -> dict[str, _Class]:
    rows = enumerate(table("actors", "wikidata_classes"))
    return {id: _Class(rank, kind, known(sector)) for rank, (id, _, kind, sector) in rows}


@cache
def _states() -> dict[str, str]:
    return {id: row.code for row in codes().values() for id in row.wikidata}


def _class(entity: dict[str, Any]) -> _Class | None:
    found = [_classes()[id] for id in claims(entity, "P31") if id in _classes()]
    return min(found, key=lambda one: one.rank, default=None)


def _country(entity: dict[str, Any], *properties: str) -> str | None:
    """The one country that the first telling property names."""
    for name in properties:
        found = {_states()[id] for id in claims(entity, name) if id in _states()}
        if found:
            return found.pop() if len(found) == 1 else None
    return None
