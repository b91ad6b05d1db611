"""Decoding: the best legal tags, the nearest likely join."""

from __future__ import annotations

import numpy as np
import pytest

from communique.statements.decode import TAGS, best_tags, bucket, decode, spans_of
from communique.statements.windows import Window


def scores(*tags: str, sure: float = 0.9) -> np.ndarray:  # type: ignore[type-arg]
    out = np.full((len(tags), len(TAGS)), np.log((1 - sure) / (len(TAGS) - 1)), dtype=np.float32)
    for i, tag in enumerate(tags):
        out[i, TAGS.index(tag)] = np.log(sure)
    return out


@pytest.mark.parametrize(
    ("given", "best"),
    [
        (["B-source", "B-cue", "B-content", "I-content"], ["B-source", "B-cue", "B-content", "I-content"]),
        (["O", "I-content", "I-content"], ["O", "B-content", "I-content"]),
        (["B-cue", "I-content", "I-content"], ["B-cue", "B-content", "I-content"]),
    ],
)
def test_nothing_goes_on_that_has_not_begun(given: list[str], best: list[str]) -> None:
    figures = scores(*given)
    for i, tag in enumerate(best):
        figures[i, TAGS.index(tag)] = np.maximum(figures[i, TAGS.index(tag)], np.log(0.3))
    assert [TAGS[tag] for tag in best_tags(figures)] == best


def test_runs_of_tags_are_spans() -> None:
    tags = [TAGS.index(t) for t in ("B-source", "I-source", "B-source", "O", "B-cue", "B-content", "I-content")]
    assert spans_of(tags) == {"source": [(0, 2), (2, 3)], "cue": [(4, 5)], "content": [(5, 7)]}


def test_distances_are_logarithmic_and_signed() -> None:
    assert bucket(np.array([0, 1, -1, 3, 10**6])).tolist() == [20, 22, 18, 24, 40]


def links(width: int, *, none: float) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    """Scorers that look at distance alone: the nearer the better."""
    near = -np.abs(np.arange(41) - 20).astype(np.float32)
    out: dict[str, np.ndarray] = {"no_source": np.zeros(2 * width, np.float32), "no_source_bias": np.float32([none])}  # type: ignore[type-arg]
    for name in ("content_cue", "cue_source"):
        out |= {name: np.zeros((3, 3), np.float32), f"{name}_distance": near}
        for side in ("left", "right"):
            out |= {
                f"{name}_{side}_weight": np.zeros((2 * width, 2), np.float32),
                f"{name}_{side}_bias": np.zeros(2, np.float32),
            }
    return out


def window(words: int) -> Window:
    return Window(tuple(range(words)), (0,) * words, tuple((3 * i, 3 * i + 2) for i in range(words)), tuple(range(words)))


TWO = ("B-source", "B-cue", "B-content", "O", "O", "O", "B-source", "B-cue", "B-content", "I-content")


def test_each_content_goes_to_its_cue_and_each_cue_to_its_source() -> None:
    found = decode(window(10), scores(*TWO), np.zeros((10, 4), np.float32), links(4, none=-50))
    assert [(one.source, one.cue, one.content) for one in found] == [((0, 1), (1, 2), ((2, 3),)), ((6, 7), (7, 8), ((8, 10),))]
    assert all(0 < one.sure < 1 for one in found)


def test_a_cue_may_have_no_source() -> None:
    found = decode(window(10), scores(*TWO), np.zeros((10, 4), np.float32), links(4, none=50))
    assert [one.source for one in found] == [None, None]


def test_content_without_any_cue_stands_alone() -> None:
    (found,) = decode(window(2), scores("B-content", "I-content"), np.zeros((2, 4), np.float32), links(4, none=0))
    assert (found.source, found.cue, found.content) == (None, None, ((0, 2),))
