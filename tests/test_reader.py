"""The library's front door: what its options do, and which are refused."""

from __future__ import annotations

import pytest

import communique
from communique.errors import OptionError
from communique.verify import problems_of

TEXT = "“We tried,” Ada Holm said. Norway threatened to close the port, and Holm believes that it will."


def test_min_confidence_leaves_out_what_is_less_sure() -> None:
    every, sure = communique.read(TEXT), communique.read(TEXT, min_confidence=0.9)
    assert [part.text for one in sure.statements for part in one.content] == ["“We tried,”"]
    assert len(every.statements) > 1
    assert communique.load(min_confidence=0.9).read(TEXT) == sure
    assert communique.read(TEXT) == every
    assert list(problems_of(sure)) == []


@pytest.mark.parametrize("least", [-1.0, 1.5, float("nan")])
def test_a_min_confidence_that_is_none_is_refused(least: float) -> None:
    with pytest.raises(OptionError, match="from 0"):
        communique.load(min_confidence=least)
    with pytest.raises(OptionError, match="from 0"):
        communique.read(TEXT, min_confidence=least)
