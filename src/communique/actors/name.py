"""A proper name and the tokens it covers."""

from __future__ import annotations

from dataclasses import dataclass

from communique.actors.kb import Entry


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: tokens `first` to `last`, both included; `entry` is what the lists say of it."""

    first: int
    last: int
    kind: str
    entries: tuple[Entry, ...] = ()

    @property
    def entry(self) -> Entry | None:
        """The first thing that the lists say of it; None for a name that they do not hold."""
        return self.entries[0] if self.entries else None
