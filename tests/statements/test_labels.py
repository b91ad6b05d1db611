"""Labels of speakers in transcripts and interviews: whose they are, what is said under them, and which are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.statements.found import Found
from communique.statements.labels import find_turns
from communique.types import Statement


def rows(doc: Doc, found: list[Found]) -> list[tuple[str | None, str | None, list[str]]]:
    return [
        (one.source and doc.text(one.source), one.cue and doc.text(one.cue), [doc.text(span) for span in one.content])
        for one in found
    ]


TURNS = {
    "HOLM: We never sign.\nQUESTION: Why not?\nHOLM: It is a trap.": [
        ("HOLM", ":", ["We never sign."]),
        ("QUESTION", ":", ["Why not?"]),
        ("HOLM", ":", ["It is a trap."]),
    ],
    "MS. HOLM: We never sign.\nQ   Why not?\nMS. HOLM: It is a trap.": [
        ("MS. HOLM", ":", ["We never sign."]),
        ("Q", None, ["Why not?"]),
        ("MS. HOLM", ":", ["It is a trap."]),
    ],
    # A transcript that is quoted: every paragraph opens the quotation again, the last closes it.
    '"HOLM: We never sign.\n"ODE: Why not?\n"HOLM: It is a trap.\n"And you know it."\nOde left. "Enough," he said.': [
        ("HOLM", ":", ["We never sign."]),
        ("ODE", ":", ["Why not?"]),
        ("HOLM", ":", ["It is a trap.", "And you know it."]),
    ],
    "“HOLM: We never sign.”\n“ODE: Why not?”\n“HOLM: It is a trap.”\n“And you know it,” Ode said.": [
        ("HOLM", ":", ["We never sign."]),
        ("ODE", ":", ["Why not?"]),
        ("HOLM", ":", ["It is a trap."]),
    ],
    "THE MINISTER: No.\nQ: Why?\nTHE MINISTER: A trap.": [
        ("THE MINISTER", ":", ["No."]),
        ("Q", ":", ["Why?"]),
        ("THE MINISTER", ":", ["A trap."]),
    ],
    "Q. Will you sign?\nA. We never sign.": [("Q", ".", ["Will you sign?"]), ("A", ".", ["We never sign."])],
    "Question: Will you sign?\nAnswer: Never.": [("Question", ":", ["Will you sign?"]), ("Answer", ":", ["Never."])],
    "Holm: We never sign.\nOde: Why not?\nHolm: It is a trap.": [
        ("Holm", ":", ["We never sign."]),
        ("Ode", ":", ["Why not?"]),
        ("Holm", ":", ["It is a trap."]),
    ],
    "((FW))  Will you sign?\n((Ada Holm)) We never sign.": [
        ("FW", None, ["Will you sign?"]),
        ("Ada Holm", None, ["We never sign."]),
    ],
    "((FW)) Will you sign?\nAda Holm: Never.\n((FW)) Why?\nAda Holm: It is a trap.": [
        ("FW", None, ["Will you sign?"]),
        ("Ada Holm", ":", ["Never."]),
        ("FW", None, ["Why?"]),
        ("Ada Holm", ":", ["It is a trap."]),
    ],
}


@pytest.mark.parametrize(("text", "turns"), TURNS.items())
def test_turns(parsed: Callable[..., Doc], text: str, turns: list[tuple[str, str | None, list[str]]]) -> None:
    doc = parsed(text)
    assert rows(doc, find_turns(doc)) == turns


def test_nobody_goes_on_behind_a_question(parsed: Callable[..., Doc]) -> None:
    doc = parsed("HOLM: Never.\nIt is a trap.\nHOST: Why?\nA bell rang.\nHOLM: It is old.")
    assert [content for _, _, content in rows(doc, find_turns(doc))] == [["Never.", "It is a trap."], ["Why?"], ["It is old."]]


@pytest.mark.parametrize(
    "text",
    [
        "Holm: We never sign.\nOde: It is a trap.\nHolm: It is old.",
        "Holm: We never sign.\nThe hall was cold.\nOde: Why not?\nThe doors closed.\nHolm: It is a trap.",
        "((Note)) The hall was cold.",
        "READ MORE: Holm signs\nHolm left.\nUPDATE: Holm is back.",
        "Oslo: The talks failed.\nRome: Did they?",
        "A. The first point.\nB. The second point.",
        "",
    ],
)
def test_labels_that_name_no_speaker(parsed: Callable[..., Doc], text: str) -> None:
    assert find_turns(parsed(text)) == []


def test_a_question_is_asked(told: Callable[[str], tuple[Statement, ...]]) -> None:
    turns = told("Q: Will you sign?\nA: We never sign.")
    assert [statement.manner for statement in turns] == ["ask", "say"]
