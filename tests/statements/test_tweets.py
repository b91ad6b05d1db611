"""Tweets: signed below, or with the handle in front; what is a handle in running text is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.statements.tweets import find_tweets
from communique.types import Statement

Told = Callable[[str], tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("@adaholm: We will never sign!", "@adaholm", ":"),
        ("RT @adaholm: We will never sign!", "@adaholm", ":"),
        ("Ada Holm (@adaholm): We will never sign!", "Ada Holm", ":"),
        ("The replies came at once.\nAda Holm @adaholm: We will never sign!", "Ada Holm", ":"),
        ("Ada Holm ✔ @adaholm: We will never sign!", "Ada Holm", ":"),
        ("Ada Holm (@adaholm): We will never sign! https://t.co/ab1", "Ada Holm", ":"),
        ("Ada Holm (@adaholm)\nWe will never sign!", "Ada Holm", None),
        ("Ada Holm @adaholm · Mar 3\nWe will never sign!", "Ada Holm", None),
        ("Ada Holm\n@adaholm\nWe will never sign!", "Ada Holm", None),
        ("We will never sign! — Ada Holm (@adaholm) March 3, 2019", "Ada Holm", "—"),
        ("We will never sign!\n— Ada Holm (@adaholm) March 3, 2019", "Ada Holm", "—"),
    ],
)
def test_whose_tweet(told: Told, text: str, source: str, cue: str | None) -> None:
    (statement,) = told(text)
    assert statement.speaker is not None and statement.speaker.text == source
    assert (statement.cue and statement.cue.text, statement.channel) == (cue, "tweet")
    assert [part.text for part in statement.content] == ["We will never sign!"]
    assert statement.why is not None and statement.why.words


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('@adaholm: "We will never sign!"', "@adaholm"),
        ("Ada Holm (@adaholm): “We will never sign!”", "Ada Holm"),
        ("“We will never sign!” — @adaholm", "@adaholm"),
        ("“We will never sign!” — Ada Holm (@adaholm)", "Ada Holm"),
    ],
)
def test_a_tweet_in_marks_is_direct(told: Told, text: str, source: str) -> None:
    (statement,) = told(text)
    assert statement.speaker is not None and statement.speaker.text == source
    assert (statement.kind, statement.channel) == ("direct", "tweet")


@pytest.mark.parametrize(
    "text",
    [
        "Follow us on Twitter: @fjordwire",
        "Write to tips@fjord.example: we read all of it.",
        "@adaholm",
        "@adaholm: Never.",
        "We asked readers.\n@adaholm\nWe will never sign!\n@bergode\nThey will sign.",
        "",
    ],
)
def test_no_tweet(parsed: Callable[..., Doc], text: str) -> None:
    assert find_tweets(parsed(text)) == []


def test_a_name_with_a_handle_may_speak_elsewhere(told: Told) -> None:
    (statement,) = told("Ada Holm (@adaholm) said the talks had failed.")
    assert statement.channel is None
