"""The lexicon: every row is whole, and the code finds it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.lexicon import table
from communique.parse import Doc
from communique.statements.cues import is_another_verb, lemma_of, nouns, quoting, verb_channel, verbs


def test_every_frame_has_a_precision_between_0_and_1() -> None:
    for cues in (verbs(), nouns()):
        assert cues
        assert all(0 < precision <= 1 for cue in cues.values() for precision in cue.frames.values())


def test_no_cue_stands_twice_in_a_table() -> None:
    for name, width in (
        ("verbs", 2),
        ("nouns", 2),
        ("manners", 1),
        ("channels", 1),
        ("quoting", 1),
        ("partners", 2),
        ("headlines", 1),
    ):
        keys = [row[:width] for row in table("statements", name)]
        assert len(keys) == len(set(keys)), name


def test_verbs_say_and_accuse() -> None:
    assert {"say", "tell", "write"} <= quoting()
    assert verbs()["say"].frames["clause"] > 0.7
    assert "object-as" in verbs()["accuse"].frames


def test_what_the_lemmatizer_misreads_is_mended() -> None:
    assert lemma_of("hop") == "hope"
    assert lemma_of("Say") == "say"


def test_channels_of_verbs() -> None:
    assert verb_channel("tweet") == "tweet"
    assert verb_channel("say") is None


@pytest.mark.parametrize(
    ("text", "verb", "other"),
    [
        ("Ode called off the talks.", 1, True),
        ("The storm ripped up roads.", 2, True),
        ("Ode played down the talks.", 1, False),
        ("Ode pointed out that the talks failed.", 1, False),
        ("Ode called the plan a trap.", 1, False),
    ],
)
def test_a_particle_may_make_another_verb(parsed: Callable[..., Doc], text: str, verb: int, other: bool) -> None:
    assert is_another_verb(parsed(text).tokens[verb]) is other
