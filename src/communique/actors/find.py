"""The stage: names, then states, people and bodies, then descriptions, then pronouns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from communique.actors.bodies import find_bodies
from communique.actors.camps import find_camps
from communique.actors.descriptions import find_descriptions
from communique.actors.drafts import finished
from communique.actors.kb import Knowledge, load_knowledge
from communique.actors.people import find_people
from communique.actors.plurals import find_plurals
from communique.actors.pronouns import find_pronouns
from communique.actors.reading import Reading, begin
from communique.actors.relations import find_relations
from communique.actors.sole import find_seated, find_sole_bearers
from communique.actors.states import complete_states, find_korea, find_states
from communique.parse import Doc
from communique.types import Record


def find_actors(doc: Doc, record: Record, *, kb: Path | None = None) -> Record:
    """The record with everyone who acts, speaks or is acted on, and all their mentions (character spans, end exclusive).

    `kb` is a user's knowledge file, which beats ours. Raises ReadError where it has a fault.
    """
    if not len(doc.tokens):
        return record
    reading = read_names(doc, load_knowledge(kb))
    find_pronouns(reading)
    find_relations(reading)
    complete_states(reading)
    return replace(record, actors=finished(reading.drafts()))


def read_names(doc: Doc, knowledge: Knowledge) -> Reading:
    """A reading with names and descriptions found, before anything that refers back is resolved."""
    reading = begin(doc, knowledge)
    find_people(reading)
    find_bodies(reading)
    find_camps(reading)
    find_states(reading)
    find_korea(reading)
    find_plurals(reading)
    find_descriptions(reading)
    find_sole_bearers(reading)
    find_seated(reading)
    return reading
