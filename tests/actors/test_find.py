"""The stage as a whole, on small reports of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.types import Record


def test_full_names_surnames_and_states(record_of: Callable[..., Record]) -> None:
    text = "French Foreign Minister Claire Dubois met reporters. Dubois said France would wait. She left early."
    record = record_of(text, stages=["actors"])
    person = next(a for a in record.actors if a.name == "Claire Dubois")
    assert (person.kind, person.country, person.sector) == ("person", "FRA", "GOV")
    assert [text[s:e] for s, e in person.mentions] == ["French Foreign Minister Claire Dubois", "Dubois", "She"]
    state = next(a for a in record.actors if a.kind == "state")
    assert [text[s:e] for s, e in state.mentions] == ["French", "France"]


@pytest.mark.parametrize("text", ["", " ", "word", "?!...", "\n\n", "“", "((((", "He he his", "'s", "The the the"])
def test_poor_texts_raise_nothing(record_of: Callable[..., Record], text: str) -> None:
    record_of(text, stages=["actors", "voices"])
