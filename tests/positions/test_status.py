from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.positions import find_positions
from communique.types import Record

Made = Callable[..., tuple[Doc, Record]]

WHO = {"Chile": ("state", "CHL", None, ("Chile",))}


@pytest.mark.parametrize(
    ("text", "threat"),
    [
        ("Chile vowed to bomb the harbour.", True),
        ("Chile threatened to close the harbour.", True),
        ("Chile vowed to rebuild the harbour.", False),
        ("Chile opposes firing guards.", False),
    ],
)
def test_threats(made: Made, text: str, threat: bool) -> None:
    (position,) = find_positions(*made(text, WHO)).positions
    assert position.threat == threat


@pytest.mark.parametrize(
    ("text", "status"), [("Chile originally opposed the plan.", "past"), ("Chile opposes the plan.", "current")]
)
def test_status(made: Made, text: str, status: str) -> None:
    (position,) = find_positions(*made(text, WHO)).positions
    assert position.status == status
