"""What the readers of verbs and nouns hand on: one mention of one event, before mentions are joined into events."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from communique.events.lexicon import Entry
from communique.events.parties import Ids
from communique.vocabulary import EventType, Status


@dataclass(slots=True)
class Find:
    """One mention of an event.

    `anchor` is the verb that carries its tense and date; `about` a noun whose event says who is meant ("condemned the
    attack"); `weak` means that the mention only refers back to an event told before ("the test"), unless it is an `orphan`,
    unmistakable without a party ("a flurry of missile launches"). `sorts` tell apart what shares a type (nuclear, missile).
    `claimants` say that they did it ("claimed responsibility for the attack").
    `confidence` is the detector's own, 0 to 1; None leaves it to the measured shares of the rules (confidence.tsv).
    """

    token: Token
    entry: Entry
    type: EventType
    actors: Ids
    recipients: Ids
    status: Status
    anchor: Token
    about: Token | None = None
    weak: bool = False
    definite: bool = False
    sorts: frozenset[str] = frozenset()
    orphan: bool = False
    within: EventType | None = None
    nominal: bool = False
    confidence: float | None = None
    claimants: Ids = ()
