from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.lookup import Lookup
from communique.parse import Doc
from communique.positions import claims
from communique.positions.candidates import find_candidates
from communique.positions.features import Describer
from communique.types import Record

Made = Callable[..., tuple[Doc, Record]]


def features(doc: Doc, record: Record, word: str) -> list[str]:
    lookup = Lookup(record)
    candidate = next(one for one in find_candidates(doc.tokens, claims(doc, lookup)) if one.head.text == word)
    return Describer(doc, record, lookup).features(candidate)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chad rejected the plan.", "rejected", {"claim=refuses", "lemma=reject", "dobj=plan", "near=plan"}),
        ("Chad did not build the dam.", "build", {"claim=None", "negated", "negated=build", "dobj=dam"}),
        ("The dam must be built.", "built", {"passive", "aux=must be", "aux=must:False"}),
        ("Will the dam hold?", "hold", {"question", "aux=will:False"}),
        ("We hate the dam, which is a provocation.", "hate", {"near.judged=opposes", "subject=we:False"}),
        ("The dam will flood farms", "flood", {"headline"}),
    ],
)
def test_words_and_mood(made: Made, text: str, word: str, expected: set[str]) -> None:
    assert expected <= set(features(*made(text, {}), word))


def test_what_the_record_knows(made: Made) -> None:
    who = {"Ana Paz": ("person", None, "LEG", ("Ana Paz", "she"))}
    doc, record = made("Ana Paz said she would build the dam.", who, said=(("she would build the dam", "Ana Paz"),))
    found = features(doc, record, "build")
    assert {"told=indirect:False", "speaker=person:LEG", "subject=speaker", "told.top:build"} <= set(found)
    assert len(found) == len(set(found))


def test_names_are_no_features(made: Made) -> None:
    assert not [name for name in features(*made("Chad likes Niger.", {}), "likes") if "chad" in name or "near=niger" in name]
