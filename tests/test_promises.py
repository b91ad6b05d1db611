"""What holds for every record of every text: exact spans, valid JSON, same bytes twice, no error but our own."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import settings as budget
from hypothesis import strategies as st

import communique
from communique import codec
from communique.errors import ReadError
from communique.verify import problems_of

REPORT = """Norland and Sudland fail to agree on fishing rights

HOLMSTAD, March 4 (Fjord Wire) -- Norland's foreign minister, Ada Holm, said on Monday that her country would not accept
the offer that Sudland made last week.
“We asked for one thing,” Holm told reporters in Oslo.
“They wanted the tariffs lifted before any talks, and we couldn’t do that.”
Sudland’s president rejected her account. “She is ‘mistaken’,” he said, and called on Norway to return to the talks.
At least 17 people were injured when police broke up a protest outside the embassy on Sunday, officials said.
The two countries signed a treaty in 2015. A second round of talks, planned for Friday in Geneva, was cancelled.
{ad_slot}Copyright 2023 Fjord Wire. All rights reserved."""

HOSTILE = [
    "", " ", "\n\n\n", ".", "“", "”", "\"", "'", "“““", "”””",
    "''``", "(" * 10_000, "[" * 10_000 + "said", "“" * 3_000, "\"a" * 3_000,
    "said", "he said", "said said said.", "“Said.” said he said.", "x" * 100_000, "word " * 5_000, "\u202e\u202dsaid\u200f",
    "Kim\u0301 said “no”\u2028\u2029and left.", "🇰🇵 said 🇺🇸 must go.", "<script>alert(1)</script> said Kim.", "{a}{b}{c}",
    "“He said ‘she said “they said ‘we’ll see’”’,” he said.", "\r\rSaid\r\nKim.\r",
    "According to", "According to according to him,",
    "Feb. 30, 2019 and 99/99/9999 at 25:61 p.m.", "1" * 5_000, "Mr. Mr. Mr. President President said", "U.S.-U.S.-U.S. talks",
    "in exchange for in exchange for in exchange for", "if if if unless unless until", "the the the of of of",
]  # fmt: skip


def _holds(text: str) -> None:
    try:
        record = communique.read(text, published="2019-03-04")
    except ReadError:
        return
    assert list(problems_of(record)) == []
    line = record.to_json()
    assert codec.encode(codec.decode(line)) == line
    assert record.article.text == text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text(text: str) -> None:
    _holds(text)


WORDS = sorted(set(REPORT.split())) + [
    "“",
    "”",
    '"',
    "‘",
    "’",
    "\n",
    "\n\n",
    "(",
    ")",
    "—",
    "...",
    "\t",
    "said",
    "that",
    "not",
    "if",
]


@budget(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_scrambled_words(text: str) -> None:
    _holds(text)


@budget(max_examples=60)
@given(st.text(max_size=200))
def test_any_characters(text: str) -> None:
    _holds(text)


@budget(max_examples=30)
@given(st.integers(0, len(REPORT)), st.integers(0, len(REPORT)), st.text(max_size=5))
def test_a_mangled_report(start: int, end: int, patch: str) -> None:
    _holds(REPORT[: min(start, end)] + patch + REPORT[max(start, end) :])


def test_same_bytes_twice_and_in_any_order() -> None:
    texts = [REPORT, *(part for part in REPORT.split("\n") if part.strip())]
    reader = communique.load()
    first = {text: reader.read(text, published="2019-03-04").to_json() for text in texts}
    shuffled = texts[:]
    random.Random(7).shuffle(shuffled)
    again = {text: communique.load().read(text, published="2019-03-04").to_json() for text in shuffled}
    assert again == first
    assert len(set(first.values())) == len(texts)


def test_the_report_is_read() -> None:
    """The promises above would also hold for empty records; this one is full."""
    record = communique.read(REPORT, published="2019-03-04")
    assert len(record.statements) >= 3
    assert {date.value for date in record.dates} >= {"2019-03-04", "2015"}
    assert {event.type for event in record.events} >= {"REJECT", "PROTEST"}
    assert {position.stance for position in record.positions} >= {"refuses", "demands"}
    assert any(place.name == "Geneva" and place.country == "CHE" for place in record.places)
    assert record.article.furniture
