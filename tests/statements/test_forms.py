"""The forms that speech takes in the news, each with its small table: who, by which words, what, and of which kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.types import Statement

Told = Callable[[str], tuple[Statement, ...]]


def row(statement: Statement) -> tuple[str | None, str | None, list[str]]:
    speaker = statement.speaker.text if statement.speaker else None
    return speaker, statement.cue.text if statement.cue else None, [part.text for part in statement.content]


@pytest.mark.parametrize(
    "said",
    [
        "“We tried,”", '"We tried,"', "'We tried,'", "‘We tried,’", "„We tried,“", "„We tried,”", "‚We tried,‘", "«We tried,»",
        "« We tried »,", "»We tried,«", "``We tried,''", "”We tried,”", "“We tried,“",
    ],
)  # fmt: skip
def test_quotation_marks_of_every_style(told: Told, said: str) -> None:
    (statement,) = told(f"{said} Maria Ode said.")
    assert statement.kind == "direct"
    assert row(statement) == ("Maria Ode", "said", [said.removesuffix("»,") + "»" if said.endswith("»,") else said])


@pytest.mark.parametrize("said", ["“a trap”", '"a trap"', "‘a trap’", "„a trap“", "«a trap»"])
def test_a_part_in_marks_is_mixed(told: Told, said: str) -> None:
    (statement,) = told(f"Maria Ode said the plan was {said}.")
    assert (statement.kind, row(statement)[2]) == ("mixed", [f"the plan was {said}"])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Maria Ode said: “We tried. It failed.", ["“We tried. It failed."]),
        ("Maria Ode said: “We tried.\n\n“It failed.\n\n“It is over.”", ["“We tried.", "“It failed.", "“It is over.”"]),
        ("“We tried,” Maria Ode said. “It failed.\n\n“It is over.”", ["“We tried,”", "“It failed.", "“It is over.”"]),
        ('"We tried," Maria Ode said. "It failed.\n\n"It is over."', ['"We tried,"', '"It failed.', '"It is over."']),
        ("\"They told us 'no' twice,\" Maria Ode said.", ["\"They told us 'no' twice,\""]),
        ('"We tried, Maria Ode said. "It failed."', ["We tried"]),
    ],
)
def test_marks_left_open_or_nested(told: Told, text: str, content: list[str]) -> None:
    statement = told(text)[0]
    assert row(statement) == ("Maria Ode", "said", content)
    assert statement.kind == "direct"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It was reported that the talks had failed.", "was reported"),
        ("It has been alleged that the talks had failed.", "has been alleged"),
        ("It is understood that the talks had failed.", "is understood"),
        ("The talks were said to have failed.", "were said"),
        ("The talks reportedly failed.", "reportedly"),
    ],
)
def test_speech_without_a_source(told: Told, text: str, cue: str) -> None:
    (statement,) = told(text)
    assert (statement.speaker, statement.kind) == (None, "indirect")
    assert statement.cue is not None and statement.cue.text == cue


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("According to Maria Ode, the talks failed.", "According to", ["the talks failed"]),
        ("The talks, according to Maria Ode, failed.", "according to", ["The talks", "failed"]),
        ('"The talks failed," according to Maria Ode.', "according to", ['"The talks failed,"']),
        ("In the words of Maria Ode, the talks have failed.", "In the words", ["the talks have failed"]),
        ("In Maria Ode's view, the talks have failed.", "In Maria Ode's view", ["the talks have failed"]),
    ],
)
def test_a_source_beside_the_clause(told: Told, text: str, cue: str, content: list[str]) -> None:
    assert [row(statement) for statement in told(text)] == [("Maria Ode", cue, content)]


_BODY = "\n\nPrime Minister Ada Holm met the council on Monday."


@pytest.mark.parametrize(
    ("headline", "source", "cue", "content"),
    [
        ("Holm: No deal without relief", "Holm", ":", "No deal without relief"),
        ("Foreign minister: talks have failed", "Foreign minister", ":", "talks have failed"),
        ("No deal without relief: Holm", "Holm", ":", "No deal without relief"),
        ("No deal without relief - Holm", "Holm", "-", "No deal without relief"),
        ("Talks have failed – minister", "minister", "–", "Talks have failed"),
        ("Talks have failed, says Holm", "Holm", "says", "Talks have failed"),
        ("Talks have failed, Holm says", "Holm", "says", "Talks have failed"),
        ("Talks to fail, critics say", "critics", "say", "Talks to fail"),
        ("PM Holm: talks have failed", "PM Holm", ":", "talks have failed"),
        ("Holm: no deal", "Holm", ":", "no deal"),
        ("Holm: ‘No deal without relief’", "Holm", ":", "‘No deal without relief’"),
        ("Holm on talks: ‘No deal without relief’", "Holm", ":", "‘No deal without relief’"),
        ("‘No deal without relief,’ says Holm", "Holm", "says", "‘No deal without relief,’"),
        ("Talks a ‘trap’: Holm", "Holm", ":", "Talks a ‘trap’"),
        ("Norway: we will not sign", "Norway", ":", "we will not sign"),
        ("Holm says talks have failed", "Holm", "says", "talks have failed"),
        (
            "Holm says she 'can' and 'will' close port to all ships",
            "Holm",
            "says",
            "she 'can' and 'will' close port to all ships",
        ),
        ("MPs demand 'harbour leak' answers", "MPs", "demand", "'harbour leak' answers"),
        ("Norwegian court finds closing of port unlawful", "Norwegian court", "finds", "closing of port unlawful"),
        ("Opposition calls for early vote", "Opposition", "calls for", "early vote"),
        ("Holm slams port plan, praises Kirkenes crews", "Holm", "slams", "port plan"),
        ("Fleet ‘close to harbour’ for days - Holm", "Holm", "-", "Fleet ‘close to harbour’ for days"),
    ],
)
def test_headlines(told: Told, headline: str, source: str, cue: str, content: str) -> None:
    (statement,) = told(headline + _BODY)
    assert row(statement) == (source, cue, [content])
    assert source != "Holm" or (statement.speaker is not None and statement.speaker.actor is not None)


@pytest.mark.parametrize(
    "headline",
    [
        "Norway to leave treaty - The Daily News",
        "Exclusive: Norway to leave treaty",
        "Analysis: Why the talks failed",
        "Norway leaves treaty - live updates",
        "Holm meets council - Oslo",
        "Norway leaves the treaty: what now",
        "Norway: the facts",
        "Treaty: what we know",
        "Fresh fears over port demand answers",
        "Port rules back in force",
    ],
)
def test_headlines_without_a_source(told: Told, headline: str) -> None:
    assert told(headline + _BODY) == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("And from Holm: “We will never sign.”", "Holm"),
        ("This from Maria Ode: “We will never sign.”", "Maria Ode"),
        ("From the minister’s office: “We will never sign.”", "the minister’s office"),
        ('In the words of Maria Ode: "We will never sign."', "Maria Ode"),
        ('Maria Ode, minister of finance: "We will never sign."', "Maria Ode, minister of finance"),
        ('Her answer was clear: "We will never sign."', "Her"),
        ('The ministry\'s statement reads: "We will never sign."', "The ministry's statement"),
        ('"We will never sign." — Maria Ode', "Maria Ode"),
    ],
)
def test_lead_ins_and_dashes(told: Told, text: str, source: str) -> None:
    (statement,) = told(text)
    assert statement.kind == "direct"
    assert statement.speaker is not None and statement.speaker.text == source


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Q: Will you sign?\nA: We will never sign.", ["Q", "A"]),
        ("HOLM: We never sign.\nHOST: Why not?\nHOLM: It is a trap.", ["HOLM", "HOST", "HOLM"]),
        ("HOLM (through interpreter): Never.\nHOST: Why?\nHOLM: It is a trap.", ["HOLM (through interpreter)", "HOST", "HOLM"]),
        ("Reporter: Will you sign?\nHolm: Never.\nReporter: Why?\nHolm: It is a trap.", ["Reporter", "Holm"] * 2),
    ],
)
def test_turns(told: Told, text: str, speakers: list[str]) -> None:
    statements = [statement for statement in told(text) if statement.why is not None and statement.why.rule == "turn"]
    assert [statement.speaker.text if statement.speaker else None for statement in statements] == speakers


def test_a_turn_goes_on_in_the_next_paragraph(told: Told) -> None:
    text = "HOLM: We never sign.\nIt is a trap.\n(Applause.)\nHOST: Why?\nHOLM: It is old.\nGood night."
    first, _, last = (statement for statement in told(text) if statement.why is not None and statement.why.rule == "turn")
    assert row(first)[2] == ["We never sign.", "It is a trap."]
    assert row(last)[2] == ["It is old."]


@pytest.mark.parametrize(
    "text",
    [
        "Place: The town hall.\nTime: Noon.\nPrice: Ten euros.",
        "BEST GOAL: It was the second.\nWORST GOAL: It was the first.\nBEST SAVE: There was none.",
    ],
)
def test_labels_that_nobody_speaks_under(told: Told, text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("We will never sign! — Ada Holm (@adaholm) March 3, 2019", "Ada Holm", ["We will never sign!"]),
        ('"We will never sign!" — Ada Holm (@adaholm) March 3, 2019', "Ada Holm", ['"We will never sign!"']),
        ("We will never sign! pic.twitter.com/ab1 — Ada Holm (@adaholm)", "Ada Holm", ["We will never sign!"]),
        ("We will never sign!\n— Ada Holm (@adaholm) March 3, 2019", "Ada Holm", ["We will never sign!"]),
        ('"We will never sign!" Holm tweeted.', "Holm", ['"We will never sign!"']),
        ('Holm tweeted: "We will never sign!"', "Holm", ['"We will never sign!"']),
    ],
)
def test_tweets(told: Told, text: str, source: str, content: list[str]) -> None:
    (statement,) = told(text)
    assert (row(statement)[0], row(statement)[2], statement.channel) == (source, content, "tweet")
    assert statement.when is None or statement.when.start == "2019-03-03"
    assert ("March" in text) == (statement.when is not None)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"Will you sign?" a reporter asked. "Never," Holm answered.', ["a reporter", "Holm"]),
        ('Asked if she would sign, Holm replied: "Never."', [None, "Holm"]),
    ],
)
def test_question_and_answer(told: Told, text: str, speakers: list[str | None]) -> None:
    statements = told(text)
    assert [statement.speaker.text if statement.speaker else None for statement in statements] == speakers
    assert [statement.manner for statement in statements] == ["ask", "answer"]
