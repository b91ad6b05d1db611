from __future__ import annotations

import pytest

from communique.dossier.text import plain, rarity, sentences, stem, stems
from communique.types import Article, Furniture


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Holm left. Nobody asked.", ["Mr. Holm left.", "Nobody asked."]),
        ("“We left.” Then it rained.", ["“We left.”", "Then it rained."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("It cost 3.5 crowns. He paid.", ["It cost 3.5 crowns.", "He paid."]),
        ("", []),
        ("...", ["..."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    found = sentences(Article(id="a", text=text))
    assert [text[start:end] for start, end in found] == expected


def test_furniture_is_no_sentence() -> None:
    text = "He paid. Share this now. She left."
    article = Article(id="a", text=text, furniture=(Furniture(kind="share", span=(9, 24)),))
    assert [text[start:end] for start, end in sentences(article)] == ["He paid.", "She left."]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we are gonna sell", "we are going to sell"),
        ("we can't sell", "we can not sell"),
        ("Zoë’s “café”", "zoe's “cafe”"),
    ],
)
def test_spoken_forms_and_accents_are_one_wording(one: str, other: str) -> None:
    assert plain(one).split() == plain(other).split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("negotiation", "negotiations"),
        ("organise", "organized"),
        ("labour", "labor"),
        ("killed", "dead"),
        ("soldiers", "troops"),
    ],
)
def test_forms_spellings_and_synonyms_share_a_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize("number", ["2,000", "1,677", "11"])
def test_numbers_stay_whole(number: str) -> None:
    assert stem(number) == number


def test_rare_words_weigh_more() -> None:
    weights = rarity([["cod", "quota"], ["cod"], ["cod", "net"]])
    assert weights["quota"] > weights["cod"]
