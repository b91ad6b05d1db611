"""The tables: every row is one that the code can read, and every type has words."""

from __future__ import annotations

from typing import get_args

import pytest

from communique.events.lexicon import QUADS, classes, nouns, verbs
from communique.events.needs import NEEDS
from communique.events.nouns import NOUN_NEEDS
from communique.lexicon import table
from communique.vocabulary import EventType, Status

TYPES = set(get_args(EventType))


def test_every_type_has_a_quad_verbs_and_a_confidence() -> None:
    assert set(QUADS) == TYPES
    assert {entry.type for entries in verbs().values() for entry in entries} == TYPES
    assert {name for kind, name, _ in table("events", "confidence") if kind == "type"} == TYPES
    assert {name for kind, name, _ in table("events", "confidence") if kind == "status"} == set(get_args(Status))


def test_the_vocabulary_is_broad() -> None:
    assert len(verbs()) >= 400
    assert len(nouns()) >= 140


@pytest.mark.parametrize("lexicon", [verbs, nouns])
def test_types_are_plovers(lexicon: object) -> None:
    entries = lexicon()  # type: ignore[operator]
    assert {entry.type for rows in entries.values() for entry in rows} <= TYPES


def test_needs_are_known() -> None:
    for entries in verbs().values():
        assert all(need.lemmas or need.name in NEEDS for entry in entries for need in entry.needs)
    for entries in nouns().values():
        assert all(need.lemmas or need.name in NOUN_NEEDS for entry in entries for need in entry.needs)


def test_the_most_demanding_sense_comes_first() -> None:
    senses = verbs()["attack"]
    assert [bool(sense.needs[0].lemmas) for sense in senses] == sorted((bool(s.needs[0].lemmas) for s in senses), reverse=True)


def test_no_class_is_empty() -> None:
    assert all(classes().values())
