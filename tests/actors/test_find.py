"""The stage as a whole, on small reports of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from communique.actors import find_actors, find_voices
from communique.parse import parse
from communique.types import Article, Furniture, MadeBy, Record

REPORT = (
    "French Foreign Minister Claire Dubois met Kenyan officials in Nairobi. Dubois said France would wait. "
    "She left early, while critics of the government protested."
)


def test_actors_are_in_the_order_of_the_text_and_know_why(record_of: Callable[..., Record]) -> None:
    actors = record_of(REPORT, stages=["actors"]).actors
    assert [actor.id for actor in actors] == [f"a{n}" for n in range(1, len(actors) + 1)]
    assert [actor.mentions[0] for actor in actors] == sorted(actor.mentions[0] for actor in actors)
    assert all(actor.why is not None and actor.why.words for actor in actors)


def test_mentions_of_one_actor_are_sorted_and_each_once(record_of: Callable[..., Record]) -> None:
    for actor in record_of(REPORT, stages=["actors"]).actors:
        assert list(actor.mentions) == sorted(set(actor.mentions))


def test_same_text_gives_the_same_actors(record_of: Callable[..., Record]) -> None:
    assert record_of(REPORT, stages=["actors"]).actors == record_of(REPORT, stages=["actors"]).actors


def test_furniture_names_nobody(nlp: Language) -> None:
    text = "Angela Merkel spoke.\nCopyright Boris Johnson"
    article = Article(id="x", text=text, furniture=(Furniture(kind="copyright", span=(21, len(text))),))
    record = find_actors(parse(article, nlp), Record(article=article, made_by=MadeBy(communique="0")))
    assert [actor.name for actor in record.actors] == ["Angela Merkel"]


@pytest.mark.parametrize(
    "text", ["", " ", "word", "?!...", "\n\n", "“", "((((", "He he his", "'s", "The the the", "U.S.", "- - -"]
)
def test_poor_texts_raise_nothing(record_of: Callable[..., Record], text: str) -> None:
    record_of(text, stages=["actors", "voices"])


PIECES = st.sampled_from(
    [
        "President ",
        "Trump",
        "'s",
        ", ",
        "the ",
        "two leaders ",
        "U.S.",
        "-",
        "\n",
        "“",
        "”",
        "said ",
        "his ",
        "of ",
        "Mr. ",
        "and ",
        "(",
    ]
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_mangled_texts_give_spans_inside_the_text(nlp: Language, text: str) -> None:
    article = Article(id="x", text=text)
    doc = parse(article, nlp)
    record = find_voices(doc, find_actors(doc, Record(article=article, made_by=MadeBy(communique="0"))))
    for actor in record.actors:
        assert actor.name and actor.mentions
        assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in actor.mentions)
