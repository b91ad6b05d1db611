"""Indirect and mixed speech: verbs in their frames, nouns, `according to`, labels."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.statements import Found, detect


def row(doc: Doc, found: Found) -> tuple[str | None, str | None, list[str]]:
    text = doc.article.text
    source = text[found.source[0] : found.source[1]] if found.source else None
    cue = text[found.cue[0] : found.cue[1]] if found.cue else None
    return source, cue, [text[start:end] for start, end in found.content]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ode said that the talks had failed.", "Ode", "said", ["that the talks had failed"]),
        ("She has also said the talks failed.", "She", "has also said", ["the talks failed"]),
        ("The talks had failed, officials said.", "officials", "said", ["The talks had failed"]),
        ("The talks, officials said, had failed on Friday.", "officials", "said", ["The talks", "had failed on Friday"]),
        ("Ode denied that he had lied.", "Ode", "denied", ["that he had lied"]),
        ("The ministry vowed to end the strike.", "The ministry", "vowed", ["to end the strike"]),
        ("The ministry urged residents to leave.", "The ministry", "urged", ["residents to leave"]),
        ("Tehran accused Washington of breaking its word.", "Tehran", "accused", ["Washington of breaking its word"]),
        ("The envoy called the offer a trap.", "The envoy", "called", ["the offer a trap"]),
        ("The senator called for an inquiry.", "The senator", "called for", ["an inquiry"]),
        ("The senator called for the port to be closed.", "The senator", "called for", ["the port to be closed"]),
        ("Ode ended what she described as a costly war.", "she", "described as", ["a costly war"]),
        ("It is a law which the council called a trap.", "the council", "called", ["a trap"]),
        ("Ode expressed solidarity with Norway.", "Ode", "expressed", ["solidarity with Norway"]),
        ("Ode said a tug approached and rammed the ferry.", "Ode", "said", ["a tug approached and rammed the ferry"]),
        ("Ode expressed regret on Monday.", "Ode", "expressed", ["regret"]),
        ("Their demands include an inquiry and new polls.", "Their", "demands include", ["an inquiry and new polls"]),
        ("Asked whether he would resign, Ode shrugged.", None, "Asked", ["whether he would resign"]),
        ("Ode was accused of lying by the opposition.", "the opposition", "was accused", ["Ode", "of lying"]),
        ("Ode was accused by the council of lying.", "the council", "was accused", ["Ode", "of lying"]),
        ("Ode has made it clear that the talks failed.", "Ode", "has made it clear", ["that the talks failed"]),
        ("Ode made clear she would not sign.", "Ode", "made clear", ["she would not sign"]),
        ("“We tried,” Maria Ode (Labour) said.", "Maria Ode (Labour)", "said", ["“We tried,”"]),
        ("Ode was asked to resign by the government.", "the government", "was asked", ["Ode", "to resign"]),
        ("Ode was accused of winning by fraud.", None, "was accused", ["Ode", "of winning by fraud"]),
        ("The port is expected to open in May.", None, "is expected", ["The port", "to open in May"]),
        (
            "The ministry issued a statement saying the talks failed.",
            "The ministry",
            "issued a statement saying",
            ["the talks failed"],
        ),
        (
            "The ministry said in a statement released on Monday that the port would close.",
            "The ministry",
            "said",
            ["that the port would close"],
        ),
        ("Ode, who said the talks failed, left.", "who", "said", ["the talks failed"]),
        ("According to the police, three people died.", "the police", "According to", ["three people died"]),
        ("Three people died, according to the police.", "the police", "according to", ["Three people died"]),
        ("The suspect reportedly fled to Oman.", None, "reportedly", ["The suspect", "fled to Oman"]),
        ("Kremlin: New launch raises tension", "Kremlin", ":", ["New launch raises tension"]),
    ],
)
def test_one_attribution(parsed: Callable[..., Doc], text: str, source: str | None, cue: str, content: list[str]) -> None:
    doc = parsed(text)
    assert [row(doc, found) for found in detect(doc)] == [(source, cue, content)]


@pytest.mark.parametrize(
    "text", ["How did Ode make sure that the port was clear?", "Ode made the port clear.", "Ode called off the talks."]
)
def test_what_tells_of_no_speech(parsed: Callable[..., Doc], text: str) -> None:
    assert detect(parsed(text)) == []


def test_a_clause_holds_its_quotation_whole(parsed: Callable[..., Doc]) -> None:
    doc = parsed('Ode said the plan was "a trap. It will never work," and left.')
    contents = [row(doc, found)[2] for found in detect(doc)]
    assert contents == [['the plan was "a trap. It will never work,"']]


def test_a_quotation_without_a_cue_follows_the_statement_before_it(parsed: Callable[..., Doc]) -> None:
    doc = parsed('Ode said the talks had failed. "They never wanted a deal." The hall was empty.')
    assert [row(doc, found) for found in detect(doc)] == [
        ("Ode", "said", ["the talks had failed", '"They never wanted a deal."'])
    ]


def test_two_verbs_share_a_source(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Ode said it will be safe and proposed last month that both sides meet.")
    assert [row(doc, found) for found in detect(doc)] == [
        ("Ode", "said", ["it will be safe"]),
        ("Ode", "proposed", ["that both sides meet"]),
    ]


def test_nothing_inside_quotation_marks_is_an_attribution(parsed: Callable[..., Doc]) -> None:
    doc = parsed('"The police said that he lied," Ode said.')
    assert [found.rule for found in detect(doc)] == ["quote-after"]


@pytest.mark.parametrize(
    "text", ["The minister opened the bridge.", "Iran: floods in the south", "The army attacked the town.", "Said."]
)
def test_plain_actions_are_no_statements(parsed: Callable[..., Doc], text: str) -> None:
    assert detect(parsed(text)) == []


def test_turns_of_a_transcript(parsed: Callable[..., Doc]) -> None:
    doc = parsed("HOST: How bad is it?\nODE: Very bad indeed.\nHOST: Thank you.\nThe end.")
    assert [row(doc, found) for found in detect(doc) if found.rule == "turn"] == [
        ("HOST", ":", ["How bad is it?"]),
        ("ODE", ":", ["Very bad indeed."]),
        ("HOST", ":", ["Thank you."]),
    ]
