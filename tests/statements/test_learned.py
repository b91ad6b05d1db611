"""The shipped model finds plain speech, the same every time; rules can do without it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import communique
from communique.models.store import is_shipped
from communique.parse import Doc
from communique.statements.detect import detect
from communique.statements.found import Found
from communique.statements.learned import detect_learned

pytestmark = pytest.mark.skipif(not is_shipped("statements"), reason="the statement model is not part of this checkout")

TEXT = (
    "“We asked for one thing,” Foreign Minister Ada Holm told reporters on Monday. “They would not hear of it.”\n"
    "Officials in Oslo believe that the talks will resume in May, according to two diplomats."
)


def _found(doc: Doc) -> list[Found]:
    return detect_learned(doc, detect(doc))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“The talks are over,” Ada Holm said.", "Ada Holm", "said", "“The talks are over,”"),
        ("Ada Holm said that the talks were over.", "Ada Holm", "said", "the talks were over"),
        ("The ministry believes the offer is genuine.", "The ministry", "believes", "the offer is genuine"),
    ],
)
def test_plain_speech(parsed: Callable[..., Doc], text: str, source: str, cue: str, content: str) -> None:
    doc = parsed(text)
    (found,) = _found(doc)
    assert found.source and doc.text(found.source) == source
    assert found.cue and doc.text(found.cue) == cue
    assert content in doc.text(found.content[0])
    assert 0 < found.confidence <= 1


def test_the_same_every_time(parsed: Callable[..., Doc]) -> None:
    assert _found(parsed(TEXT)) == _found(parsed(TEXT))


@pytest.mark.parametrize("text", ["", "(" * 50, "\n\n", "“", "a" * 3000])
def test_nothing_to_find(parsed: Callable[..., Doc], text: str) -> None:
    assert _found(parsed(text)) == []


def test_records_name_the_model_and_rules_do_without() -> None:
    record = communique.read(TEXT)
    assert record.made_by.models["communique-statements"] == "2"
    assert "statements.tagger.v2" in {statement.by for statement in record.statements}
    ruled = communique.load(model="rules").read(TEXT)
    assert {statement.by for statement in ruled.statements} == {"statements.rules.v1"}
    assert "communique-statements" not in ruled.made_by.models
