"""The picture of the timeline: what is counted where, in which unit, and what is left out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dossier.events import Happening
from communique.dossier.timeline import Entry
from communique.serve.chart import HEIGHT, WIDTH, chart


def entry(day: str | None, type: str = "CONSULT", told: str | None = None) -> Entry:
    event = Happening("event-1", type, (), (), None, told, None, {}, 1, False, ())
    return Entry(day, day, told, False, event)


def test_cooperation_is_above_the_line_and_conflict_below() -> None:
    found = chart([entry("2021-05-03", type) for type in ("AGREE", "AID", "AID", "REJECT")] + [entry("2021-05-04", "ASSAULT")])
    assert found is not None
    first, second = found.stretches
    assert (first.start, first.end, first.total) == ("2021-05-03", "2021-05-03", 4)
    bars = {bar.quad: bar for bar in first.bars}
    assert bars["material cooperation"].y + bars["material cooperation"].height == pytest.approx(found.line, abs=0.02)
    assert bars["verbal cooperation"].y + bars["verbal cooperation"].height == pytest.approx(
        bars["material cooperation"].y, abs=0.02
    )
    assert bars["material cooperation"].height == pytest.approx(2 * bars["verbal cooperation"].height, abs=0.02)
    assert bars["verbal conflict"].y == found.line
    assert [(bar.quad, bar.y) for bar in second.bars] == [("material conflict", found.line)]
    assert second.bars[0].x > first.bars[0].x
    assert found.totals == {
        "verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 1, "material conflict": 1,
    }  # fmt: skip
    assert found.highest == first


@pytest.mark.parametrize(
    ("days", "unit", "starts", "ticks"),
    [
        (["2021-05-03", "2021-05-05"], "day", ["2021-05-03", "2021-05-05"], ("2021-05-03", "2021-05-04", "2021-05-05")),
        (["2021-05-05", "2021-07-31"], "week", ["2021-05-03", "2021-07-26"], ("2021-05-03", "2021-06-14", "2021-07-26")),
        (["2019-12-31", "2021-12-05"], "month", ["2019-12-01", "2021-12-01"], ("2019-12", "2020-12", "2021-12")),
        (["0001-01-01", "9999-12-31"], "year", ["0001-01-01", "9999-01-01"], ("0001", "5000", "9999")),
    ],
)
def test_units(days: list[str], unit: str, starts: list[str], ticks: tuple[str, ...]) -> None:
    found = chart([entry(day) for day in days])
    assert found is not None
    assert (found.unit, [stretch.start for stretch in found.stretches], found.ticks) == (unit, starts, ticks)


def test_undated_events_stand_where_they_were_told_and_far_ones_are_left_out() -> None:
    told = ["2021-05-03", "2021-05-04"]
    rows = [
        entry(None, told=told[0]),
        entry(told[1], told=told[1]),
        entry("1950-01-01", told=told[0]),
        entry("2021", told=told[0]),
    ]
    found = chart([*rows, entry(None)])
    assert found is not None
    assert [stretch.start for stretch in found.stretches] == told
    assert found.beyond == 3


@pytest.mark.parametrize("days", [[], ["2021-05-03"], ["2021-05-03", "2021-05-03"], [None, "2021-05"]])
def test_no_picture_of_less_than_two_days(days: list[str | None]) -> None:
    assert chart([entry(day) for day in days]) is None


@given(st.lists(st.tuples(st.dates(), st.sampled_from(["AGREE", "AID", "REJECT", "ASSAULT"])), max_size=12))
def test_every_event_is_counted_once_and_every_bar_is_in_the_picture(rows: list[tuple[date, str]]) -> None:
    found = chart([entry(day.isoformat(), type) for day, type in rows])
    if found is None:
        assert len({day for day, _ in rows}) < 2
        return
    assert sum(stretch.total for stretch in found.stretches) == sum(found.totals.values()) == len(rows)
    for stretch in found.stretches:
        assert timedelta(0) <= date.fromisoformat(stretch.end) - date.fromisoformat(stretch.start) <= timedelta(366)
        for bar in stretch.bars:
            assert -0.01 <= bar.x and bar.x + bar.width <= WIDTH + 0.01
            assert -0.01 <= bar.y and bar.y + bar.height <= HEIGHT + 0.01
