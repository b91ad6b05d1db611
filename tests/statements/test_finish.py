"""What a statement says of itself: kind, manner, channel, addressee, speaker, nesting, ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.parse import Doc
from communique.statements import Found, find_statements_by_rules, finish
from communique.types import Actor, MadeBy, Record, Statement


def read(doc: Doc, **fields: object) -> tuple[Statement, ...]:
    record = Record(article=doc.article, made_by=MadeBy(communique="test"))
    return find_statements_by_rules(doc, replace(record, **fields)).statements  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We tried," Ode said.', "direct"),
        ('Ode said the plan was "a trap".', "mixed"),
        ("Ode said the plan was a trap.", "indirect"),
    ],
)
def test_kind(parsed: Callable[..., Doc], text: str, kind: str) -> None:
    assert [statement.kind for statement in read(parsed(text))] == [kind]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Ode said the talks failed.", "say"),
        ("Ode denied that he lied.", "deny"),
        ("Ode vowed to end the strike.", "pledge"),
        ("Ode warned that war was near.", "warn"),
        ("Ode called for an inquiry.", "demand"),
        ("Ode called the offer a trap.", "call"),
        ("Ode believes that the talks failed.", "believe"),
    ],
)
def test_manner(parsed: Callable[..., Doc], text: str, manner: str) -> None:
    assert [statement.manner for statement in read(parsed(text))] == [manner]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Ode said in a statement that the talks failed.", "statement"),
        ('"We tried," Ode tweeted.', "tweet"),
        ("Ode told reporters at a news conference that the talks failed.", "press conference"),
        ("The report said that the talks failed.", "report"),
        ("The ministry issued a statement saying the talks failed.", "statement"),
        ("Ode said that he had read the report.", None),
    ],
)
def test_channel(parsed: Callable[..., Doc], text: str, channel: str | None) -> None:
    assert [statement.channel for statement in read(parsed(text))] == [channel]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ('"We tried," Ode told reporters in Rome.', "reporters"),
        ("Ode told the council that the talks failed.", "the council"),
        ("Ode said that the talks failed.", None),
    ],
)
def test_addressee(parsed: Callable[..., Doc], text: str, addressee: str | None) -> None:
    assert [s.addressee.text if s.addressee else None for s in read(parsed(text))] == [addressee]


def test_the_speaker_is_the_actor_named_there(parsed: Callable[..., Doc]) -> None:
    text = "Maria Ode, a lawyer for Iran, said that the talks failed."
    iran = (text.index("Iran"), text.index("Iran") + 4)
    actors = (
        Actor(id="a1", name="Iran", kind="state", mentions=(iran,)),
        Actor(id="a2", name="Maria Ode", kind="person", mentions=((0, 9),)),
    )
    (statement,) = read(parsed(text), actors=actors)
    assert statement.speaker is not None
    assert (statement.speaker.text, statement.speaker.actor) == ("Maria Ode, a lawyer for Iran", "a2")


def test_a_relative_pronoun_speaks_for_its_antecedent(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Maria Ode, who said the talks failed, left.")
    actors = (Actor(id="a1", name="Maria Ode", kind="person", mentions=((0, 9),)),)
    speaker = read(doc, actors=actors)[0].speaker
    assert speaker is not None and (speaker.text, speaker.actor) == ("who", "a1")


def test_a_statement_told_in_another_points_at_it(parsed: Callable[..., Doc]) -> None:
    outer, inner = read(parsed("The agency said that the minister had denied that he lied."))
    assert (outer.id, outer.inside, inner.id, inner.inside) == ("s1", None, "s2", "s1")
    assert inner.speaker is not None and inner.speaker.text == "the minister"


def test_finish_needs_nothing_but_spans(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Ode said it was over.")
    found = Found((0, 3), (4, 8), ((9, 20),), rule="tagger", confidence=0.5, maker="statements.tagger.v1")
    (statement,) = finish(doc, Record(article=doc.article, made_by=MadeBy(communique="test")), [found])
    assert statement.content[0].text == "it was over"
    assert (statement.by, statement.confidence) == ("statements.tagger.v1", 0.5)
    assert statement.why is not None and statement.why.rule == "tagger"


def test_there_says_nothing(parsed: Callable[..., Doc]) -> None:
    doc = parsed("There are reports that it was over.")
    found = Found((0, 5), (6, 17), ((18, 34),), rule="tagger", confidence=0.5, maker="statements.tagger.v1")
    (statement,) = finish(doc, Record(article=doc.article, made_by=MadeBy(communique="test")), [found])
    assert statement.speaker is None
