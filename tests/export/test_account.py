from __future__ import annotations

import io

import pytest
from rich.console import Console

from communique.export import account
from communique.types import Actor, Mention, Record


def told(*records: Record, width: int = 100, colour: bool = False, explain: bool = False) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=colour, color_system="standard" if colour else None)
    account.render_many(records, console, explain=explain)
    return stream.getvalue()


def test_all_sections_in_their_order(lake_talks: Record) -> None:
    text = told(lake_talks)
    parts = [
        "Lake talks break up without a deal",
        "The Lake Courier · published 15 Mar 2024 · 63 words",
        "Outcome: no agreement — ‘ended without any agreement’ (Arland, Borduria)",
        "BARGAINING TABLE  3",
        "opening the dam — if they withdraw",
        "Borduria   demands   lifting the tariffs [toward Arland]",
        "STATEMENTS  2",
        "Ana Sato  says · direct · 14 Mar 2024 · Geneva · 90%",
        "no speaker  says · mixed · 40%",
        "EVENTS  2",
        "CONSULT   Arland, Borduria   meet",
        "TIMELINE  2",
        "ACTORS  3",
        "WHAT IS NOT KNOWN",
        "who speaks (1): s2",
        "which day is meant (1): d2",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "WHY EACH ENTRY" not in text


def test_no_colour_in_a_pipe_and_colour_on_a_terminal(lake_talks: Record) -> None:
    assert "\x1b" not in told(lake_talks)
    assert "\x1b[1m" in told(lake_talks, colour=True)


@pytest.mark.parametrize("width", [40, 72, 160])
def test_lines_fit_the_console(lake_talks: Record, width: int) -> None:
    assert max(map(len, told(lake_talks, lake_talks, width=width, explain=True).splitlines())) <= width


def test_explain_gives_maker_rule_and_words(lake_talks: Record) -> None:
    text = told(lake_talks, explain=True)
    assert "statements.rules.v1, cue-verb: ‘said’" in text
    assert text.count("positions.rules.v1") == 3


def test_several_records_begin_with_an_overview(build, lake_talks: Record) -> None:
    text = told(lake_talks, build.record("Nothing here.", title="Quiet day"))
    assert text.startswith("2 reports")
    overview = text[: text.index("report 1 of 2")]
    assert "no agreement" in overview and "not told" in overview and "demands: lifting the tariffs" in overview
    assert text.index("report 2 of 2") < text.rindex("Quiet day")


def test_a_bare_record_says_what_it_has(build) -> None:
    text = told(build.record("Nothing here."))
    assert "Outcome: not told" in text and "day of publication not known" in text
    assert "STATEMENTS" not in text and "EVENTS" not in text and "BARGAINING" not in text


def test_to_whom_and_of_whom_it_was_said(build) -> None:
    text = "Sato told the council of Borduria: it is over"
    council, borduria = (Mention(text=words, span=build.at(words, text)) for words in ("the council", "Borduria"))
    said = build.statement(1, "it is over", text=text, addressee=council, about=borduria)
    assert "says · direct · to the council · about Borduria · 90%" in told(build.record(text, statements=(said,)))


def test_text_cannot_drive_the_terminal_or_the_markup(build) -> None:
    text = "\x1b[31mred\x07 [bold]not bold[/bold] :smile: \u202e"
    record = build.record(text, title=text, statements=(build.statement(1, text, text=text),))
    shown = told(record)
    assert "\x1b" not in shown and "\x07" not in shown and "\u202e" not in shown
    assert shown.count("[bold]not bold[/bold] :smile:") == 2


def test_many_actors_are_named_in_short(build) -> None:
    actors = tuple(Actor(id=f"a{i}", name=f"Delegate {i}", kind="person") for i in range(1, 21))
    text = told(build.record(actors=actors))
    assert "and 8 more" in text and "Delegate 9" in text
