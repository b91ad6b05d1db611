from __future__ import annotations

import pytest

from communique.export.entries import says
from communique.export.wording import counted, day, heading, one_line, percent, period, shortened, shown, word_count
from communique.types import Furniture


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain — “quoted”\n", "plain — “quoted”\n"),
        ("a\x00b\x1b[31m", "a␀b␛[31m"),
        ("\u202eevil\u2066", "[U+202E]evil[U+2066]"),
        ("\ud800", "\ufffd"),
        ("\x7f\x9b", "␡[U+009B]"),
        ("אבג \u200f", "אבג \u200f"),
    ],
)
def test_controls_are_made_visible(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_one_line_keeps_words_apart() -> None:
    assert one_line(" a\n\n b\tc\u2028d ") == "a b c d"


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("short", 10, "short"),
        ("one two three", 9, "one two…"),
        ("one, two three", 6, "one…"),
        ("abcdefghij", 5, "abcd…"),
    ],
)
def test_long_lines_are_cut_at_a_word(text: str, most: int, expected: str) -> None:
    assert shortened(text, most) == expected
    assert len(shortened(text, most)) <= most


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019-02-28", "28 Feb 2019"),
        ("2019-02", "Feb 2019"),
        ("2019", "2019"),
        ("2019-02-28T10:00", "28 Feb 2019"),
        ("2019-13-01", "2019-13-01"),
        (None, ""),
        ("soon", "soon"),
    ],
)
def test_days_read_as_written(value: str | None, expected: str) -> None:
    assert day(value) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2019-02-28", "2019-02-28", "28 Feb 2019"),
        ("2019-02-27", "2019-02-28", "27–28 Feb 2019"),
        ("2019-02-27", "2019-03-02", "27 Feb 2019 – 2 Mar 2019"),
        ("2019-02-01", "2019-02-28", "Feb 2019"),
        ("2020-02-01", "2020-02-28", "1–28 Feb 2020"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2019-01-01", "2019-01-01", "1 Jan 2019"),
        ("9999-12-01", "9999-12-31", "Dec 9999"),
        ("2019-05", "2019-07", "May 2019 – Jul 2019"),
        ("2019-05-01", None, "from 1 May 2019"),
        (None, "2019", "until 2019"),
        (None, None, ""),
    ],
)
def test_periods(start: str | None, end: str | None, expected: str) -> None:
    assert period(start, end) == expected


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [(1, "statement", "1 statement"), (0, "event", "0 events"), (2, "party", "2 parties"), (1200, "word", "1,200 words")],
)
def test_counted(number: int, noun: str, expected: str) -> None:
    assert counted(number, noun) == expected


def test_words_of_furniture_do_not_count(build) -> None:
    record = build.record("One two. Advert here now. Three.", furniture=(Furniture(kind="advert", span=(9, 25)),))
    assert word_count(record) == 3


def test_a_report_without_title_is_called_by_its_first_words(build) -> None:
    assert heading(build.record("Talks ended.\nMore.")) == "Talks ended. More."
    assert heading(build.record("", id="file-7")) == "file-7"


@pytest.mark.parametrize(
    ("manner", "channel", "expected"),
    [
        ("say", None, "says"),
        ("deny", None, "denies"),
        ("express", None, "expresses"),
        ("pledge", "tweet", "pledges, tweet"),
        ("tweet", "tweet", "tweets"),
        ("y", None, "ys"),
    ],
)
def test_manner_in_the_third_person(build, manner: str, channel: str | None, expected: str) -> None:
    assert says(build.statement(1, "Geneva", manner=manner, channel=channel)) == expected


def test_percent() -> None:
    assert [percent(0.0), percent(0.555), percent(1.0)] == ["0%", "56%", "100%"]
