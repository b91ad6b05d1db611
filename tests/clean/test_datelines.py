from __future__ import annotations

import pytest

from communique.clean.datelines import find_dateline
from communique.clean.lines import split_lines

SENTENCE = "The two ministers met on Monday and agreed on nothing."


@pytest.mark.parametrize(
    "dateline",
    [
        "MOSCOW --",
        "(CNN)",
        "(Fjord Wire) -",
        "TOKYO/SEOUL (Reuters) -",
        "BEIJING, Feb. 3 (Xinhua) --",
        "WASHINGTON (AP) —",
        "PORTLAND, Ore. -",
        "ST. LOUIS —",
        "KUNDUZ, Afghanistan —",
        "NEW YORK, March 4, 2019 (Fjord Wire) –",
        "Holmstad –",
        "San Jose, Costa Rica —",
        "MOSCOW:",
    ],
)
def test_datelines_at_the_head(dateline: str) -> None:
    text = f"{dateline} {SENTENCE}"
    assert find_dateline(split_lines(text)[0], at_head=True) == (0, len(dateline))


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "COVID-19 closed the harbours of both countries, the ministry said.",
        "SHAPIRO: The two ministers met on Monday and agreed on nothing.",
        "HOLM -- The two",
        "QUESTION -- What did the two ministers agree on, and when was it?",
        "The minister – who had said so before – left the talks early.",
        "NORLAND AND SUDLAND FAIL TO AGREE - AGAIN",
        "U.S.-backed forces left the strait on Monday, the ministry said.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert find_dateline(split_lines(text)[0], at_head=True) is None


@pytest.mark.parametrize(
    ("text", "found"), [(f"MOSCOW -- {SENTENCE}", True), (f"Holmstad – {SENTENCE}", False), (f"MOSCOW: {SENTENCE}", False)]
)
def test_below_the_head_only_the_plain_form_counts(text: str, found: bool) -> None:
    assert (find_dateline(split_lines(text)[0], at_head=False) is not None) is found
