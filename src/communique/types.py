"""The nouns. One report becomes one Record; every entry points at the characters it was read from.

Offsets are Unicode code points into `Article.text`, end exclusive: `text[start:end]` is the quoted text, always.
Everything is frozen; lists are tuples. `None` means "not known", never "no". The JSON contract and its schema are
generated from these classes (`communique.codec`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

# isort: off
from communique.vocabulary import (
    ActorKind, Confidence, Count, Country, DateType, Day, EventType, FurnitureKind, Maker, PositionStatus, Quad, Sector,
    Span, Stance, StatementKind, Status,
)  # fmt: skip

# isort: on
# One blank line between nouns keeps them on a few screens.
# fmt: off
SCHEMA: Final = "communique.record/1"

@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an entry is there: the rule or model decision that led to it, and the words it rests on."""
    rule: str
    words: tuple[Span, ...] = ()

@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words of the report at their place."""
    text: str
    span: Span

@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Phrase):
    """Words that name somebody, and which actor that is. `name` is the actor's; it is not part of the JSON."""
    actor: str | None = None
    name: str | None = field(default=None, compare=False)

@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of the text that is not the story: marked, never cut."""
    kind: FurnitureKind
    span: Span

@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report as read; `text` never changes. `published` is an ISO date, `updated` too, or the note's words."""
    id: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Day | None = None
    updated: str | None = None
    language: str | None = None
    text: str
    furniture: tuple[Furniture, ...] = ()

@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who acts or is acted on: everything the report calls them is in `mentions`."""
    id: str
    name: str
    kind: ActorKind
    country: Country | None = None
    sector: Sector | None = None
    role: str | None = None
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()
    why: Reason | None = None

@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A stretch of days, both ends included; `span` is the date expression, where there is one."""
    start: Day | None = None
    end: Day | None = None
    span: Span | None = None

@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression(Phrase):
    """A time expression; `value` follows TIMEX3, `start` and `end` are the days it covers, where they can be known."""
    type: DateType
    value: str | None = None
    start: Day | None = None
    end: Day | None = None
    by: Maker
    why: Reason | None = None

@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Phrase):
    """A place name and where it is: degrees north and east; `geonames` is the GeoNames id."""
    name: str
    country: Country | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: str | None = None
    by: Maker
    why: Reason | None = None

@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a source said, thought or wrote: PolNeAR's source, cue and content. `inside` is the statement that tells it."""
    id: str
    kind: StatementKind
    speaker: Mention | None = None
    cue: Phrase | None = None
    content: tuple[Phrase, ...]
    manner: str = "say"
    channel: str | None = None
    addressee: Mention | None = None
    about: Mention | None = None
    place: Place | None = None
    when: When | None = None
    inside: str | None = None
    confidence: Confidence
    by: Maker
    why: Reason | None = None

@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """People dead and injured, and people taking part, as the report gives them."""
    dead: Count | None = None
    injured: Count | None = None
    size: Count | None = None

@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom (PLOVER), when, where, and whether it happened. `actors` and `recipients` are actor ids."""
    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    trigger: Phrase
    place: Place | None = None
    when: When | None = None
    status: Status
    told_in: str | None = None
    quad: Quad
    counts: Counts = Counts()
    confidence: Confidence
    by: Maker
    why: Reason | None = None

@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What a position is about, so put that opposite sides share the wording."""
    label: str

@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a party stands on an issue, and under which condition. `voice` is the person who speaks for the party."""
    id: str
    party: str
    voice: str | None = None
    stance: Stance
    issue: Issue
    evidence: Phrase
    toward: str | None = None
    condition: Phrase | None = None
    told_in: str | None = None
    status: PositionStatus = "current"
    threat: bool = False
    when: When | None = None
    confidence: Confidence
    by: Maker
    why: Reason | None = None

@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that a stage could not know or did not do, and why."""
    stage: str
    reason: str

@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """Versions of this library and of the models that made a record."""
    communique: str
    models: dict[str, str] = field(default_factory=dict)

@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One report's record. Build one with `communique.read`; write it with `to_json`."""
    schema: Literal["communique.record/1"] = SCHEMA
    article: Article
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    gaps: tuple[Gap, ...] = ()
    made_by: MadeBy

    if TYPE_CHECKING:  # attached by `communique/__init__.py`, so that the nouns need nothing of ours
        def to_json(self) -> str: ...
        def _repr_html_(self) -> str: ...
