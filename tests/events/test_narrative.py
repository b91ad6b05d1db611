"""Days of what is told as news, and of nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PAIR = "Peru, Chile"
PUBLISHED = "2020-05-06"
MONDAY = {"Monday": "2020-05-04"}


@pytest.mark.parametrize(
    ("text", "dates", "day"),
    [
        ("Peru has condemned Chile.", {}, PUBLISHED),
        ("Peru is attacking Chile.", {}, PUBLISHED),
        ("The storm came on Monday. Peru attacked Chile.", MONDAY, "2020-05-04"),
        ("Peru attacked Chile. The storm came on Monday.", MONDAY, "2020-05-04"),
        ("Peru attacked Chile. The storm came in March.", {"March": "2020-03-01"}, PUBLISHED),
        ("Peru condemned Chile. The storm came on Monday.", MONDAY, PUBLISHED),
        ("Peru had attacked Chile.", {}, None),
        ("Peru attacked Chile, where a party won in March.", {"March": "2020-03-01"}, None),
        ("Peru attacked Chile, Kenya said on Monday.", MONDAY, None),
        ("Peru often attacked Chile.", {}, None),
        ("Peru may attack Chile.", {}, None),
        ("Critics described a Peru invaded by Chile.", {}, None),
    ],
)
def test_day_of_news(told: Callable[..., Any], text: str, dates: dict[str, str], day: str | None) -> None:
    when = told(text, PAIR, dates=dates, published=PUBLISHED).events[0].when
    assert (when and when.start) == day


def test_what_is_said_shares_no_far_day(told: Callable[..., Any]) -> None:
    far = "The storm came on Monday.\n\n" + "It rained.\n\n" * 4
    assert told(far + "Peru condemned Chile.", PAIR, dates=MONDAY, published=PUBLISHED).events[0].when.start == PUBLISHED
    assert told(far + "Peru attacked Chile.", PAIR, dates=MONDAY, published=PUBLISHED).events[0].when.start == "2020-05-04"


def test_a_date_line_is_no_day_of_news(told: Callable[..., Any]) -> None:
    text = "Monday, May 4, 2020\n\nPeru attacked Chile."
    assert told(text, PAIR, dates={"Monday, May 4, 2020": "2020-05-04"}, published=PUBLISHED).events[0].when.start == PUBLISHED


def test_nothing_without_a_day_of_publication(told: Callable[..., Any]) -> None:
    assert told("The storm came on Monday. Peru attacked Chile.", PAIR, dates=MONDAY).events[0].when is None
