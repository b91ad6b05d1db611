"""Whether somebody belongs to the body that a description names: `the NATO spokesman` is no militia's."""

from __future__ import annotations

from communique.actors.drafts import Draft
from communique.actors.reading import Reading

_BODIES = frozenset({"organization", "group"})


def may_belong(reading: Reading, draft: Draft, first: int, last: int) -> bool:
    """Whether every body named between two tokens is named in what is said of a person or body."""
    taken = (reading.taken.get(i) for i in range(first, last + 1))
    owners = {id(d): d for d in taken if d is not None and d is not draft and d.listed and d.kind in _BODIES}
    if not owners:
        return True
    said = " ".join([draft.name, draft.role or "", *(reading.doc.text(span) for span in draft.mentions)]).lower()
    return all(any(reading.doc.text(span).lower() in said for span in owner.mentions) for owner in owners.values())
