from __future__ import annotations

from typing import get_args

import pytest

from communique.clean.lines import split_lines
from communique.clean.patterns import inside_line, inside_text, whole_line
from communique.lexicon import table
from communique.vocabulary import FurnitureKind


def test_the_table_uses_known_kinds_and_places() -> None:
    for kind, where, _ in table("clean", "patterns"):
        assert kind in get_args(FurnitureKind)
        assert where in {"line", "start", "end", "within", "whole"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Advertisement", "advert"),
        ("Advertisement Continue reading the main story", "advert"),
        ("Story continues below advertisement", "advert"),
        ("Scroll down for video", "advert"),
        ("Updated at 7:15 a.m.", "update"),
        ("Updated 3 hours ago", "update"),
        ("Published 3:45 PM EST Jan 2, 2018", "update"),
        ("Last updated: 3 May 2020, 14:10 GMT", "update"),
        ("Fjord Wire | Updated: 2018-04-11 09:30", "update"),
        ("This article has been updated to add the ministry's answer.", "update"),
        ("Editor’s note: This report describes violence.", "update"),
        ("Share this story: https://fjord.example/x1", "share"),
        ("Sign up for the morning letter", "share"),
        ("Follow us on Facebook and at fjord.example", "share"),
        ("Share", "share"),
        ("READ MORE: What the treaty says about cod", "related"),
        ("More: Fishing fleet stays in port", "related"),
        ("Fishing fleet stays in port over quota Read more", "related"),
        ("[How a quota divided two neighbours for decades]", "related"),
        ("MOST READ IN WORLD A cat in the cabinet room A goat on the lawn", "related"),
        ("By Ada Holm", "byline"),
        ("BY ADA HOLM AND JON BERG", "byline"),
        ("(Reporting by Ada Holm; Editing by Jon Berg)", "byline"),
        ("Jon Berg contributed to this report.", "byline"),
        ("Follow Jon Berg on Twitter @jonberg.", "byline"),
        ("All rights reserved.", "copyright"),
        ("The views expressed here are those of the author alone.", "tail"),
        ("___", "tail"),
        ("Photo", "caption"),
        ("JUST WATCHED Boats leave the harbour Replay More Videos", "caption"),
        ("Image copyright Fjord Pictures Image caption Boats in the harbour", "caption"),
        ("FILE - In this May 3, 2015, file photo, boats lie in the harbour.", "caption"),
        ("This photo released by the coast guard shows a boat in the harbour.", "caption"),
        ("The minister greets fishermen in Holmstad. (Jon Berg/Reuters)", "caption"),
        ("The minister greets fishermen in Holmstad (Getty Images)", "caption"),
        ("The minister greets fishermen. REUTERS/Jon Berg", "caption"),
        ("Boats in the harbour of Holmstad. Photograph: Jon Berg/Getty Images", "caption"),
        ("Boats in the harbour ©Jon Berg (AFP/File)", "caption"),
        ("Boats in the harbour, January 5, 2016. [Photo/Agencies]", "caption"),
        ("(Image: Getty)", "credit"),
        ("Jon Berg via Getty Images", "credit"),
        ("Reuters", "credit"),
        ("Enlarge this image toggle caption Jon Berg/AP Jon Berg/AP", "credit"),
        ("next", "other"),
        ("Boats leave the harbour [Jon Berg/Reuters]", "caption"),
        ("Like Harbour Post World on Facebook and stay updated", "share"),
        ("Tags Ada Holm Fisheries Norland", "related"),
        ("Our Standards: The Harbour Wire Principles.", "tail"),
        ("bur-ab/cd", "tail"),
    ],
)
def test_whole_lines_are_told_by_their_words(text: str, kind: str) -> None:
    assert whole_line(split_lines(text)[0]) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Norland and Sudland fail to agree on fishing rights",
        "The minister said the story would be updated at 6 a.m. on Monday.",
        "By Monday, the two ministers had left the city.",
        "Advertisement spending rose by a tenth, the ministry said.",
        "Read the treaty, the minister told reporters, and then ask me again.",
        "Share prices fell after the talks collapsed.",
        "Sign language interpreters were at the talks.",
        "Reuters first reported the offer on Sunday.",
        "Copyright law was one of the issues that divided the two sides.",
        "He contributed to the party and to its presidential race.",
        "“Follow me,” the minister said, and left the room.",
        "The poll was made for the Register/Bloomberg group this month.",
        "She blamed the mayor, Michael R. Bloomberg.",
        "The agency put the picture on its website.",
        "Watch what they do, he said, not what they say.",
        "Related talks in Geneva ended on Friday without a result.",
        "COD WAR RETURNS",
        "A new start",
        "Posted on his page, the film was seen by 3 million people.",
        "Published in 2014, the book sold 30,000 copies.",
        "Video of the talks was shown on state television on Monday.",
        "Tags on the nets showed where they came from, the guard said.",
    ],
)
def test_the_story_is_left_alone(text: str) -> None:
    line = split_lines(text)[0]
    assert whole_line(line) is None
    assert not list(inside_line(line))
    assert not list(inside_text(text))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("{mosads}“It was about the cod,” he said.", ["{mosads}"]),
        ("the fleet{adslot_2}The talks {{top-ad}}went on.", ["{adslot_2}", "{{top-ad}}"]),
        ("He left.{promo}\n{banner}\nShe left{infobox} too.", ["{promo}", "{banner}", "{infobox}"]),
        ("a set {x} and {} and {A, B} stay", []),
        ("“the {four} of us,” he said, “{and} more”", []),
        ("He left. 2.05pm - UPDATE - She left.", ["2.05pm - UPDATE -"]),
        ("The quota (read more here) is old.", ["(read more here)"]),
    ],
)
def test_placeholders_are_found_anywhere(text: str, marked: list[str]) -> None:
    assert sorted({span for _, span in inside_text(text)}) == [
        (text.index(words), text.index(words) + len(words)) for words in marked
    ]


def test_an_end_of_a_line_is_marked_alone() -> None:
    text = "Ministers fail to agree on cod Updated: 2018-04-11 09:30 (Agencies)"
    line = split_lines(text)[0]
    assert whole_line(line) is None
    assert [text[slice(*span)] for _, span in inside_line(line)] == ["Updated: 2018-04-11 09:30 (Agencies)"]


def test_an_agency_that_signs_a_paragraph_is_marked_alone() -> None:
    text = "The two ministers met on Monday and agreed on nothing, their offices said. (AFP)"
    line = split_lines(text)[0]
    assert whole_line(line) is None
    assert [(kind, text[slice(*span)]) for kind, span in inside_line(line)] == [("credit", "(AFP)")]


def test_under_a_long_paragraph_only_the_credit_is_marked() -> None:
    text = "The two ministers went over the whole treaty once more, clause by clause. " * 10 + "(Jon Berg/Reuters)"
    line = split_lines(text)[0]
    assert whole_line(line) is None
    assert [(kind, text[slice(*span)]) for kind, span in inside_line(line)] == [("credit", "(Jon Berg/Reuters)")]
