"""Names that bodies of several states share (`Labour Party`, `Congress`): whose is meant, as far as the report tells.

A row without a country beside one with a country says that more states share the name than the tables list: any other state
of the report may be meant. A row in `no_actors` beside one here says that the name is an ordinary word too (`Diet`), a body
only where its state is named. A party's or armed group's name of `vague_words` alone may be that of any state.
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc as SpacyDoc

from communique.actors.kb import Entry
from communique.actors.name import Name
from communique.lexicon import words

BODIES = frozenset({"organization", "group"})
LANDS = frozenset({"state", "demonym", "capital", "seat", "region"})
# Behind a state's name and a hyphen: the state stands by somebody who is not its own.
SIDED = frozenset(
    "backed linked aligned allied sponsored funded financed trained supported armed friendly style inspired".split()
)
AGAINST = frozenset({"pro", "anti"})
_PARTISAN = frozenset({"PTY", "REB", "PRM"})
# A state that is named that many times as often as any other of a name's states is the one that is meant.
_CLEARLY = 3


def settle(tokens: SpacyDoc, hits: list[Name]) -> list[Name]:
    """The listed names, each shared one with the body that is meant.

    That is the body of the state named right before it, else the one that the report names in full or so elsewhere, else
    that of the one of its states that the report names, else of the one that other people and bodies of the report belong
    to, else of the only one that has bodies of all shared names in the report; else of no state.
    """
    shared = {k for k, hit in enumerate(hits) if is_shared(hit.entries) or _is_vague(tokens, hit)}
    if not shared:
        return hits
    lands = Counter(hit.entries[0].country for hit in hits if hit.kind in LANDS)
    sure = (hit for k, hit in enumerate(hits) if hit.kind in BODIES | {"person"} and k not in shared)
    clues = lands, Counter(hit.entries[0].country for hit in sure), _common([hits[k] for k in sorted(shared)])
    near = {k: _land_before(tokens, hits[k], hits[k - 1]) if k else None for k in sorted(shared)}
    elsewhere = {(entry.name, entry.country) for k, hit in enumerate(hits) if k not in shared for entry in hit.entries}
    elsewhere |= {(entry.name, near[k]) for k in near if near[k] for entry in hits[k].entries if entry.country == near[k]}
    out = list(hits)
    for k, land in near.items():
        hit = hits[k]
        same = Counter(entry.country for entry in hit.entries if (entry.name, entry.country) in elsewhere)
        entry = _told(_words(tokens, hit), hit.entries, (same, *clues) if land is None else (Counter([land]),))
        out[k] = Name(hit.first, hit.last, entry.kind, (entry,))
    return out


def whose(name: str, entries: tuple[Entry, ...], *clues: Counter[str | None]) -> Entry:
    """The entry of a name's state that the first telling clue names, clearly most often; else what the entries have in common.

    Args:
        name: the name as the report has it.
        entries: the bodies of that name.
        clues: how often states are named, the surest clue first.
    """
    return _told(name, entries, clues) if is_shared(entries) else entries[0]


def is_shared(entries: tuple[Entry, ...]) -> bool:
    """Whether bodies of several states, or of more than are listed, have a name; or a body and no one."""
    if len(entries) < 2 or entries[0].kind not in BODIES:
        return False
    return len({entry.country for entry in entries}) > 1


def _told(name: str, entries: tuple[Entry, ...], clues: tuple[Counter[str | None], ...]) -> Entry:
    own = {entry.country: entry for entry in reversed(entries) if entry.country}
    more = any(entry.country is None and entry.kind in BODIES for entry in entries)
    for clue in clues:
        best = max(own, key=lambda code: clue[code])
        if clue[best]:
            rivals = (count for code, count in clue.items() if code != best and code and (more or code in own))
            if clue[best] < _CLEARLY * max(rivals, default=0):
                break
            return own[best]
    if nobody := [entry for entry in entries if entry.kind == "none"]:
        return nobody[0]
    first = entries[0]
    one_trade = len({entry.sector for entry in entries}) == 1
    return Entry(name, first.kind, None, first.sector if one_trade else None)


def _common(shared: list[Name]) -> Counter[str | None]:
    """The only state that has bodies of all these names (`Labour`, `Liberal Democrats`), where there are two names or more."""
    sets = {frozenset(entry.country for entry in hit.entries) for hit in shared if is_shared(hit.entries)}
    closed = [codes for codes in sets if None not in codes]
    both = frozenset.intersection(*closed) if len(closed) > 1 else frozenset()
    return Counter(both) if len(both) == 1 else Counter()


def _is_vague(tokens: SpacyDoc, hit: Name) -> bool:
    first = hit.entries[0]
    if first.sector not in _PARTISAN or first.country is None or first.kind not in BODIES:
        return False
    return all(word in words("actors", "vague_words") for word in _words(tokens, hit).lower().split())


def _words(tokens: SpacyDoc, hit: Name) -> str:
    return " ".join(tokens[hit.first : hit.last + 1].text.replace("’", "'").split())


def _land_before(tokens: SpacyDoc, hit: Name, before: Name) -> str | None:
    """`Malta's Labour Party`, `the Dutch Labour Party`: the state right before a name."""
    gap = hit.first - before.last - 1
    near = gap == 0 or gap == 1 and tokens[hit.first - 1].tag_ == "POS"
    return before.entries[0].country if near and before.kind in LANDS else None
