"""States of words stay with a report, each word's by its place."""

from __future__ import annotations

import numpy as np
import spacy

from communique.models.states import States, keep, kept


def test_words_by_their_place() -> None:
    states = States("1")
    hidden = np.arange(12, dtype=np.float32).reshape(6, 2)
    states.add([(0, 4), (5, 8)], [1, 3], hidden)
    states.add([(9, 12)], [2], hidden + 100)
    assert [states.word_at(offset) for offset in (0, 3, 5, 8, 11, 99)] == [0, 0, 1, 1, 2, 2]
    assert states.windows == [0, 0, 1]
    vectors = states.vectors()
    assert vectors[:3].tolist() == [[2, 3], [6, 7], [104, 105]]
    assert vectors[-1 - 0].tolist() == [0, 1]
    assert vectors[-1 - 1].tolist() == [100, 101]


def test_kept_with_the_report() -> None:
    tokens = spacy.blank("en")("Peru left.")
    assert kept(tokens) is None
    keep(tokens, States("1"))
    assert kept(tokens) is None, "no words were read"
    states = States("1")
    states.add([(0, 4)], [0], np.zeros((1, 2), np.float32))
    keep(tokens, states)
    assert kept(tokens) is states
