"""What must hold of an entry that somebody else wrote."""

from __future__ import annotations

import re
from typing import get_args

from communique.actors.kb.entry import KINDS, Entry
from communique.vocabulary import Sector

_COUNTRY = re.compile(r"[A-Z]{3}")
_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")
_WIKIDATA = re.compile(r"Q\d+")
_SECTORS = frozenset(get_args(Sector))
LONGEST_NAME = 200


def fault(entry: Entry) -> str | None:
    """What is wrong with an entry, and what would be right; None where nothing is."""
    sizes = [len(name.strip()) for name in (entry.name, *entry.forms)]
    if min(sizes) == 0 or max(sizes) > LONGEST_NAME:
        return f"a name has 1 to {LONGEST_NAME} characters, not {max(sizes) if min(sizes) else 0}"
    if entry.kind not in KINDS:
        return f"no kind {entry.kind!r}; there are: {', '.join(KINDS)}"
    if entry.country is not None and not _COUNTRY.fullmatch(entry.country):
        return f"country {entry.country!r} is no ISO 3166-1 alpha-3 code such as FRA"
    for sector in (entry.sector, entry.sector_2):
        if sector is not None and sector not in _SECTORS:
            return f"no PLOVER sector {sector!r}; there are: {', '.join(sorted(_SECTORS))}"
    return _fault_of_days(entry)


def _fault_of_days(entry: Entry) -> str | None:
    for day in (entry.start, entry.end):
        if day is not None and not _DAY.fullmatch(day):
            return f"{day!r} is no date such as 2019, 2019-02 or 2019-02-28"
    if entry.start and entry.end and entry.start[: len(entry.end)] > entry.end[: len(entry.start)]:
        return f"the term ends ({entry.end}) before it begins ({entry.start})"
    if entry.confidence not in {None, "sure", "likely"}:
        return f"confidence is sure or likely, not {entry.confidence!r}"
    if entry.wikidata is not None and not _WIKIDATA.fullmatch(entry.wikidata):
        return f"{entry.wikidata!r} is no Wikidata id such as Q142"
    return None
