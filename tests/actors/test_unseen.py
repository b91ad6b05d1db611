"""Names that neither lists nor the parser know."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.actors.unseen import unseen_names
from communique.parse import Doc


@pytest.fixture
def without_entities(parsed: Callable[..., Doc]) -> Callable[[str], Doc]:
    def build(text: str) -> Doc:
        doc = parsed(text)
        doc.tokens.set_ents([])
        return doc

    return build


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Martin Brekke left the room.", [("Martin Brekke", "person")]),
        ("The port is shut, Brekke said.", [("Brekke", "person")]),
        ("Harbour Coach Action said it would sue.", [("Harbour Coach Action", "organization")]),
        ("Police said nothing.", []),
        ("Harbour fees fell.", []),
    ],
)
def test_unseen_names(without_entities: Callable[[str], Doc], text: str, found: list[tuple[str, str]]) -> None:
    doc = without_entities(text)
    names = [(doc.tokens[n.first : n.last + 1].text, n.kind) for n in unseen_names(doc.tokens, frozenset())]
    assert names == found


def test_what_is_named_already_is_left_alone(without_entities: Callable[[str], Doc]) -> None:
    doc = without_entities("Martin Brekke left the room.")
    assert not list(unseen_names(doc.tokens, frozenset({1})))
