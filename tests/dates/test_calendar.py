"""Day arithmetic and the days that TIMEX3 values cover."""

from __future__ import annotations

from datetime import date

import pytest

from communique.dates.calendar import days_of, easter, make_day, nth_weekday, shift, value_at


@pytest.mark.parametrize(
    ("unit", "value"),
    [("D", "2019-02-28"), ("W", "2019-W09"), ("M", "2019-02"), ("Q", "2019-Q1"), ("Y", "2019"), ("E", "201"), ("C", "20")],
)
def test_value_at(unit: str, value: str) -> None:
    assert value_at(date(2019, 2, 28), unit) == value


def test_a_week_may_belong_to_the_year_before() -> None:
    assert value_at(date(2021, 1, 1), "W") == "2020-W53"


@pytest.mark.parametrize(
    ("unit", "number", "day"),
    [
        ("D", -1, date(2019, 3, 30)),
        ("W", 1, date(2019, 4, 7)),
        ("M", -1, date(2019, 2, 28)),
        ("Q", 1, date(2019, 6, 30)),
        ("Y", -3, date(2016, 3, 31)),
        ("E", -3000, None),
        ("D", 10**12, None),
    ],
)
def test_shift(unit: str, number: int, day: date | None) -> None:
    assert shift(date(2019, 3, 31), unit, number) == day


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-02-28", "2019-02-28", "2019-02-28"),
        ("2019-02-28T07:15", "2019-02-28", "2019-02-28"),
        ("2019-W09", "2019-02-25", "2019-03-03"),
        ("2019-W09-WE", "2019-03-02", "2019-03-03"),
        ("2019-Q3", "2019-07-01", "2019-09-30"),
        ("2019-H2", "2019-07-01", "2019-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
    ],
)
def test_days_of(value: str, first: str, last: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["", "0000", "000", "XXXX-02", "2019-SP", "PAST_REF", "P2Y", "2019-13", "2019-02-30", "2019-W60"]
)
def test_values_without_days(value: str) -> None:
    assert days_of(value) is None


@pytest.mark.parametrize(("year", "day"), [(2016, (3, 27)), (2019, (4, 21)), (2024, (3, 31)), (2000, (4, 23))])
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_nth_weekday() -> None:
    assert nth_weekday(2017, 11, 4, 4) == date(2017, 11, 23)
    assert nth_weekday(2019, 5, 1, -1) == date(2019, 5, 27)


def test_make_day() -> None:
    assert make_day(2019, 2, 29) is None and make_day(2020, 2, 29) == date(2020, 2, 29)
