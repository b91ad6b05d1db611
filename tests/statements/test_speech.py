"""Quotations without a verb of saying: labels, lead-ins, dashes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.statements import detect


@pytest.mark.parametrize(
    ("text", "rule", "source", "cue"),
    [
        ('"The children are worried." — Maria Ode', "quote-dash", "Maria Ode", "—"),
        ('"The children are worried."\n\n- Maria Ode.\n\nThe senator left.', "quote-dash", "Maria Ode", "-"),
        ('And from Maria Ode: "We will never go back."', "quote-label", "Maria Ode", ":"),
        ('Then there was this from Maria Ode: "We will never go back."', "quote-label", "Maria Ode", ":"),
        ('A warning from Maria Ode: "We will never go back."', "quote-label", "Maria Ode", ":"),
        ('Maria Ode on Monday: "We will never go back."', "quote-label", "Maria Ode", ":"),
        ('Maria Ode, on the strike: "We will never go back."', "quote-label", "Maria Ode", ":"),
        ('Maria Ode, minister of finance: "We will never go back."', "quote-label", "Maria Ode, minister of finance", ":"),
        ("“The children are worried.”― Maria Ode.\u00a0", "quote-dash", "Maria Ode", "―"),
        ('"We will never go back." — @mariaode', "quote-dash", "@mariaode", "—"),
        ('@mariaode: "We will never go back."', "quote-label", "@mariaode", ":"),
        (
            'Ode has since regretted her part in it: "We should have waited for the thaw."',
            "quote-lead-in",
            "Ode",
            "has since regretted her part in it:",
        ),
    ],
)
def test_layouts_without_a_verb_of_saying(parsed: Callable[..., Doc], text: str, rule: str, source: str, cue: str) -> None:
    (found,) = detect(parsed(text))
    assert found.source is not None and found.cue is not None
    assert (found.rule, text[slice(*found.source)], text[slice(*found.cue)]) == (rule, source, cue)


@pytest.mark.parametrize(
    "text",
    [
        'The motto on the wall: "Nobody is above the law."',
        'He watched "The Long Road North" - it was dull.',
        'One word stood there: "No."',
    ],
)
def test_a_quotation_that_nobody_says(parsed: Callable[..., Doc], text: str) -> None:
    assert detect(parsed(text)) == []


def test_what_a_source_was_doing_is_no_part_of_it(parsed: Callable[..., Doc]) -> None:
    text = "Maria Ode, speaking in Rome, said that the talks failed."
    (found,) = detect(parsed(text))
    assert found.source is not None and text[slice(*found.source)] == "Maria Ode"
