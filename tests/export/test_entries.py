from __future__ import annotations

from dataclasses import replace

from communique.export.entries import Entries, because, says
from communique.types import Record


def test_keys_lines_and_confidence(lake_talks: Record) -> None:
    entries = {entry.key: entry for entry in Entries(lake_talks)}
    assert list(entries) == ["s1", "s2", "e1", "e2", "p1", "p2", "p3", "a1", "a2", "a3", "d1", "d2", "l1"]
    assert entries["s2"].line == "no speaker says: the offer was “an insult”"
    assert entries["e1"].line == "REJECT Arland, Borduria: ‘ended without any agreement’ (happened, 14 Mar 2024)"
    assert entries["p3"].line == "Arland offers: opening the dam — if they withdraw"
    assert entries["a3"].line == "Ana Sato, president"
    assert entries["d2"].line == "May: day not known"
    assert entries["l1"].line == "Geneva, CHE"
    assert (entries["s2"].confidence, entries["a1"].confidence) == (0.4, None)


def test_ids_that_are_no_anchors_are_replaced(lake_talks: Record) -> None:
    odd = replace(lake_talks.statements[0], id='s1" onload="x')
    entries = Entries(replace(lake_talks, statements=(odd,)))
    assert entries.of(odd).key == "s1"
    assert entries.named("statement", odd.id) is entries.of(odd)
    twice = replace(lake_talks, events=tuple(replace(event, id="e9") for event in lake_talks.events))
    assert [entry.key for entry in Entries(twice) if entry.kind == "event"] == ["e1", "e2"]
    dates = replace(lake_talks, statements=(replace(lake_talks.statements[0], id="d1"),))
    assert len({entry.key for entry in Entries(dates)}) == len(Entries(dates).all)


def test_why_an_entry_is_there(lake_talks: Record) -> None:
    first, second = list(Entries(lake_talks))[:2]
    text = lake_talks.article.text
    assert because(first, text) == "statements.rules.v1, cue-verb: ‘said’"
    assert because(second, text) == "statements.rules.v1"


def test_who_tells_it(lake_talks: Record) -> None:
    names = Entries(lake_talks).names
    assert names.teller(lake_talks.positions[0]) == "Ana Sato"
    assert names.teller(replace(lake_talks.positions[0], told_in="s2")) == "a source"
    assert names.teller(lake_talks.events[0]) is None
    assert names.parties(replace(lake_talks.events[0], actors=(), recipients=("a2",))) == "? → Borduria"


def test_what_was_not_said_is_put_so(lake_talks: Record) -> None:
    said = replace(lake_talks.statements[0], channel=None)
    assert [says(replace(said, manner=manner)) for manner in ("say", "deny", "not deny")] == ["says", "denies", "does not deny"]
