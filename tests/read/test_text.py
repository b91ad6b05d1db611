from __future__ import annotations

import pytest

from communique.errors import OptionError, ReadError
from communique.read.text import article_from_text, checked_day, find_headline


def test_text_is_kept_verbatim_and_only_the_byte_order_mark_goes() -> None:
    text = "Line one\r\nLine “two”\r  \nend\u2028"
    assert article_from_text("\ufeff" + text).text == text


def test_id_is_a_digest_of_the_text_unless_one_is_given() -> None:
    first, again, other = (article_from_text(text).id for text in ("A story.", "A story.", "Another story."))
    assert first == again != other
    assert len(first) == 16 and int(first, 16) >= 0
    assert article_from_text("A story.", id="r-1").id == "r-1"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        (" \n\t", "is empty"),
        ("x" * 11, "11 characters; at most 10 "),
        ("a\x00b", "NUL character at character 1"),
        ("ab\ud800c", "unpaired surrogate at character 2"),
    ],
)
def test_refuses_what_is_no_text(text: str, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        article_from_text(text, max_chars=10, source="note")
    assert caught.value.source == "note"
    assert reason in caught.value.reason


@pytest.mark.parametrize("text", ['"', "“", "(" * 10_000, "x" * 100_000, "?!?"])
def test_accepts_odd_but_honest_text(text: str) -> None:
    assert article_from_text(text).text == text


@pytest.mark.parametrize(
    ("given", "day"),
    [
        (None, None),
        ("2019-02-28", "2019-02-28"),
        (" 2019-02-28 ", "2019-02-28"),
        ("2019-02", "2019-02"),
        ("2019", "2019"),
        ("2019-02-28T23:10:00Z", "2019-02-28"),
        ("2020-02-29 08:00", "2020-02-29"),
    ],
)
def test_accepts_iso_dates(given: str | None, day: str | None) -> None:
    assert checked_day(given) == day


@pytest.mark.parametrize("given", ["2019-02-31", "yesterday", "", "28.2.2019", "2019-13", "0000-01-01", "2019-02-28x"])
def test_refuses_impossible_dates_and_says_what_would_do(given: str) -> None:
    with pytest.raises(OptionError, match=r"write it like 2019-02-28"):
        article_from_text("A story.", published=given)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Ministers fail to agree on grain\nThe talks ended on Monday.", "Ministers fail to agree on grain"),
        ("\n  Ministers fail to agree on grain \r\n\r\nThe talks ended.", "Ministers fail to agree on grain"),
        ("Ministers fail to agree on grain", None),
        ("The ministers did not agree.\nThe talks ended on Monday.", None),
        ("The ministers did not agree and\nwent home on Monday.", None),
        ("Grain\nThe talks ended on Monday.", None),
        ("By Anna Marie Example\nThe talks ended on Monday.", None),
        ("{mosads}Some words stand here\nThe talks ended.", None),
        ("word " * 60 + "\nThe talks ended.", None),
    ],
)
def test_finds_the_headline(text: str, headline: str | None) -> None:
    assert find_headline(text) == headline


def test_a_given_title_wins() -> None:
    assert article_from_text("Ministers fail to agree on grain\nThey met.", title="Grain talks").title == "Grain talks"
