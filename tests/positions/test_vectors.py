from __future__ import annotations

import numpy as np

from communique.positions.vectors import Vectors

VECTORS = Vectors({"dam": 0, "river": 1}, np.array([[1.0, 0.0], [0.0, 2.0]], np.float32))


def test_each_part_of_a_clause_has_its_mean() -> None:
    (found,) = VECTORS.means([["lemma=dam", "near=dam", "near=river", "over=river:ccomp", "tag=VB", "near=unheard"]])
    assert found.tolist() == [1.0, 0.0, 0.5, 1.0, 0.0, 0.0, 0.0, 2.0]
    assert VECTORS.width == 8


def test_no_known_words_give_zeros() -> None:
    assert not VECTORS.means([["lemma=unheard"]]).any()
