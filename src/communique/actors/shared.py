"""Names that bodies of several states share (`Labour Party`, `Congress`): whose is meant, as far as the report tells.

A row without a country beside one with a country says that the name is shared by more states than the tables list; a row
in `no_actors` beside one here says that the name is an ordinary word too (`Diet`), a body only where its state is named.
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc as SpacyDoc

from communique.actors.kb import Entry
from communique.actors.name import Name

BODIES = frozenset({"organization", "group"})
LANDS = frozenset({"state", "demonym", "capital", "seat", "region"})
# A state that is named that many times as often as any other of a name's states is the one that is meant.
_CLEARLY = 3


def settle(tokens: SpacyDoc, hits: list[Name]) -> list[Name]:
    """The listed names, each shared one with the body that is meant: of the state named right before it, else of the one of
    its states that the report names, else of the one that other people and bodies of the report belong to; else of none."""
    if not any(_is_shared(hit.entries) for hit in hits):
        return hits
    lands = Counter(hit.entries[0].country for hit in hits if hit.kind in LANDS)
    others = Counter(hit.entries[0].country for hit in hits if hit.kind in BODIES | {"person"} and not _is_shared(hit.entries))
    out = []
    for k, hit in enumerate(hits):
        if _is_shared(hit.entries):
            name = " ".join(tokens[hit.first : hit.last + 1].text.split())
            near = _land_before(tokens, hit, hits[k - 1]) if k else None
            clues = (lands, others) if near is None else (Counter([near]),)
            entry = whose(name, hit.entries, *clues)
            hit = Name(hit.first, hit.last, entry.kind, (entry,))
        out.append(hit)
    return out


def whose(name: str, entries: tuple[Entry, ...], *clues: Counter[str | None]) -> Entry:
    """The entry of a name's state that the first telling clue names, clearly most often; else what the entries have in common.

    Args:
        name: the name as the report has it.
        entries: the bodies of that name.
        clues: how often states are named, the surest clue first.
    """
    if not _is_shared(entries):
        return entries[0]
    own = {entry.country: entry for entry in reversed(entries) if entry.country}
    for clue in clues:
        named = sorted((clue[code] for code in own), reverse=True)
        if named[0]:
            if len(named) > 1 and named[0] < _CLEARLY * named[1]:
                break
            return next(entry for code, entry in own.items() if clue[code] == named[0])
    if nobody := [entry for entry in entries if entry.kind == "none"]:
        return nobody[0]
    first = entries[0]
    one_trade = len({entry.sector for entry in entries}) == 1
    return Entry(name, first.kind, None, first.sector if one_trade else None)


def _is_shared(entries: tuple[Entry, ...]) -> bool:
    return bool(entries) and entries[0].kind in BODIES and len({entry.country for entry in entries}) > 1


def _land_before(tokens: SpacyDoc, hit: Name, before: Name) -> str | None:
    """`Malta's Labour Party`, `the Dutch Labour Party`: the state right before a name."""
    gap = hit.first - before.last - 1
    near = gap == 0 or gap == 1 and tokens[hit.first - 1].tag_ == "POS"
    return before.entries[0].country if near and before.kind in LANDS else None
