"""Which names cover which tokens, and what the listed ones among them tell: countries and trades."""

from __future__ import annotations

from communique.actors.kb import Entry
from communique.actors.name import Name


class Cover:
    """Which listed name, if any, covers a token: for modifiers that tell a country."""

    def __init__(self, names: list[Name], listed: list[Name]) -> None:
        self._at = {i: name for name in names for i in range(name.first, name.last + 1)}
        self._listed = {i: name for name in listed for i in range(name.first, name.last + 1)}
        # A city may share its name with a capital ("Lima County"): its state must be named too.
        lands = (name.entry for name in listed if name.kind in {"state", "demonym"})
        self._named = {entry.country for entry in lands if entry is not None}

    def at(self, i: int) -> Name | None:
        """The name that covers a token, listed or not."""
        return self._at.get(i)

    def entries(self, first: int, last: int) -> list[Entry]:
        """What the listed names between two tokens stand for, people left out."""
        out, i = [], first
        while i <= last:
            name = self._listed.get(i)
            if name and name.entry and name.entry.kind not in {"person", "none"}:
                out.append(name.entry)
            i = name.last + 1 if name else i + 1
        return out

    def country(self, first: int, last: int) -> str | None:
        """The country that the names between two tokens tell; None where they tell several."""
        sure = (
            entry
            for entry in self.entries(first, last)
            if entry.kind != "capital" or last == first or entry.country in self._named
        )
        found = {entry.country for entry in sure if entry.country}
        return min(found) if len(found) == 1 else None

    def names_state(self, code: str | None) -> bool:
        """Whether the report names a state or its people anywhere."""
        return code in self._named

    def ends_land(self, i: int) -> bool:
        """Whether a token ends the name or adjective of a state."""
        name = self._listed.get(i)
        return name is not None and name.last == i and name.kind in {"state", "demonym"}

    def sector(self, first: int, last: int) -> str | None:
        """The sector of the last listed body between two tokens."""
        return next((e.sector for e in reversed(self.entries(first, last)) if e.kind in {"organization", "group"}), None)
