"""Named organisations: the lists, what spaCy takes for one, acronyms in brackets, and what their names tell."""

from __future__ import annotations

import re

from communique.actors.drafts import Draft
from communique.actors.names import Name
from communique.actors.reading import Reading
from communique.actors.roles import find_role

_ACRONYM = re.compile(r"^[A-Z][A-Za-z]?[A-Z]+s?$|^(?:[A-Z]\.){2,}$")


def find_bodies(reading: Reading) -> None:
    """Fills `reading.bodies` and their mentions."""
    for name in reading.names:
        listed = name.entry is not None and name.entry.kind in {"organization", "group"}
        if name.first in reading.taken or not (listed or (name.kind == "organization" and not name.entries)):
            continue
        draft = _body(reading, name)
        reading.add(draft, name.first, name.last, "organisation")


def _body(reading: Reading, name: Name) -> Draft:
    text = reading.text(name.first, name.last)
    words = tuple(text.lower().split())
    entry = name.entry
    full = entry.name if entry else text
    for draft in reading.bodies:
        if draft.name == full or (not entry and (draft.words == words or _short_for(text, draft.name))):
            return draft
    role = find_role(words)
    draft = Draft(full, "group" if entry and entry.kind == "group" else "organization", words=words, head=words[-1])
    if entry:
        draft.country, draft.sector, draft.sector_2 = entry.country, entry.sector, entry.sector_2
    elif role is not None:
        draft.sector, draft.sector_2, draft.head = role.sector, role.sector_2, role.words.rsplit(" ", 1)[-1]
        draft.country = reading.places.country(_modifier_start(reading, name), name.last)
    reading.bodies.append(draft)
    return draft


def _modifier_start(reading: Reading, name: Name) -> int:
    """`Russia's Foreign Ministry`, `the Chinese Foreign Ministry`: where the state before the name begins."""
    tokens, i = reading.doc.tokens, name.first - 1
    if i >= 1 and tokens[i].tag_ == "POS":
        i -= 1
    before = reading.places.at(i) if i >= 0 else None
    return before.first if before and before.entry and before.entry.kind in {"state", "demonym", "capital"} else name.first


def _short_for(text: str, name: str) -> bool:
    """Whether an acronym is made of a name's initials: CWA, Communications Workers of America."""
    if not _ACRONYM.match(text):
        return False
    letters = text.replace(".", "").upper()
    words = [w for w in re.split(r"[\s\-]+", name) if w]
    return letters in {"".join(w[0] for w in words if w[0].isupper()), "".join(w[0] for w in words).upper()}
