"""The constructed coverage of the summit in Hanoi, as the example promises it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.dossier import Dossier

HANOI = Path(__file__).parents[2] / "examples" / "hanoi"


@pytest.fixture(scope="module")
def hanoi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    with Dossier(tmp_path_factory.mktemp("hanoi") / "hanoi.db") as dossier:
        assert len(list(dossier.add(HANOI))) == 5
        yield dossier


def test_all_sanctions_against_part_of_them(hanoi: Dossier) -> None:
    found = [one for one in hanoi.disagreements() if one.kind == "position"]
    assert any("whole against part" in one.reason and "partial removal" in one.b.text for one in found)


def test_the_denial_of_an_end_to_all_sanctions(hanoi: Dossier) -> None:
    assert any("denied that his country had demanded" in one.b.text for one in hanoi.disagreements() if one.kind == "denial")


def test_a_quote_in_three_reports_is_one_and_the_wire_copy_counts_once(hanoi: Dossier) -> None:
    quotes = [quote for quote in hanoi.quotes() if "No agreement was reached" in quote.variants[-1].passage.text]
    assert [len({variant.passage.report for variant in quote.variants}) for quote in quotes] == [3]
    assert quotes[0].outlets == 2
