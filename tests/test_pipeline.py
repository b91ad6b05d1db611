"""The way through the stages: order, choice, failures, other languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.language import Language

from communique.errors import OptionError, StageError
from communique.parse import Doc
from communique.pipeline import STAGES, Step, choose_stages, run
from communique.types import Article, Gap, Record

TEXT = "Norwegian Prime Minister Ada Holm said on Monday that Norway would not sign the treaty."
GERMAN = (
    "Die Regierung hat am Montag erklärt, dass sie das Abkommen nicht unterzeichnen wird. Der Außenminister sagte, die "
    "Verhandlungen seien gescheitert, und machte die Gegenseite dafür verantwortlich. Die Opposition kritisierte ihn scharf."
)


def test_stages_run_in_the_order_of_the_table() -> None:
    names = ["actors", "statements", "voices", "dates", "places", "circumstances", "events", "positions"]
    assert [step.name for step in STAGES] == names
    assert [step.name for step in choose_stages(["dates", "actors"])] == ["actors", "dates"]
    assert choose_stages(None, model="rules") == STAGES
    assert [step.name for step in choose_stages(None)] == names
    assert choose_stages([]) == ()


def test_an_unknown_stage_is_named_with_those_there_are() -> None:
    with pytest.raises(OptionError, match="no stage 'verbs'; there are: actors, statements"):
        choose_stages(["actors", "verbs"])


def test_a_part_of_the_table_writes_only_its_part(record_of: Callable[..., Record]) -> None:
    record = record_of(TEXT, stages=["dates"], published="2019-02-28")
    assert [date.text for date in record.dates] == ["Monday"]
    assert record.actors == record.statements == record.events == record.positions == ()


def test_every_entry_says_who_made_it_and_why(record_of: Callable[..., Record]) -> None:
    record = record_of(TEXT, published="2019-02-28")
    entries = [*record.statements, *record.dates, *record.places, *record.events, *record.positions]
    assert {entry.by.split(".")[0] for entry in entries} >= {"statements", "dates"}
    assert all(entry.why is not None and entry.why.words for entry in entries)


def test_reasons_are_dropped_unless_asked_for(nlp: Language) -> None:
    record = run(Article(id="r", text=TEXT), nlp)
    assert record.statements
    assert all(entry.why is None for entry in (*record.actors, *record.statements, *record.dates))


def test_another_language_is_a_gap_and_never_coded(nlp: Language) -> None:
    record = run(Article(id="r", text=GERMAN), nlp)
    assert record.article.language == "de"
    assert record.gaps == (Gap(stage="parse", reason="the text is in 'de'; only English is read"),)
    assert record.statements == record.events == record.actors == ()


def test_a_failing_stage_is_named_with_its_article(nlp: Language) -> None:
    def broken(doc: Doc, record: Record) -> Record:
        raise KeyError("verb")

    with pytest.raises(StageError, match=r"stage 'broken' failed on article 'r7': KeyError: 'verb'") as caught:
        run(Article(id="r7", text=TEXT), nlp, stages=[Step("broken", broken, "nothing")])
    assert isinstance(caught.value.__cause__, KeyError)


def test_a_stage_can_be_swapped(nlp: Language) -> None:
    def mark(doc: Doc, record: Record) -> Record:
        return replace(record, gaps=(*record.gaps, Gap(stage="mine", reason=str(len(doc.paragraphs)))))

    record = run(Article(id="r", text=TEXT), nlp, stages=[Step("mine", mark, "a gap")])
    assert record.gaps == (Gap(stage="mine", reason="1"),)
