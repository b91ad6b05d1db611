"""The library's front door: what its options do, and which are refused."""

from __future__ import annotations

import pytest

import communique
from communique.errors import OptionError
from communique.verify import problems_of

TEXT = "“We tried,” Ada Holm said. Norway threatened to close the port, and Holm believes that it will."


def test_min_confidence_leaves_out_what_is_less_sure() -> None:
    every = communique.read(TEXT)
    least = max(one.confidence for one in every.statements)
    sure = communique.read(TEXT, min_confidence=least)
    assert {one.id for one in sure.statements} == {one.id for one in every.statements if one.confidence >= least}
    assert 0 < len(sure.statements) < len(every.statements)
    assert communique.load(min_confidence=least).read(TEXT) == sure
    assert communique.read(TEXT) == every
    assert list(problems_of(sure)) == []


@pytest.mark.parametrize("least", [-1.0, 1.5, float("nan")])
def test_a_min_confidence_that_is_none_is_refused(least: float) -> None:
    with pytest.raises(OptionError, match="from 0"):
        communique.load(min_confidence=least)
    with pytest.raises(OptionError, match="from 0"):
        communique.read(TEXT, min_confidence=least)
