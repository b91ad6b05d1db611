from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.positions import find_positions
from communique.types import Record

Made = Callable[..., tuple[Doc, Record]]

WHO = {
    "Peru": ("state", "PER", None, ("Peru", "Peruvian")),
    "Chile": ("state", "CHL", None, ("Chile",)),
    "River League": ("organization", None, None, ("River League",)),
    "farmers": ("group", None, None, ("farmers",)),
}


@pytest.mark.parametrize(
    ("text", "toward"),
    [
        ("Chile urged Peru to open the port.", "Peru"),
        ("Chile signed a pact with Peru on the port.", "Peru"),
        ("Chile condemned Peru's tests.", "Peru"),
        ("Chile rejected a Peruvian plan.", "Peru"),
        ("Chile opposes sanctions against the River League.", "River League"),
        ("Chile opposes the plan for the farmers.", None),
        ("Chile supports the plan of Peru.", None),
        ("Chile rejected the plan.", None),
    ],
)
def test_the_other_party(made: Made, text: str, toward: str | None) -> None:
    doc, record = made(text, WHO)
    names = {actor.id: actor.name for actor in record.actors}
    position = next(one for one in find_positions(doc, record).positions if names[one.party] == "Chile")
    assert (names[position.toward] if position.toward else None) == toward
