from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.parse import Doc
from communique.positions import find_positions
from communique.types import DateExpression, Record, When

Made = Callable[..., tuple[Doc, Record]]

WHO = {"Chile": ("state", "CHL", None, ("Chile",)), "Ana Paz": ("person", None, None, ("Ana Paz",))}


def with_date(doc: Doc, record: Record, words: str) -> Record:
    start = doc.article.text.index(words)
    span = (start, start + len(words))
    date = DateExpression(text=words, span=span, type="DATE", start="2020-05-04", end="2020-05-04", by="dates.test.v1")
    return replace(record, dates=(date,))


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Chile on Monday rejected the plan for the harbour.", True),
        ("Chile vowed to close the harbour on Monday.", False),
        ("Chile rejected the plan. It rained on Monday.", False),
    ],
)
def test_the_date_of_the_stance_itself(made: Made, text: str, dated: bool) -> None:
    doc, record = made(text, WHO)
    (position,) = find_positions(doc, with_date(doc, record, "Monday")).positions
    at = text.index("Monday")
    expected = When(start="2020-05-04", end="2020-05-04", span=(at, at + 6))
    assert position.when == (expected if dated else None)


def test_else_when_it_was_said(made: Made) -> None:
    doc, record = made("Ana Paz said Chile rejected the plan.", WHO, said=(("Chile rejected the plan", "Ana Paz"),))
    said = When(start="2020-05-05", end="2020-05-05")
    record = replace(record, statements=(replace(record.statements[0], when=said),))
    (position,) = find_positions(doc, record).positions
    assert position.when == said
