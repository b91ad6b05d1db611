"""I, we and they inside what is said, by who says it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from spacy.language import Language

from communique.actors import find_actors, find_voices
from communique.parse import parse
from communique.types import Article, MadeBy, Mention, Phrase, Record, Statement

SPEECH = 'President Emmanuel Macron met North Korean envoys in Paris. French farmers waited. "{}," Macron said.'


def voiced(nlp: Language, said: str, *, kind: str = "direct", text: str = SPEECH, speaker: str = "Emmanuel Macron") -> Record:
    """The record after the stage, with one statement of the speaker's written in by hand."""
    article = Article(id="x", text=text.format(said), published="2019-05-01")
    doc = parse(article, nlp)
    record = find_actors(doc, Record(article=article, made_by=MadeBy(communique="0")))
    start = article.text.index(said)
    span = (start, start + len(said))
    actor = next(actor for actor in record.actors if actor.name == speaker)
    who = Mention(text=speaker, span=actor.mentions[0], actor=actor.id)
    fields: dict[str, Any] = {"kind": kind, "speaker": who, "content": (Phrase(text=said, span=span),)}
    statement = Statement(id="s1", confidence=0.9, by="statements.rules.v1", **fields)
    return find_voices(doc, replace(record, statements=(statement,)))


def called(record: Record, name: str) -> list[str]:
    actor = next(actor for actor in record.actors if actor.name == name)
    return [record.article.text[start:end] for start, end in actor.mentions]


@pytest.mark.parametrize(
    ("said", "name", "word"),
    [
        ("I am pleased", "Emmanuel Macron", "I"),
        ("We will wait", "France", "We"),
        ("They wanted money", "North Korea", "They"),
        ("It is our duty", "France", "our"),
    ],
)
def test_pronouns_of_a_speaker_in_office(nlp: Language, said: str, name: str, word: str) -> None:
    text = SPEECH.replace("French farmers waited. ", "France waited. ").replace("envoys", "demands")
    assert word in called(voiced(nlp, said, text=text), name)


def test_a_private_person_is_the_own_side(nlp: Language) -> None:
    record = voiced(nlp, "We will wait", text='Karl Weber was tired. "{}," Weber said.', speaker="Karl Weber")
    assert "We" in called(record, "Karl Weber")


def test_somebody_of_a_company_speaks_for_it(nlp: Language) -> None:
    text = 'Microsoft spokeswoman Eva Lind was tired. "{}," Lind said.'
    assert "We" in called(voiced(nlp, "We will wait", text=text, speaker="Eva Lind"), "Microsoft")


def test_you_and_indirect_speech_are_left_alone(nlp: Language) -> None:
    before = voiced(nlp, "You will wait").actors
    assert all("You" not in called(voiced(nlp, "You will wait"), actor.name) for actor in before)
    assert "We" not in called(voiced(nlp, "We will wait", kind="indirect"), "France")


def test_two_other_sides_leave_they_open(nlp: Language) -> None:
    text = 'President Emmanuel Macron met Iran and North Korea. France waited. "{}," Macron said.'
    record = voiced(nlp, "They wanted money", text=text)
    assert all("They" not in called(record, name) for name in ("Iran", "North Korea"))


@pytest.mark.parametrize(
    ("said", "others", "word", "name"),
    [
        ("I warned Paul Brekke and he left", "", "he", "Paul Brekke"),
        ("He has lost", "Paul Brekke resigned. ", "He", "Paul Brekke"),
        ("Paul Brekke said it first, and we all knew Karl Weber, and he was right", "", "he", "Karl Weber"),
    ],
)
def test_nobody_is_the_third_person_of_his_own_words(nlp: Language, said: str, others: str, word: str, name: str) -> None:
    record = voiced(nlp, said, text=others + 'President Emmanuel Macron met reporters. "{}," Macron said.')
    assert word in called(record, name)
    assert word not in called(record, "Emmanuel Macron")


def test_letters_in_brackets_are_no_pronoun(nlp: Language) -> None:
    record = voiced(nlp, "[I]f it rains I stay", text='Karl Weber was tired. "{}," Weber said.', speaker="Karl Weber")
    assert called(record, "Karl Weber").count("I") == 1
