from __future__ import annotations

import pytest

from communique.clean.blocks import copyright_and_tail, opened_blocks, picture_series
from communique.clean.lines import split_lines

STORY = "The two ministers met in Holmstad on Monday and agreed on nothing.\n"


def marked(text: str, found: list[tuple[int, tuple[str, tuple[int, int]]]]) -> list[tuple[str, str]]:
    return [(kind, text[slice(*span)]) for _, (kind, span) in found]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("Read more:\nA cat in the cabinet\nWho let the goat in?\nThe goat that ate the treaty", "related"),
        ("Trending Right Now:\nA cat in the cabinet", "related"),
        ("Story highlights Ministers leave without a deal\nTalks go on next week, aide says", "highlights"),
        ("About The Author\nAda Holm writes about fish. She lives in Holmstad.", "byline"),
    ],
)
def test_a_heading_opens_a_block(block: str, kind: str) -> None:
    text = block + "\n" + STORY
    assert marked(text, list(opened_blocks(split_lines(text), set()))) == [(kind, line) for line in block.split("\n")]


def test_a_block_ends_at_the_story() -> None:
    text = "Read more:\n" + STORY + "A subhead\n"
    assert marked(text, list(opened_blocks(split_lines(text), set()))) == [("related", "Read more:")]


def test_pictures_of_a_series_are_found_with_its_head() -> None:
    series = "Norland in pictures\n3 show all Norland in pictures\n1/3 2001 A boat. Jon Berg\n2/3 2002 A net.\n3/3 2003 Cod."
    text = STORY + series + "\n" + STORY
    assert sorted(marked(text, list(picture_series(split_lines(text))))) == sorted(
        ("caption", line) for line in series.split("\n")
    )


@pytest.mark.parametrize("text", ["1/2 of the fleet stayed in port", "9/11 changed it\n9/11 is remembered\n9/10 was quiet"])
def test_a_number_at_the_start_is_no_series(text: str) -> None:
    found = marked(text, list(picture_series(split_lines(text))))
    assert found == [] or all(line.startswith("9/11") for _, line in found) and len(found) < 3


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (
            "Copyright 2023 Fjord Media Inc. All rights reserved. This material may not be published. Regular the fjord posts",
            [
                ("copyright", "Copyright 2023 Fjord Media Inc. All rights reserved. This material may not be published."),
                ("tail", "Regular the fjord posts"),
            ],
        ),
        ("© 2019 Fjord Wire\nWorld list", [("copyright", "© 2019 Fjord Wire"), ("tail", "World list")]),
        ("The Fjord. Copyright 2018.", [("copyright", "Copyright 2018.")]),
        ("All Rights Reserved", [("copyright", "All Rights Reserved")]),
    ],
)
def test_a_copyright_line_and_what_follows(end: str, expected: list[tuple[str, str]]) -> None:
    text = STORY + end
    assert marked(text, list(copyright_and_tail(split_lines(text)))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Parliament passed the Copyright Act after a long debate, and ministers praised it.",
        "The band registered the copyright 1999 and then the two of them fought over it in court for nine long years, he said.",
        "She said that “all rights” were hers.",
    ],
)
def test_talk_of_copyright_is_story(text: str) -> None:
    assert list(copyright_and_tail(split_lines(STORY + text))) == []
