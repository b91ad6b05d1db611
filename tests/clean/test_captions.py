from __future__ import annotations

import pytest

from communique.clean.captions import find_captions
from communique.clean.lines import split_lines

PARAGRAPHS = [
    "The two ministers met in Holmstad on Monday for the third time in a year, and they agreed on nothing, aides said.",
    "“We asked for one thing,” Norland's minister told reporters on the steps of the ministry after the talks had ended.",
    "Her colleague from Sudland left without a word, but his office said in the evening that the talks would go on soon.",
    "Fishermen on both sides had hoped for a deal before the season begins, because the quota of last year has run out.",
]


def captions(*extra: tuple[int, str]) -> list[str]:
    """What is found where lines are put before the paragraphs of these numbers."""
    lines = list(PARAGRAPHS)
    for place, line in sorted(extra, reverse=True):
        lines.insert(place, line)
    found = split_lines("\n".join(lines))
    return [found[at].text for at in find_captions(found, set())]


@pytest.mark.parametrize(
    "line",
    [
        "Getty Images The minister of Norland leaves the building",
        "AP:Associated Press Fishermen wait for news in the harbour",
        "Norland's minister Ada Holm (left) after the third round of talks in Holmstad",
        "The harbour of Holmstad, pictured, has seen no boat leave for a week",
        "A boat of the coast guard is seen in Holmstad, Norland, May 3, 2019.",
        "Norland goalkeeper Jon Berg (1) reaches for the ball during the first half.",
        "The harbour lies empty on the day after the talks (Holmstad University)",
    ],
)
def test_one_line_is_enough_where_it_points_at_a_picture(line: str) -> None:
    assert captions((2, line)) == [line]


def test_a_run_of_long_lines_without_a_full_stop_is_captions() -> None:
    run = [
        "Fishermen wait for news of the talks in the harbour of Holmstad on Monday",
        "Ada Holm walks to her car after the third round of talks in the capital",
        "The minister leaves the building while reporters shout questions at her",
    ]
    assert captions(*[(2, line) for line in run]) == sorted(run)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (2, "No deal on cod"),
        (2, "What the treaty says"),
        (2, "The minister said in a video that was put online on Monday evening"),
        (2, "Both sides had said before the talks that they wanted a deal soon"),
        (0, "Norland and Sudland fail to agree on fishing rights after the third round of talks"),
        (2, "we are turning around because somebody on this boat has no ticket at all lol"),
        (2, "Cod is life and life is cod, watch this https://fjord.example/x pic.twitter.com/abc"),
    ],
)
def test_subheads_headlines_and_posts_are_story(place: int, line: str) -> None:
    assert captions((place, line)) == []


def test_what_a_colon_announces_is_story() -> None:
    items = [
        "The coast guard of Norland leaves the waters around the island for good",
        "The fleet of Sudland stays in port until the new quota is agreed on",
        "Both sides talk once a year about the number of boats in the strait",
    ]
    lines = [*PARAGRAPHS, "The plan has three points:", *items]
    assert find_captions(split_lines("\n".join(lines)), set()) == []


def test_lines_broken_at_a_width_are_not_judged_by_shape() -> None:
    text = "\n".join(
        [
            "The two ministers met in Holmstad on Monday for the third time in a year and they agreed on nothing, according to",
            "Reuters News and to three aides who were in the room while it went on and who did not want to be named, since",
            "the talks were secret, and also because the aides said that (pictured) they would lose their posts if anybody",
            "ever found out who they were and what they had told reporters about the third round of the talks on cod.",
        ]
    )
    assert find_captions(split_lines(text), set()) == []
