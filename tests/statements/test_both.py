"""Every form of speech in the news, told by the rules and by the trained model alike: who, what, of which kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from communique.models.store import is_shipped
from communique.pipeline import choose_stages, run
from communique.types import Article, Statement

_NO_MODEL = pytest.mark.skipif(not is_shipped("statements"), reason="the statement model is not part of this checkout")
MODELS = ["rules", pytest.param("learned", marks=_NO_MODEL)]
_EDGES = " .,:;“”„«»‘’‚\"'"

QUOTED = {
    "curly": "“We tried to help,” Maria Ode said.",
    "straight": '"We tried to help," Maria Ode said.',
    "single": "'We tried to help,' Maria Ode said.",
    "single curly": "‘We tried to help,’ Maria Ode said.",
    "German": "„We tried to help“, Maria Ode said.",
    "French": "« We tried to help », Maria Ode said.",
    "behind a colon": "Maria Ode said: “We tried to help.”",
    "behind the verb": "“We tried to help,” said Maria Ode.",
    "left open": "Maria Ode said: “We tried to help.",
}
SOURCES = {
    "“We tried to help,” she added.": "she",
    "She added that they had tried to help.": "She",
    "The spokesman said they had tried to help.": "The spokesman",
    "“We tried to help,” a spokeswoman for the ministry said.": "a spokeswoman for the ministry",
    "Critics say the plan has failed.": "Critics",
    "“The plan has failed,” officials said.": "officials",
    "According to Maria Ode, the plan has failed.": "Maria Ode",
    "The plan has failed, according to two officials.": "two officials",
    "It was reported that the plan had failed.": None,
    "It is believed that the plan has failed.": None,
    "There were claims that the plan had failed.": None,
    "There is speculation that the plan will fail.": None,
    "The ministry said in a statement that the plan had failed.": "The ministry",
    "Maria Ode tweeted: “The plan has failed.”": "Maria Ode",
    "And from Maria Ode: “The plan has failed for good.”": "Maria Ode",
    "“The plan has failed for good.” — Maria Ode": "Maria Ode",
    "@mariaode: The plan has failed for good!": "@mariaode",
    "Maria Ode (@mariaode): The plan has failed for good!": "Maria Ode",
    "The plan has failed for good! — Maria Ode (@mariaode) March 3, 2019": "Maria Ode",
}
TURNS = {
    "Q: Will you sign?\nA: We will never sign.": ["Q", "A"],
    "HOLM: We will never sign.\nQUESTION: Why not?\nHOLM: It is a trap.": ["HOLM", "QUESTION", "HOLM"],
    "((FW)) Will you sign?\n((Ada Holm)) We will never sign.": ["FW", "Ada Holm"],
    "“Will you sign?” a reporter asked. “We will never sign it,” Ada Holm answered.": ["a reporter", "Ada Holm"],
}
HEADLINES = {
    "Holm: No deal without relief": "No deal without relief",
    "No deal without relief - Holm": "No deal without relief",
    "No deal without relief: Holm": "No deal without relief",
    "Holm says talks have failed": "talks have failed",
}


@pytest.fixture(scope="module", params=MODELS)
def told_by(request: pytest.FixtureRequest, nlp: Language) -> Callable[[str], tuple[Statement, ...]]:
    stages = choose_stages(["actors", "statements"], model=request.param)
    return lambda text: run(Article(id="test", text=text), nlp, stages=stages, explain=True).statements


def said(statement: Statement) -> list[str]:
    return [part.text.removeprefix("that ").strip(_EDGES) for part in statement.content]


def speaker(statement: Statement) -> str | None:
    return statement.speaker.text if statement.speaker else None


@pytest.mark.parametrize("text", QUOTED.values(), ids=QUOTED)
def test_marks(told_by: Callable[[str], tuple[Statement, ...]], text: str) -> None:
    (statement,) = told_by(text)
    assert (statement.kind, speaker(statement), said(statement)) == ("direct", "Maria Ode", ["We tried to help"])


def test_a_part_in_marks_is_mixed(told_by: Callable[[str], tuple[Statement, ...]]) -> None:
    (statement,) = told_by("Maria Ode said the plan was “a trap”.")
    assert (statement.kind, said(statement)) == ("mixed", ["the plan was “a trap"])


def test_marks_left_open_over_paragraphs(told_by: Callable[[str], tuple[Statement, ...]]) -> None:
    statements = told_by("“We tried to help,” Maria Ode said. “It failed.\n\n“It is over.”")
    assert [speaker(statement) for statement in statements] == ["Maria Ode"]
    assert said(statements[0]) == ["We tried to help", "It failed", "It is over"]


@pytest.mark.parametrize(("text", "source"), SOURCES.items())
def test_sources(told_by: Callable[[str], tuple[Statement, ...]], text: str, source: str | None) -> None:
    (statement,) = told_by(text)
    assert speaker(statement) == source
    assert statement.kind == ("direct" if "“" in text else "indirect")
    assert statement.cue is not None


@pytest.mark.parametrize(("text", "speakers"), TURNS.items())
def test_turns(told_by: Callable[[str], tuple[Statement, ...]], text: str, speakers: list[str]) -> None:
    assert [speaker(statement) for statement in told_by(text)] == speakers


@pytest.mark.parametrize(("headline", "content"), HEADLINES.items())
def test_headlines(told_by: Callable[[str], tuple[Statement, ...]], headline: str, content: str) -> None:
    (statement,) = told_by(f"{headline}\n\nPrime Minister Ada Holm met the council on Monday.")
    assert (speaker(statement), said(statement)) == ("Holm", [content])
