"""What is not sure enough leaves the record, and nothing points at it any more."""

from __future__ import annotations

import pytest

from communique.errors import OptionError
from communique.threshold import above, checked_confidence
from communique.types import (
    Actor,
    Article,
    Event,
    Gap,
    Issue,
    MadeBy,
    Phrase,
    Position,
    Record,
    Statement,
)
from communique.verify import problems_of

TEXT = "Ode said Holm claimed Berg had left."


def statement(id: str, confidence: float, inside: str | None) -> Statement:
    said = Phrase(text="Berg had left", span=(22, 35))
    return Statement(id=id, kind="indirect", content=(said,), inside=inside, confidence=confidence, by="statements.rules.v1")


def event(id: str, confidence: float, told_in: str | None) -> Event:
    left = Phrase(text="left", span=(31, 35))
    return Event(
        id=id, type="RETREAT", trigger=left, status="happened", told_in=told_in, quad="material cooperation",
        confidence=confidence, by="events.rules.v1",
    )  # fmt: skip


def position(id: str, confidence: float, told_in: str | None) -> Position:
    return Position(
        id=id, party="a1", stance="demands", issue=Issue(label="leaving"), evidence=Phrase(text="left", span=(31, 35)),
        told_in=told_in, confidence=confidence, by="positions.rules.v1",
    )  # fmt: skip


def record(sure: tuple[float, float, float], events: tuple[Event, ...] = (), positions: tuple[Position, ...] = ()) -> Record:
    """Three statements, each told in the one before, with these confidences."""
    told = (statement("s1", sure[0], None), statement("s2", sure[1], "s1"), statement("s3", sure[2], "s2"))
    return Record(
        article=Article(id="r", text=TEXT),
        actors=(Actor(id="a1", name="Berg", kind="person", mentions=((22, 26),)),),
        statements=told, events=events, positions=positions, made_by=MadeBy(communique="0"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sure", "kept"),
    [
        ((0.9, 0.9, 0.9), [("s1", None), ("s2", "s1"), ("s3", "s2")]),
        ((0.9, 0.3, 0.9), [("s1", None), ("s3", "s1")]),
        ((0.3, 0.9, 0.9), [("s2", None), ("s3", "s2")]),
        ((0.3, 0.3, 0.9), [("s3", None)]),
        ((0.9, 0.5, 0.49), [("s1", None), ("s2", "s1")]),
        ((0.3, 0.3, 0.3), []),
    ],
)
def test_a_statement_is_inside_the_next_one_that_stays(
    sure: tuple[float, float, float], kept: list[tuple[str, str | None]]
) -> None:
    out = above(record(sure), 0.5)
    assert [(one.id, one.inside) for one in out.statements] == kept
    assert list(problems_of(out)) == []


@pytest.mark.parametrize(
    ("sure", "told_in", "kept"),
    [
        ((0.9, 0.9, 0.9), "s3", ["s3"]),
        ((0.9, 0.3, 0.3), "s3", ["s1"]),
        ((0.3, 0.3, 0.3), "s3", []),
        ((0.3, 0.9, 0.9), "s1", []),
        ((0.3, 0.3, 0.3), None, [None]),
    ],
)
def test_what_nobody_is_left_to_tell_goes_too(
    sure: tuple[float, float, float], told_in: str | None, kept: list[str | None]
) -> None:
    out = above(record(sure, (event("e1", 0.8, told_in),), (position("p1", 0.8, told_in),)), 0.5)
    assert [one.told_in for one in out.events] == kept
    assert [one.told_in for one in out.positions] == kept
    assert list(problems_of(out)) == []


def test_unsure_events_and_positions_go_and_gaps_say_how_many() -> None:
    events = (event("e1", 0.4, None), event("e2", 0.6, None))
    out = above(record((0.9, 0.9, 0.3), events, (position("p1", 0.2, "s1"),)), 0.5)
    assert ([one.id for one in out.events], out.positions) == (["e2"], ())
    assert out.gaps == (
        Gap(stage="statements", reason="1 of 3 less sure than 0.5 left out"),
        Gap(stage="events", reason="1 of 2 less sure than 0.5 left out"),
        Gap(stage="positions", reason="1 of 1 less sure than 0.5 left out"),
    )


def test_at_zero_nothing_changes() -> None:
    whole = record((0.9, 0.0, 0.3), (event("e1", 0.0, "s3"),), (position("p1", 0.1, None),))
    assert above(whole, 0.0) == whole


@pytest.mark.parametrize("least", [-0.1, 1.01, 80.0, float("nan"), float("inf")])
def test_a_number_that_is_no_confidence_is_refused(least: float) -> None:
    with pytest.raises(OptionError, match=r"no confidence .*from 0 .* to 1"):
        checked_confidence(least)


@pytest.mark.parametrize("least", [0, 0.0, 0.5, 1])
def test_numbers_from_0_to_1_are_confidences(least: float) -> None:
    assert checked_confidence(least) == least
