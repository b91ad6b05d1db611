"""The table of stages, and the way through them: Article -> Record.

A stage is `Callable[[Doc, Record], Record]`: it reads what earlier stages wrote and returns a new record. Stages never
import one another; only this file knows their order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from spacy.language import Language

from communique import actors, dates, events, places, positions, statements
from communique.clean import clean
from communique.codec import named
from communique.errors import CommuniqueError, OptionError, StageError
from communique.models.language import language_version
from communique.models.store import shipped
from communique.parse import Doc, parse
from communique.threshold import above
from communique.types import Article, Gap, MadeBy, Record
from communique.version import __version__

T = TypeVar("T")
Stage = Callable[[Doc, Record], Record]


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table: a stage, its name, what it adds, and its stand-in with the trained model of that name, if any."""

    name: str
    stage: Stage
    adds: str
    learned: Stage | None = None


MODELS = ("rules", "learned")
STAGES: tuple[Step, ...] = (
    Step("actors", actors.find_actors, "who is named: people, organisations, states, groups; their mentions"),
    Step(
        "statements",
        statements.find_statements_by_rules,
        "source, cue and content of what is said",
        statements.find_statements,
    ),
    Step("voices", actors.find_voices, "I, we and you inside statements: the speaker, the speaker's side"),
    Step("dates", dates.find_dates, "time expressions and the days they mean"),
    Step("places", places.find_places, "place names and where they are"),
    Step("circumstances", statements.find_circumstances, "when and where a statement was made, from its cue's clause"),
    Step(
        "events",
        events.find_events_by_rules,
        "PLOVER events: who did what to whom, when, where, whether",
        events.find_events,
    ),
    Step("positions", positions.find_positions, "who demands, offers, refuses what, under which condition"),
)


def choose_stages(names: Sequence[str] | None, *, model: str = "learned") -> tuple[Step, ...]:
    """The named rows of the table, in the table's order; all for None.

    `model` is "learned", with the trained model of stages that have one, or "rules".

    Raises OptionError for an unknown stage or model, and ModelError where a trained model's files are missing or are others.
    """
    known = [step.name for step in STAGES]
    if unknown := [name for name in names or () if name not in known]:
        raise OptionError(f"no stage {unknown[0]!r}; there are: {', '.join(known)}")
    if model not in MODELS:
        raise OptionError(f"no model {model!r}; there are: {', '.join(MODELS)}")
    chosen = [step for step in STAGES if names is None or step.name in names]
    return tuple(_with_model(step) if model == "learned" and step.learned else step for step in chosen)


def _with_model(step: Step) -> Step:
    """The row with its trained model, which is looked for now: a run of many reports is to fail before its first."""
    shipped(step.name)
    return replace(step, stage=step.learned or step.stage)


def with_knowledge(stages: Sequence[Step], kb: Path) -> tuple[Step, ...]:
    """The same rows, where actors are found with a user's knowledge file, which beats ours.

    Raises ReadError where the file has a fault; it names the line.
    """
    actors.load_knowledge(kb)
    return tuple(replace(s, stage=partial(s.stage, kb=kb)) if s.stage is actors.find_actors else s for s in stages)


def run(
    article: Article, nlp: Language, *, stages: Sequence[Step] = STAGES, explain: bool = False, min_confidence: float = 0.0
) -> Record:
    """The record of one article.

    Args:
        article: as read; its furniture and language are marked here.
        nlp: an English spaCy pipeline with tagger, parser, lemmatizer and entities.
        stages: rows of `STAGES` to run, in that order.
        explain: keep on each entry the rule and the words that led to it (`why`).
        min_confidence: leave out entries less sure than this, and mend what points at them (`communique.threshold`).

    Raises:
        StageError: a stage failed; it names stage and article. There is never a thinner record instead.
    """
    article = _guarded("clean", article.id, lambda: clean(article))
    record = empty_record(article, nlp)
    if article.language not in {None, "en"}:
        return replace(record, gaps=(Gap(stage="parse", reason=f"the text is in {article.language!r}; only English is read"),))
    doc = _guarded("parse", article.id, lambda: parse(article, nlp))
    for step in stages:
        record = _guarded(step.name, article.id, lambda step=step, record=record: step.stage(doc, record))  # type: ignore[misc]
    record = above(record, min_confidence)
    return named(record if explain else without_reasons(record))


def empty_record(article: Article, nlp: Language) -> Record:
    """The record that stages start from: the article, and who is at work."""
    name, version = language_version(nlp)
    return Record(article=article, made_by=MadeBy(communique=__version__, models={name: version}))


def without_reasons(record: Record) -> Record:
    """The same record without `why`: what is written unless somebody asks."""
    return replace(
        record,
        actors=tuple(replace(entry, why=None) for entry in record.actors),
        statements=tuple(replace(entry, why=None) for entry in record.statements),
        dates=tuple(replace(entry, why=None) for entry in record.dates),
        places=tuple(replace(entry, why=None) for entry in record.places),
        events=tuple(replace(entry, why=None) for entry in record.events),
        positions=tuple(replace(entry, why=None) for entry in record.positions),
    )


def _guarded(stage: str, article: str, call: Callable[[], T]) -> T:
    try:
        return call()
    except CommuniqueError:
        raise
    except Exception as error:
        raise StageError(stage, article, error) from error
