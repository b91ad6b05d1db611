from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.dossier.change import find_changes
from communique.dossier.held import Held
from communique.dossier.issues import Coded, find_issues, read_codebook
from communique.dossier.table import find_table
from communique.dossier.timeline import find_timeline
from communique.errors import OptionError


def taking(held: Callable[..., Held], id: str, stance: str, issue: str, day: str = "2031-05-06", **fields: object) -> Held:
    text = f"Iceland {stance} {issue}."
    return held(id, text, day=day, positions=[("ISL", stance, issue, text[:-1])], **fields)


def test_labels_that_mean_the_same_are_one_issue(held: Callable[..., Held]) -> None:
    a = taking(held, "a", "demands", "lifting tariffs on Icelandic cod")
    b = taking(held, "b", "demands", "lifting of tariffs on Iceland's cod")
    (issue,) = find_issues([a, b])
    assert issue.reports == 2
    assert len(issue.labels) == 2


def test_one_shared_word_is_not_enough(held: Callable[..., Held]) -> None:
    a = taking(held, "a", "demands", "lifting tariffs on cod")
    b = taking(held, "b", "demands", "closing harbours to cod smugglers")
    assert len(find_issues([a, b])) == 2


@pytest.mark.parametrize(
    "codebook",
    [
        "- issue: trade\n  words: [tariffs]\n",
        "trade: tariffs\n",
        "- issue: trade\n  examples: [lifting tariffs on Icelandic cod]\n",
    ],
)
def test_a_codebook_takes_precedence(held: Callable[..., Held], codebook: str) -> None:
    (issue,) = find_issues([taking(held, "a", "demands", "lifting tariffs on cod")], read_codebook(codebook))
    assert (issue.name, issue.coded) == ("trade", True)


@pytest.mark.parametrize("codebook", ["- 3\n", "trade", "- words: [x]\n", "[unclosed"])
def test_what_is_no_codebook(codebook: str) -> None:
    with pytest.raises(OptionError):
        read_codebook(codebook)


def test_a_cell_has_the_latest_stance_and_its_history(held: Callable[..., Held]) -> None:
    a = taking(held, "a", "demands", "lifting tariffs on cod")
    b = taking(held, "b", "accepts", "lifting tariffs on cod", "2031-05-09")
    (cell,) = find_table([a, b])
    assert (cell.party, cell.stance, cell.since, cell.reports) == ("Iceland", "accepts", "2031-05-09", 2)
    assert [step.stance for step in cell.history] == ["demands", "accepts"]


def test_two_tellers_of_one_day_contest_a_cell(held: Callable[..., Held]) -> None:
    a = taking(held, "a", "accepts", "lifting tariffs on cod")
    b = taking(held, "b", "refuses", "lifting tariffs on cod")
    (cell,) = find_table([a, b])
    assert cell.contested
    assert find_changes([a, b]) == ()


@pytest.mark.parametrize(("before", "after", "direction"), [("demands", "offers", "closer"), ("accepts", "refuses", "further")])
def test_a_stance_that_moves_is_an_entry(held: Callable[..., Held], before: str, after: str, direction: str) -> None:
    a = taking(held, "a", before, "lifting tariffs on cod")
    b = taking(held, "b", after, "lifting tariffs on cod", "2031-05-09")
    (move,) = find_changes([a, b])
    assert (move.before.stance, move.after.stance, move.direction) == (before, after, direction)


def test_a_copy_moves_nothing(held: Callable[..., Held]) -> None:
    a = taking(held, "a", "demands", "lifting tariffs on cod")
    b = taking(held, "b", "accepts", "lifting tariffs on cod", "2031-05-09", copy_of="a")
    assert find_changes([a, b]) == ()
    assert find_table([a, b])[0].reports == 1


def test_coded_by_words_before_examples() -> None:
    assert read_codebook("- issue: trade\n  words: [tariffs, quota]\n") == (Coded("trade", ("tariffs", "quota")),)


def test_the_timeline_goes_by_the_day_of_the_event(held: Callable[..., Held]) -> None:
    a = held("a", "Peru signed a copper treaty.", events=[("signed", "AGREE", "PER", "2031-05-04")], story="copper")
    b = held("b", "Norway boarded the trawler Frigg.", events=[("boarded", "COERCE", "NOR", "2031-05-02")])
    c = held("c", "Chile sent tents to the flooded valley.", events=[("sent", "AID", "CHL", None)], story="flood")
    entries = find_timeline([a, b, c])
    assert [entry.day for entry in entries] == ["2031-05-02", "2031-05-04", None]
    assert entries[2].told == "2031-05-06"
