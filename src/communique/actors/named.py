"""What is said of a phrase."""

from __future__ import annotations

from dataclasses import dataclass

from communique.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase names; None where it is not known."""

    name: str | None = None
    country: str | None = None
    sector: str | None = None
    sector_2: str | None = None
    kind: ActorKind | None = None
    role: str | None = None
    wikidata: str | None = None
