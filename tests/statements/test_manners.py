"""What a statement does: from its cue, its nouns, its particles, what it is done to, and whether it is denied."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.statements import Found, finish
from communique.types import MadeBy, Record, Statement

Told = Callable[[str], tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Ode said that the talks had failed.", "say"),
        ("Ode announced that the talks had failed.", "announce"),
        ("Ode confirmed that the talks had failed.", "report"),
        ("Ode admitted that the talks had failed.", "admit"),
        ("Ode insisted that the talks had failed.", "argue"),
        ("Ode claimed that the talks had failed.", "claim"),
        ("Ode suggested that the talks had failed.", "suggest"),
        ("Ode explained that the talks had failed.", "explain"),
        ("Ode replied that the talks had failed.", "answer"),
        ("Ode denied that the talks had failed.", "deny"),
        ("Ode believes that the talks will fail.", "believe"),
        ("Ode fears that the talks will fail.", "fear"),
        ("Ode hopes that the talks go on.", "hope"),
        ("Ode predicted that the talks would fail.", "predict"),
        ("Ode warned that the talks would fail.", "warn"),
        ("Ode promised that the talks would go on.", "pledge"),
        ("Ode demanded that Norway sign.", "demand"),
        ("Ode proposed that Norway sign.", "propose"),
        ("Ode wants Norway to sign.", "want"),
        ("Ode refused to sign.", "refuse"),
        ("Ode agreed to sign.", "agree"),
        ("Ode plans to sign.", "plan"),
        ("Ode offered to sign.", "offer"),
        ("Ode threatened to leave.", "threaten"),
        ("Ode opposed the plan.", "oppose"),
        ("Ode condemned the attack.", "criticize"),
        ("Ode praised Norway.", "praise"),
        ("Ode accused Norway of lying.", "accuse"),
        ("The court ruled that the plan was void.", "find"),
        ("The poll shows that the plan is popular.", "show"),
    ],
)
def test_verbs(told: Told, text: str, manner: str) -> None:
    assert [statement.manner for statement in told(text)] == [manner]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Ode asked whether the talks had failed.", "ask"),
        ("Ode asked for help.", "demand"),
        ("Ode asked Norway to sign.", "urge"),
        ("Norway was asked to sign.", "urge"),
        ("Ode told residents that the talks had failed.", "say"),
        ("Ode told residents to leave.", "demand"),
        ("Residents were told to leave.", "demand"),
        ("Ode called the plan a trap.", "call"),
        ("Ode ended what she described as a trap.", "call"),
        ("Ode called for talks.", "demand"),
        ("Ode called on Norway to sign.", "urge"),
        ("Ode questioned the plan.", "criticize"),
        ("Ode ruled out that the talks would go on.", "refuse"),
        ("Ode pointed out that the talks had failed.", "say"),
        ("Ode lashed out at Norway over the plan.", "criticize"),
        ("Ode spoke out against the plan.", "criticize"),
        ("Ode rejected the offer.", "refuse"),
        ("Ode rejected the claim that she lied.", "deny"),
        ("The claim was rejected by Ode.", "deny"),
        ("Ode dismissed the allegations as false.", "deny"),
        ("Ode dismissed the offer as a trap.", "refuse"),
    ],
)
def test_particles_frames_and_objects_change_the_sense(told: Told, text: str, manner: str) -> None:
    assert [statement.manner for statement in told(text)] == [manner]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Ode expressed hope that the talks would go on.", "hope"),
        ("Ode expressed concern that the talks would fail.", "fear"),
        ("Ode expressed regret over the deaths.", "apologize"),
        ("Ode voiced support for the plan.", "support"),
        ("Ode is worried that the talks will fail.", "fear"),
    ],
)
def test_nouns_and_adjectives_beside_a_light_verb(told: Told, text: str, manner: str) -> None:
    assert [statement.manner for statement in told(text)] == [manner]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Ode did not say whether the talks had failed.", "not say"),
        ("Ode has never said that the talks had failed.", "not say"),
        ("Ode would not say whether the talks had failed.", "not say"),
        ("Ode didn't deny that the talks had failed.", "not deny"),
        ("Ode no longer believes that the talks will fail.", "not believe"),
        ("Ode has not ruled out that the talks will go on.", "not refuse"),
        ("Nobody said that the talks had failed.", "not say"),
        ("No official has said that the talks failed.", "not say"),
        ("Ode not only said that the talks had failed, she left.", "say"),
        ("Ode declined to say whether the talks had failed.", "refuse"),
        ("Ode said that the talks had not failed.", "say"),
    ],
)
def test_what_was_not_said_is_told_as_that(told: Told, text: str, manner: str) -> None:
    assert [statement.manner for statement in told(text)] == [manner]


@pytest.mark.parametrize(
    ("text", "cue", "content", "manner"),
    [
        ("Ode issued a warning that the talks would fail.", "issued a warning", "that the talks would fail", "warn"),
        ("Ode made no promise that the talks would go on.", "made no promise", "that the talks would go on", "not pledge"),
        ("Ode gave an assurance that she would sign.", "gave an assurance", "that she would sign", "pledge"),
        ("Ode made it clear that the talks had failed.", "made it clear", "that the talks had failed", "say"),
        ("Ode hit out at the plan.", "hit out at", "the plan", "criticize"),
        ("“No,” Ode hit back.", "hit back", "“No,”", "answer"),
        ("Ode took issue with the plan.", "took issue with", "the plan", "disagree"),
        ("Ode told residents to leave.", "told", "to leave", "demand"),
        ("Residents were told to leave.", "were told", "to leave", "demand"),
        ("Her denial that she lied was brief.", "denial", "that she lied", "deny"),
        ("The promise to sign was empty.", "promise", "to sign", "pledge"),
    ],
)
def test_a_models_cues_are_read_the_same(parsed: Callable[..., Doc], text: str, cue: str, content: str, manner: str) -> None:
    doc = parsed(text)
    spans = [(text.index(part), text.index(part) + len(part)) for part in (cue, content)]
    found = Found(None, spans[0], (spans[1],), rule="tagger", confidence=0.5, maker="statements.tagger.v1")
    (statement,) = finish(doc, Record(article=doc.article, made_by=MadeBy(communique="test")), [found])
    assert statement.manner == manner
