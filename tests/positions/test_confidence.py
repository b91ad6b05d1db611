from __future__ import annotations

from collections.abc import Callable

from communique.parse import Doc
from communique.positions import find_positions
from communique.types import Record

Made = Callable[..., tuple[Doc, Record]]

WHO = {
    "Chile": ("state", "CHL", None, ("Chile",)),
    "Peru": ("state", "PER", None, ("Peru",)),
    "Ana Paz": ("person", None, None, ("Ana Paz",)),
}


def test_what_is_narrated_is_surer_than_what_is_told(made: Made) -> None:
    said = (("Peru rejected the plan", "Ana Paz"),)
    narrated, told = find_positions(*made("Chile rejected the plan. Ana Paz said Peru rejected the plan.", WHO, said)).positions
    assert narrated.confidence > told.confidence > 0


def test_surer_words_are_surer(made: Made) -> None:
    sure, weak = find_positions(*made("Peru vetoed the dam. Chile dismissed the dam.", WHO)).positions
    assert sure.confidence > weak.confidence
