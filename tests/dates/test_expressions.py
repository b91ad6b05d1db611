"""What is a time expression, what it means, and which days it covers. The sentences are our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from communique.dates import find_dates
from communique.parse import Doc, parse
from communique.types import Article, DateExpression, MadeBy, Record

# A Thursday.
PUBLISHED = "2019-02-28"


def dates(doc: Doc) -> tuple[DateExpression, ...]:
    return find_dates(doc, Record(article=doc.article, made_by=MadeBy(communique="test"))).dates


ABSOLUTE = [
    ("The summit began on Feb. 28, 2019.", "Feb. 28, 2019", "DATE", "2019-02-28"),
    ("The summit began on 28 February 2019.", "28 February 2019", "DATE", "2019-02-28"),
    ("The summit began on Thursday, February 28, 2019, in Hanoi.", "Thursday, February 28, 2019", "DATE", "2019-02-28"),
    ("It was signed on June 12.", "June 12", "DATE", "2018-06-12"),
    ("It was signed on the 12th of June 2018.", "the 12th of June 2018", "DATE", "2018-06-12"),
    ("The file is dated 2018-06-12.", "2018-06-12", "DATE", "2018-06-12"),
    ("The form is dated 06/25/2018.", "06/25/2018", "DATE", "2018-06-25"),
    ("The form is dated 06/05/2018.", "06/05/2018", "DATE", None),
    ("They met in June 2018.", "June 2018", "DATE", "2018-06"),
    ("They met in June last year.", "June last year", "DATE", "2018-06"),
    ("They met in mid-January.", "mid-January", "DATE", "2019-01"),
    ("It collapsed in 2009.", "2009", "DATE", "2009"),
    ("It collapsed at the end of 2009.", "the end of 2009", "DATE", "2009"),
    ("It began in the 1990s.", "the 1990s", "DATE", "199"),
    ("It began in the late 1970s.", "the late 1970s", "DATE", "197"),
    ("It began in the '80s.", "the '80s", "DATE", "198"),
    ("It was built in the 19th century.", "the 19th century", "DATE", "18"),
    ("Growth slowed in the first half of 2018.", "the first half of 2018", "DATE", "2018-H1"),
    ("Growth slowed in the third quarter of 2018.", "the third quarter of 2018", "DATE", "2018-Q3"),
    ("He resigned last spring.", "last spring", "DATE", "2018-SP"),
    ("The shops closed on Christmas Day.", "Christmas Day", "DATE", "2018-12-25"),
    ("The ferry sank on Easter Monday 2016.", "Easter Monday 2016", "DATE", "2016-03-28"),
    ("Families gathered on Thanksgiving 2017.", "Thanksgiving 2017", "DATE", "2017-11-23"),
    ("It landed at 7:15 a.m. on Feb. 28.", "7:15 a.m. on Feb. 28", "TIME", "2019-02-28T07:15"),
    ("It landed at 11:20 a.m. (0820 GMT) Tuesday.", "11:20 a.m. (0820 GMT) Tuesday", "TIME", "2019-02-26T11:20"),
    ("It landed at noon Wednesday.", "noon Wednesday", "TIME", "2019-02-27T12:00"),
    ("It landed at 9 p.m.", "9 p.m.", "TIME", "XXXX-XX-XXT21:00"),
]

RELATIVE = [
    ("They met on Thursday.", "Thursday", "DATE", "2019-02-28"),
    ("They met on Friday.", "Friday", "DATE", "2019-02-22"),
    ("They will meet on Friday.", "Friday", "DATE", "2019-03-01"),
    ("The summit opens on Friday.", "Friday", "DATE", "2019-03-01"),
    ("He won on a dark Friday night.", "Friday night", "TIME", "2019-02-22TNI"),
    ("He could not be reached on Tuesday.", "Tuesday", "DATE", "2019-02-26"),
    ("They will attend Friday's talks.", "Friday", "DATE", "2019-03-01"),
    ("They would appeal against Tuesday's ruling.", "Tuesday", "DATE", "2019-02-26"),
    ("The talks were postponed until Monday.", "Monday", "DATE", "2019-03-04"),
    ("The trial is expected to open on Tuesday.", "Tuesday", "DATE", "2019-03-05"),
    ("They met last Wednesday.", "last Wednesday", "DATE", "2019-02-27"),
    ("They will meet next Tuesday.", "next Tuesday", "DATE", "2019-03-05"),
    ("They spoke on Tuesday evening.", "Tuesday evening", "TIME", "2019-02-26TEV"),
    ("They spoke late Wednesday.", "late Wednesday", "DATE", "2019-02-27"),
    ("They met yesterday.", "yesterday", "DATE", "2019-02-27"),
    ("They meet tomorrow.", "tomorrow", "DATE", "2019-03-01"),
    ("They spoke this morning.", "this morning", "TIME", "2019-02-28TMO"),
    ("They spoke last night.", "last night", "TIME", "2019-02-27TNI"),
    ("They met last week.", "last week", "DATE", "2019-W08"),
    ("They will meet early next month.", "early next month", "DATE", "2019-03"),
    ("It was agreed earlier this year.", "earlier this year", "DATE", "2019"),
    ("It will end at the end of the month.", "the end of the month", "DATE", "2019-02"),
    ("It was agreed two years ago.", "two years ago", "DATE", "2017"),
    ("It was agreed three days ago.", "three days ago", "DATE", "2019-02-25"),
    ("They met over the weekend.", "the weekend", "DATE", "2019-W08-WE"),
    ("They met in November.", "November", "DATE", "2018-11"),
    ("They will meet in November.", "November", "DATE", "2019-11"),
    ("They met last May.", "last May", "DATE", "2018-05"),
    ("A deal was near at the time; it is dead now.", "now", "DATE", "PRESENT_REF"),
    ("He was recently dismissed.", "recently", "DATE", "PAST_REF"),
    ("It has grown in recent years.", "recent years", "DATE", "PAST_REF"),
    ("Nobody knows what the future holds.", "the future", "DATE", "FUTURE_REF"),
    ("She currently leads the party.", "currently", "DATE", "PRESENT_REF"),
]

SPANS = [
    ("They fought for two years.", "two years", "DURATION", "P2Y"),
    ("They fought for two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
    ("They fought for more than four hours.", "more than four hours", "DURATION", "PT4H"),
    ("They fought over the past two years.", "the past two years", "DURATION", "P2Y"),
    ("They fought for several months.", "several months", "DURATION", "PXM"),
    ("They fought for a couple of weeks.", "a couple of weeks", "DURATION", "P2W"),
    ("They signed a three-year deal.", "three-year", "DURATION", "P3Y"),
    ("The flight took 12 to 18 hours.", "12 to 18 hours", "DURATION", "PTXH"),
    ("He stayed for a year.", "a year", "DURATION", "P1Y"),
    ("It costs $5 million a year.", "a year", "SET", "P1Y"),
    ("They meet every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
    ("They meet every two weeks.", "every two weeks", "SET", "P2W"),
    ("The rate is adjusted quarterly.", "quarterly", "SET", "P1Q"),
    ("It sends out a daily report.", "daily", "SET", "P1D"),
]

NONE = [
    "He may resign over it.",
    "Theresa May resigned over it.",
    "They march for peace.",
    "It was the second offer.",
    "The Sunday Times printed it.",
    "The Sun printed it.",
    "About 2000 people came.",
    "They paid $1995 for it.",
    "A 6-year-old boy was hurt.",
    "He is 52 years old.",
    'He watched it on "60 Minutes" with her.',
    "Prices may fall.",
    "The star is four light years away.",
    "She spoke on the Today programme.",
    "They scored in the second quarter.",
    "",
    "the of the",
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), [*ABSOLUTE, *RELATIVE, *SPANS])
def test_expressions_and_values(parsed: Callable[..., Doc], text: str, words: str, kind: str, value: str | None) -> None:
    found = [(date.text, date.type, date.value) for date in dates(parsed(text, published=PUBLISHED))]
    assert found == [(words, kind, value)]


@pytest.mark.parametrize("text", NONE)
def test_words_that_are_no_time(parsed: Callable[..., Doc], text: str) -> None:
    assert [date.text for date in dates(parsed(text, published=PUBLISHED))] == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("They met last week.", "2019-02-18", "2019-02-24"),
        ("They met in June 2018.", "2018-06-01", "2018-06-30"),
        ("It was agreed earlier this year.", "2019-01-01", "2019-02-28"),
        ("It will be agreed later this year.", "2019-02-28", "2019-12-31"),
        ("They fought over the past two years.", "2017-02-28", "2019-02-28"),
        ("It will open in the next three days.", "2019-02-28", "2019-03-03"),
        ("It began in the 1990s.", "1990-01-01", "1999-12-31"),
        ("It was built in the 19th century.", "1801-01-01", "1900-12-31"),
        ("They met over the weekend.", "2019-02-23", "2019-02-24"),
        ("It landed at noon Wednesday.", "2019-02-27", "2019-02-27"),
        ("They fought for two years.", None, None),
        ("He was recently dismissed.", None, None),
        ("It was built two decades ago.", None, None),
        ("He resigned last spring.", None, None),
        ("It earned more in fiscal 2018.", None, None),
    ],
)
def test_days_covered(parsed: Callable[..., Doc], text: str, start: str | None, end: str | None) -> None:
    assert [(d.start, d.end) for d in dates(parsed(text, published=PUBLISHED))] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Thursday.", "XXXX-WXX-4"),
        ("They met on Feb. 28.", "XXXX-02-28"),
        ("They met in February.", "XXXX-02"),
        ("They met yesterday.", None),
        ("They met last week.", None),
        ("It was agreed two years ago.", None),
        ("They met over the weekend.", None),
        ("They spoke on Thursday evening.", "XXXX-WXX-4TEV"),
    ],
)
def test_nothing_is_guessed_without_a_day_of_publication(parsed: Callable[..., Doc], text: str, value: str | None) -> None:
    (date,) = dates(parsed(text))
    assert (date.value, date.start, date.end) == (value, None, None)


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2019", "They met last year.", "2018"),
        ("2019", "They met last month.", None),
        ("2019", "They met on Thursday.", "XXXX-WXX-4"),
        ("2019-02", "They met last month.", "2019-01"),
        ("2019-02", "They met yesterday.", None),
    ],
)
def test_a_coarse_day_of_publication_gives_coarse_dates(
    parsed: Callable[..., Doc], published: str, text: str, value: str
) -> None:
    assert [date.value for date in dates(parsed(text, published=published))] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on June 12, 2018. Two days later, talks broke down.", ["2018-06-12", "2018-06-14"]),
        ("The war ended in 1953. The following year, the border was closed.", ["1953", "1954"]),
        ("The war ended in 1953. Two days later, he left.", ["1953", None]),
        ("In 2011 he died in December.", ["2011", "2011-12"]),
        ("They met on June 12, 2018.\n\nA.\n\nB.\n\nTwo days later, it rained.", ["2018-06-12", None]),
        ("On Tuesday they met at 9 a.m.", ["2019-02-26", "2019-02-26T09:00"]),
    ],
)
def test_later_expressions_refer_to_earlier_ones(parsed: Callable[..., Doc], text: str, values: list[str | None]) -> None:
    assert [date.value for date in dates(parsed(text, published=PUBLISHED))] == values


def test_reports_on_a_quarter_compare_quarters(parsed: Callable[..., Doc]) -> None:
    text = "Profit rose in the third quarter. A year earlier, it had fallen. In the year-ago period sales were flat."
    assert [date.value for date in dates(parsed(text, published="1989-10-26"))] == ["1989-Q3", "1988-Q3", "1988-Q3"]


def test_a_copyright_line_tells_no_date(record_of: Callable[..., Record]) -> None:
    record = record_of(
        "The talks ended without a deal.\n\nCopyright 2019 The Daily Example. All rights reserved.", stages=["dates"]
    )
    assert record.dates == ()


def test_every_entry_says_who_made_it_and_from_which_words(parsed: Callable[..., Doc]) -> None:
    doc = parsed("They will meet on Friday.", published=PUBLISHED)
    (date,) = dates(doc)
    assert date.by == "dates.rules.v1" and date.why is not None and date.why.rule == "weekday"
    assert [doc.text(span) for span in date.why.words] == ["Friday", "meet"]


_PIECES = [
    "in",
    "the",
    "May",
    "3",
    "1999",
    "last",
    "week",
    "s",
    "'",
    "–",
    "half",
    "of",
    "Thursday",
    ",",
    "/",
    "10:70",
    "a.m.",
    "31",
    "Feb.",
    "9" * 30,
]


@given(
    st.lists(st.sampled_from([*_PIECES, "century", "0th", "\n", "(", "ago", "two", "hundred"]), max_size=12),
    st.sampled_from(["", " "]),
)
def test_any_text_gives_exact_spans_and_real_days(nlp: Language, pieces: list[str], glue: str) -> None:
    doc = parse(Article(id="test", text=glue.join(pieces), published=PUBLISHED), nlp)
    for date in dates(doc):
        assert doc.article.text[date.span[0] : date.span[1]] == date.text
        assert (date.start or "") <= (date.end or "")


@pytest.mark.parametrize("published", ["", "soon", "2019-13-45", "20190228"])
def test_a_broken_day_of_publication_is_none(parsed: Callable[..., Doc], published: str) -> None:
    assert [date.value for date in dates(parsed("They met yesterday.", published=published))] == [None]


@pytest.mark.parametrize("text", ["They waited " + "9" * 390 + ".5 days.", "one " * 3000 + "days", "in " + "٢٠١٩ " * 20])
def test_numbers_beyond_measure(parsed: Callable[..., Doc], text: str) -> None:
    assert all(len(date.value or "") < 20 for date in dates(parsed(text, published=PUBLISHED)))
