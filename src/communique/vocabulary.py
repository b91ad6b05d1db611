"""The closed vocabularies of the record, and its constrained scalars: what `communique verify` holds entries against.

PLOVER's event types, quad classes and sector codes: PLOVER codebook (Political Language Ontology for Verifiable Event
Records, Open Event Data Alliance). Countries: ISO 3166-1 alpha-3, and XKX for Kosovo.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

Count = Annotated[int, Meta(ge=0)]
Span = tuple[Count, Count]
Confidence = Annotated[float, Meta(ge=0, le=1)]
Country = Annotated[str, Meta(pattern="^[A-Z]{3}$", description="ISO 3166-1 alpha-3")]
Maker = Annotated[str, Meta(pattern=r"^[a-z_]+\.[a-z_-]+\.v[0-9]+$", description="room.rules-or-model.version")]
Day = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="ISO date, month or year")]

FurnitureKind = Literal[
    "advert", "update", "copyright", "caption", "credit", "byline", "dateline", "related", "share", "tail", "highlights",
    "heading", "other",
]  # fmt: skip
ActorKind = Literal["person", "organization", "state", "group", "office"]
Sector = Literal[
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "HLH", "HRI", "IGO", "JRN", "JUD", "LAB", "LEG", "MED",
    "MIL", "NGO", "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "RAD", "SPY", "UAF", "UNK",
]  # fmt: skip
StatementKind = Literal["direct", "indirect", "mixed"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Status = Literal["happened", "ongoing", "planned", "cancelled", "hypothetical", "denied", "claimed"]
Stance = Literal["demands", "offers", "accepts", "refuses", "pledges", "supports", "opposes"]
PositionStatus = Literal["current", "past", "hypothetical"]
