"""Tellers at the end of a sentence that the tree does not give: by position."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.statements import detect

_LONG = "The fleet (three ships, 9:57pm local time / 4:57 pm in Oslo) reached the port of Kirkenes at 7:12am"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (f"{_LONG}, Norsk Presse reported.", "Norsk Presse", "reported", _LONG),
        (f"{_LONG}, reported Norsk Presse.", "Norsk Presse", "reported", _LONG),
        ("The talks have failed, Ode said, as quoted by Norsk Presse.", "Norsk Presse", "as quoted by", None),
    ],
)
def test_tellers_behind_the_sentence(parsed: Callable[..., Doc], text: str, source: str, cue: str, content: str | None) -> None:
    doc = parsed(text)
    rows = [(doc.text(f.source or (0, 0)), doc.text(f.cue or (0, 0)), doc.text(f.content[0])) for f in detect(doc)]
    assert (source, cue, content or "The talks have failed, Ode said") in rows


@pytest.mark.parametrize(
    "text",
    [
        "The minister, a lawyer, said nothing.",
        "The port was shut, which the council noted.",
        "The port was shut, and nobody was told.",
    ],
)
def test_not_every_end_tells(parsed: Callable[..., Doc], text: str) -> None:
    assert [found for found in detect(parsed(text)) if found.rule in {"sentence-end", "passed-on"}] == []


def test_a_quotation_passed_on_is_told_twice(parsed: Callable[..., Doc]) -> None:
    doc = parsed("“The talks have failed,” Ode said as cited by Norsk Presse.")
    rows = [(doc.text(found.source or (0, 0)), doc.text(found.content[0])) for found in detect(doc)]
    assert rows == [("Ode", "“The talks have failed,”"), ("Norsk Presse", "“The talks have failed,” Ode said")]
