"""Direct speech: who said which quotation, wherever the cue stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.statements import detect

Row = tuple[str | None, str | None, list[str]]


def rows(doc: Doc) -> list[Row]:
    """Source, cue and contents of every attribution of a quotation."""
    text = doc.article.text
    part = lambda span: text[span[0] : span[1]] if span else None  # noqa: E731
    return [(part(f.source), part(f.cue), [text[s:e] for s, e in f.content]) for f in detect(doc) if f.rule.startswith("quote")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will not go back," Ode said.', [("Ode", "said", ['"We will not go back,"'])]),
        ('"We will not go back," said Ode, a lawyer.', [("Ode, a lawyer", "said", ['"We will not go back,"'])]),
        ('Ode said: "We will not go back."', [("Ode", "said", ['"We will not go back."'])]),
        ('Ode said on Friday "We will not go back."', [("Ode", "said", ['"We will not go back."'])]),
        ('"Will you go back?" the judge asked.', [("the judge", "asked", ['"Will you go back?"'])]),
        (
            '"The envoy," Ode said, "has not come back."',
            [("Ode", "said", ['"The envoy,"', '"has not come back."'])],
        ),
        (
            '"We tried," Ode told reporters on Monday. "It was no use. They left."',
            [("Ode", "told", ['"We tried,"', '"It was no use. They left."'])],
        ),
        (
            '"We tried," Ode said. "It was no use," her deputy added.',
            [("Ode", "said", ['"We tried,"']), ("her deputy", "added", ['"It was no use,"'])],
        ),
        ('Her gazette quoted Lind as saying: "The drill was a success."', [("Lind", "saying", ['"The drill was a success."'])]),
        ('But now "the talks are over," she said.', [("she", "said", ['But now "the talks are over,"'])]),
    ],
)
def test_a_quotation_has_its_source_and_cue(parsed: Callable[..., Doc], text: str, expected: list[Row]) -> None:
    assert rows(parsed(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "snapback" clause was dropped.',
        'He starred in the film "Northern Lights" and won a prize.',
        '"',
        '""',
    ],
)
def test_scare_quotes_and_titles_are_no_statements(parsed: Callable[..., Doc], text: str) -> None:
    assert detect(parsed(text)) == []


def test_a_title_in_the_tail_is_no_further_quotation(parsed: Callable[..., Doc]) -> None:
    text = '"We tried," Ode told the programme "World Today" on Monday. "It was no use."'
    assert rows(parsed(text)) == [("Ode", "told", ['"We tried,"', '"It was no use."'])]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph(parsed: Callable[..., Doc]) -> None:
    text = 'Ode said: "We tried hard.\n\n"It was no use."\n\nThe talks ended.'
    assert rows(parsed(text)) == [("Ode", "said", ['"We tried hard.', '"It was no use."'])]


def test_a_paragraph_that_is_one_quotation_goes_on_with_the_speaker(parsed: Callable[..., Doc]) -> None:
    text = '"We tried hard," Ode said.\n\n"It was no use. They had left."\n\nThe talks ended.'
    assert rows(parsed(text)) == [("Ode", "said", ['"We tried hard,"', '"It was no use. They had left."'])]


def test_a_new_paragraph_about_something_else_ends_the_speech(parsed: Callable[..., Doc]) -> None:
    text = '"We tried hard," Ode said.\n\nThe hall was empty. "Closed today" was written on the door.'
    assert rows(parsed(text)) == [("Ode", "said", ['"We tried hard,"'])]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ode left.\n“We tried hard.”\n“It failed,” Ode said.", ["“We tried hard.”", "“It failed,”"]),
        ("Ode left.\n“We tried hard.”\nIt rained.\n“It failed,” Ode said.", ["“It failed,”"]),
    ],
)
def test_a_whole_paragraph_opens_the_next_speech(parsed: Callable[..., Doc], text: str, content: list[str]) -> None:
    doc = parsed(text)
    (found,) = detect(doc)
    assert [doc.text(span) for span in found.content] == content


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Speaking to Norsk Presse, the head of the Union for the Defence of Ports, Maria Ode, said, “We will never sign.”",
            "Ode",
        ),
        ("A sailor described for Norsk Presse how the fire spread, stating, “We saw a man run from the quay.”", "A sailor"),
    ],
)
def test_who_speaks_where_the_tree_is_lost(parsed: Callable[..., Doc], text: str, source: str) -> None:
    doc = parsed(text)
    found = next(one for one in detect(doc) if one.rule == "quote-before")
    assert found.source is not None and source in doc.text(found.source)
