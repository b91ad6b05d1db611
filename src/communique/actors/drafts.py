"""Actors in the making: what is gathered about each while a report is read, before it becomes an `Actor`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from communique.types import Actor, Reason
from communique.vocabulary import ActorKind, Sector, Span


@dataclass(slots=True, eq=False)
class Draft:
    """One actor while it is gathered. `head` is its head noun in lower case; `words` its name's words as they are compared."""

    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    sector_2: str | None = None
    role: str | None = None
    wikidata: str | None = None
    head: str = ""
    words: tuple[str, ...] = ()
    gender: str | None = None
    plural: bool = False
    family_first: bool = False
    listed: bool = False
    knighted: bool = False
    roles: list[str] = field(default_factory=list)
    aliases: list[tuple[str, ...]] = field(default_factory=list)
    mentions: dict[Span, str] = field(default_factory=dict)

    def mention(self, span: Span, rule: str) -> None:
        """Adds a mention once; the first rule that found it stands."""
        self.mentions.setdefault(span, rule)

    def learn(self, *, country: str | None = None, sector: str | None = None, role: str | None = None) -> None:
        """Takes over what was not known before."""
        self.country = self.country or country
        self.sector = self.sector or sector
        self.role = self.role or role


def finished(drafts: Iterable[Draft]) -> tuple[Actor, ...]:
    """Actors in the order of their first mention, ids a1, a2, ...; drafts without a mention are dropped."""
    kept = [draft for draft in drafts if draft.mentions]
    kept.sort(key=lambda draft: (min(draft.mentions), draft.name))
    return tuple(_actor(f"a{n}", draft) for n, draft in enumerate(kept, 1))


def _actor(id: str, draft: Draft) -> Actor:
    spans = tuple(sorted(draft.mentions))
    return Actor(
        id=id,
        name=draft.name,
        kind=draft.kind,
        country=draft.country,
        sector=cast("Sector | None", draft.sector),
        role=draft.role,
        wikidata=draft.wikidata,
        mentions=spans,
        why=Reason(rule=draft.mentions[spans[0]], words=spans[:1]),
    )
