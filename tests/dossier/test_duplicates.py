"""Copies: exact, trimmed, edited, cut short; and what is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from communique.dossier.duplicates import are_alike, copies, is_within, runs_of
from communique.dossier.held import Held, ordered
from communique.types import Furniture, Record

WIRE = [
    "Fishing talks between Norway and Iceland ended on Monday without a deal on cod quotas.",
    "The two delegations had met for four days in a hotel on the harbour front of Bergen.",
    "Officials from both sides said the gap had narrowed to some nine thousand tonnes a year.",
    "A mediator from the regional fisheries board will travel to both capitals next week.",
    "Skippers in the northern ports had warned that boats would stay tied up through spring.",
    "Exports of dried cod bring in more than a tenth of what the islands earn abroad.",
    "No date has been set for another round, a spokesman for the board told reporters.",
]
OTHER = [
    "Voters in the capital chose a new mayor on Sunday after a long and bitter campaign.",
    "Turnout rose to a record as queues formed outside schools before the doors had opened.",
    "The winner promised cheaper trams, a second hospital and a park beside the old dock.",
    "Her opponent conceded shortly before midnight and asked supporters to go home in peace.",
    "The council will meet for the first time in its new composition later this month.",
]


@pytest.fixture
def report(made: Callable[..., Record]) -> Callable[..., Held]:
    def build(id: str, lines: list[str], day: int | None = 5) -> Held:
        return Held(id, made(id, "\n".join(lines) + "\n"), date(2019, 3, day) if day else None)

    return build


Report = Callable[..., Held]


@pytest.mark.parametrize(
    ("copy", "is_copy"),
    [
        (WIRE, True),
        (["Cod talks collapse in Bergen", *WIRE], True),
        (WIRE[:-1], True),
        (WIRE[:3], True),
        ([*WIRE[:4], "Our correspondent adds that the hotel ran out of coffee on the second day.", *WIRE[4:]], True),
        ([line.replace("said", "said late on Monday") for line in WIRE], True),
        ([WIRE[0], *OTHER], False),
        (WIRE[:1], False),
        (OTHER, False),
        ([WIRE[2], WIRE[5], *OTHER, WIRE[0]], False),
    ],
)
def test_copies_of_a_wire_story(report: Report, copy: list[str], is_copy: bool) -> None:
    found = copies(ordered([report("wire", WIRE, 4), report("copy", copy, 5)]))
    assert found == ({"copy": "wire"} if is_copy else {})


def test_a_short_report_in_a_long_one_is_its_copy_though_it_came_first(report: Report) -> None:
    found = copies(ordered([report("flash", WIRE[:3], 3), report("full", WIRE + OTHER, 5)]))
    assert found == {"flash": "full"}


def test_what_two_reports_both_cut_from_does_not_join_them(report: Report) -> None:
    first, second = [*WIRE[:3], *OTHER], [*WIRE[:3], *[line.upper()[::-1] for line in OTHER]]
    found = copies(ordered([report("short", WIRE[:3]), report("a", first), report("b", second)]))
    assert set(found) == {"short"}


def test_the_original_is_nobodys_copy(report: Report) -> None:
    reports = [
        report("d", WIRE, 4),
        report("c", WIRE[:6], 5),
        report("b", WIRE, 3),
        report("a", WIRE[:3], 2),
        report("e", OTHER),
    ]
    found = copies(ordered(reports))
    assert found == {"a": "b", "c": "b", "d": "b"}
    assert copies(ordered(reversed(reports))) == found


def test_reports_without_a_day_come_after_dated_ones(report: Report) -> None:
    assert copies(ordered([report("a", WIRE, None), report("b", WIRE, 9)])) == {"a": "b"}


def test_furniture_is_not_compared(report: Report) -> None:
    def framed(id: str, lines: list[str]) -> Held:
        one = report(id, [*lines, *WIRE])
        until = len("\n".join(lines))
        article = replace(one.record.article, furniture=(Furniture(kind="related", span=(0, until)),))
        return replace(one, record=replace(one.record, article=article))

    assert copies(ordered([framed("a", OTHER), framed("b", [line[::-1] for line in OTHER])])) == {"b": "a"}


@pytest.mark.parametrize("text", ["", "...", "One"])
def test_reports_of_next_to_no_words(report: Report, text: str) -> None:
    found = copies(ordered([report("a", [text]), report("b", [text + " "])]))
    assert found == ({"b": "a"} if text == "One" else {})


def test_runs() -> None:
    assert runs_of("a b c d e".split()) == {"a b c d", "b c d e"}
    assert runs_of(["a", "b"]) == {"a b"}
    assert runs_of([]) == frozenset()
    few, many = runs_of([str(n) for n in range(10)]), runs_of([str(n) for n in range(60)])
    assert not are_alike(few, runs_of([str(n) for n in range(9)]))
    assert not is_within(few, many)
    assert is_within(runs_of([str(n) for n in range(30)]), many)
