from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from communique.positions.learned import STANCES, Judge, read_judge
from communique.positions.sides import Party
from communique.positions.vectors import Vectors

SETTINGS = {"least": [0.1, 0.4], "curve": [[0.0, 0.2], [1.0, 0.6]]}


def judge(scale: float = 1.0) -> Judge:
    """Two equal networks of one hidden number: `yes` tells a refusal, `no` nothing; `aye` is known by its vector alone."""
    refuses = 1 + STANCES.index("refuses")
    out = np.zeros((2, 1, 1 + len(STANCES)), np.float32)
    out[:, 0, refuses] = 4.0
    out_bias = np.zeros((2, 1 + len(STANCES)), np.float32)
    out_bias[:, 0] = 4.0
    dense = np.zeros((4, 2), np.float32)
    dense[0] = 1.0
    return Judge(
        rows={"yes": 0, "no": 1},
        vectors=Vectors({"aye": 0}, np.array([[2.0]], np.float32)),
        names=np.array([[2.0, 2.0], [-2.0, -2.0]], np.float32) * scale,
        dense=dense,
        bias=np.zeros(2, np.float32),
        out=out,
        out_bias=out_bias,
        party={"speaker": 1.0, "object": -1.0},
        least=(0.1, 0.4),
        curve=np.array(SETTINGS["curve"], np.float32),
        version="t",
    )


def test_features_decide_and_unknown_ones_count_nothing() -> None:
    yes, no, nothing = judge().judge([["yes", "other"], ["no"], []])
    assert yes.stance == "refuses"
    assert yes.sure > 0.9 > 0.3 > no.sure
    assert no == nothing


def test_a_word_that_training_never_saw_counts_by_its_vector() -> None:
    known, other = judge().judge([["lemma=aye"], ["lemma=nay"]])
    assert known.sure > 0.9 > other.sure


def test_no_candidates_no_verdicts() -> None:
    assert judge().judge([]) == []


def test_parties_are_ranked_and_of_equals_the_first_named_leads() -> None:
    ranked = judge().rank({Party("a1"): ["object"], Party("a2"): ["speaker"], Party("a3"): ["speaker", "unheard"]})
    assert [party.actor for _, party in ranked] == ["a2", "a3", "a1"]
    assert sum(share for share, _ in ranked) == pytest.approx(1.0)
    assert judge().rank({}) == []


def test_confidence_follows_the_curve() -> None:
    assert [judge().confidence(raw) for raw in (0.0, 0.5, 1.0)] == [0.2, 0.4, 0.6]


def test_a_judge_is_read_from_its_files(tmp_path: Path) -> None:
    made = judge(0.5)
    np.savez(tmp_path / "words.npz", words=["aye"], table=np.array([[4]], np.int8), scale=np.float32(0.5))
    np.savez(
        tmp_path / "weights.npz", features=["yes", "no"], names=np.array([[2, 2], [-2, -2]], np.int8), scale=np.float32(0.5),
        dense=made.dense, bias=made.bias, out=made.out, out_bias=made.out_bias,
        parties=["speaker", "object"], ranks=[1.0, -1.0],
    )  # fmt: skip
    read = read_judge(tmp_path, SETTINGS, "t")
    cases = [["yes"], ["no"], ["lemma=aye"]]
    assert read.judge(cases) == made.judge(cases)
    assert (read.least, read.party) == (made.least, made.party)
