from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.lookup import Lookup
from communique.parse import Doc
from communique.positions import claims
from communique.positions.candidates import find_candidates
from communique.positions.party import Parties
from communique.positions.roles import Roles
from communique.positions.sides import Sides
from communique.types import Record

Made = Callable[..., tuple[Doc, Record]]

WHO = {
    "Ana Paz": ("person", None, None, ("Ana Paz", "she")),
    "Bo Lund": ("person", None, None, ("Bo Lund",)),
    "Chad": ("state", "TCD", None, ("Chad",)),
    "Niger": ("state", "NER", None, ("Niger",)),
}


def roles(doc: Doc, record: Record, word: str) -> dict[str, list[str]]:
    lookup = Lookup(record)
    found = Roles(record, lookup, Parties(lookup, Sides(record, lookup)))
    candidate = next(one for one in find_candidates(doc.tokens, claims(doc, lookup)) if one.head.text == word)
    names = {actor.id: actor.name for actor in record.actors}
    return {role: [names[party.actor] for party in parties] for role, parties in found.of(candidate).items()}


@pytest.mark.parametrize(
    ("text", "word", "role", "expected"),
    [
        ("Chad and Niger met Ana Paz.", "met", "subject", ["Chad", "Niger"]),
        ("Chad and Niger met Ana Paz.", "met", "object", ["Ana Paz"]),
        ("Ana Paz was met by Chad.", "met", "agent", ["Chad"]),
        ("Ana Paz heard that Chad built the dam.", "built", "over", ["Ana Paz"]),
        ("Chad's plan failed.", "failed", "owned", ["Chad"]),
        ("Chad rejected the plan.", "rejected", "rules", ["Chad"]),
        ("After Chad signed, nobody laughed.", "laughed", "before", ["Chad"]),
        ("The lake froze near Chad.", "froze", "sentence", ["Chad"]),
    ],
)
def test_roles_around_a_word(made: Made, text: str, word: str, role: str, expected: list[str]) -> None:
    assert roles(*made(text, WHO), word)[role] == expected


def test_who_speaks(made: Made) -> None:
    doc, record = made("Ana Paz said the dam was weak. The lake froze.", WHO, said=(("the dam was weak", "Ana Paz"),))
    assert roles(doc, record, "was")["speaker"] == ["Ana Paz"]
    after = roles(doc, record, "froze")
    assert after["last"] == ["Ana Paz"]
    assert "speaker" not in after


def test_features_of_parties(made: Made) -> None:
    doc, record = made("Chad met Niger.", WHO)
    lookup = Lookup(record)
    found = Roles(record, lookup, Parties(lookup, Sides(record, lookup)))
    (candidate,) = find_candidates(doc.tokens, [])
    first, second = found.describe(candidate, found.of(candidate)).values()
    assert {"subject", "subject|False", "kind|state|False"} <= set(first)
    assert "object" in second
    assert "subject" not in second
