"""The party linker: it fills empty sides only, needs the states of the statement model, and gives the same every time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

import communique
from communique.events.heads import Heads
from communique.events.learned import Linker
from communique.events.lexicon import saying
from communique.events.reading import Candidates
from communique.events.same import Draft
from communique.models.store import is_shipped
from communique.vocabulary import EventType

shipped = pytest.mark.skipif(not is_shipped("events"), reason="the event model is not part of this checkout")

TEXT = (
    "Foreign Minister Ada Holm of Norway met Peru's president, Juan Vega, in Oslo on Monday.\n"
    "Chile had fired a missile over Peru. "
    "Norway condemned the launch, and Vega said that Chile must pay for it."
)


class Guess(Heads):
    """Says of each mention what the test wants."""

    def parts(self, word: object, mentions: object, features: Sequence[Sequence[int]], kind: int) -> NDArray[np.float32]:
        return np.array(features, dtype=np.float32) / 100


class Told:
    """A reading with one word and the mentions that a test names: actor -> (acts, is acted on), hundredths."""

    def __init__(self, chances: Sequence[tuple[str, tuple[int, int]]]) -> None:
        self.vectors = np.zeros((1, 4), np.float32)
        self._candidates = Candidates(
            tuple(actor for actor, _ in chances), ((0, 0),) * len(chances), tuple(both for _, both in chances)
        )

    def row(self, token: object) -> int:
        return 0

    def candidates(self, token: object) -> Candidates:
        return self._candidates


def linker(chances: Sequence[tuple[str, tuple[int, int]]]) -> Linker:
    return Linker(Guess({}, "0"), Told(chances), 0.3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("chances", "known", "after"),
    [
        ([("a1", (90, 5)), ("a2", (4, 70))], ((), ()), (("a1",), ("a2",))),
        ([("a1", (90, 5)), ("a2", (4, 70))], (("a3",), ()), (("a3",), ("a2",))),
        ([("a1", (90, 5)), ("a2", (4, 70))], ((), ("a1",)), ((), ("a1",))),
        ([("a1", (20, 5)), ("a2", (4, 29))], ((), ()), ((), ())),
        ([("a1", (35, 5)), ("a2", (10, 5)), ("a2", (80, 5))], ((), ()), (("a2",), ())),
        ([], ((), ()), ((), ())),
    ],
    ids=[
        "both sides",
        "never beside the rules' own",
        "nobody on both sides",
        "too unsure",
        "the surest mention counts",
        "nobody",
    ],
)
def test_empty_sides_are_filled(
    told_word: Draft, chances: Sequence[tuple[str, tuple[int, int]]], known: tuple[tuple[str, ...], ...], after: object
) -> None:
    told_word.actors, told_word.recipients = known
    linker(chances).complete([told_word])
    assert (told_word.actors, told_word.recipients) == after


def test_what_no_party_tells_is_not_given_one(told_word: Draft) -> None:
    told_word.actors, told_word.recipients = (), ()
    told_word.best.orphan = True
    linker([("a1", (90, 5)), ("a2", (4, 70))]).complete([told_word])
    assert (told_word.actors, told_word.recipients) == ((), ())


@pytest.mark.parametrize(("kind", "sides"), [("ACCUSE", (1, 1)), ("CONSULT", (2, 0))])
def test_all_act_where_sides_are_equal(kind: EventType, sides: tuple[int, int]) -> None:
    acting, suffering = linker([("a1", (90, 5)), ("a2", (4, 70))]).parts(None, kind)  # type: ignore[arg-type]
    assert (len(acting), len(suffering)) == sides


@pytest.fixture
def told_word(parsed: object) -> Draft:
    from communique.events.find import Find

    token = parsed("Norway openly and loudly condemned it.").tokens[3]  # type: ignore[operator]
    find = Find(
        token=token, entry=saying("ACCUSE", None), type="ACCUSE", actors=(), recipients=(), status="happened", anchor=token
    )
    return Draft("ACCUSE", (), (), [find])


@shipped
def test_records_name_the_model_and_rules_do_without() -> None:
    record = communique.read(TEXT)
    assert record.made_by.models["communique-events"] == "1"
    assert {event.by for event in record.events} == {"events.linker.v1"}
    assert record == communique.read(TEXT)
    ruled = communique.load(model="rules").read(TEXT)
    assert {event.by for event in ruled.events} == {"events.rules.v1"}
    assert "communique-events" not in ruled.made_by.models


@shipped
def test_rules_alone_where_nobody_read_the_words() -> None:
    record = communique.load(stages=["actors", "dates", "places", "events"]).read(TEXT)
    assert {event.by for event in record.events} == {"events.rules.v1"}


@shipped
@pytest.mark.parametrize("text", ["(" * 50, "Attack", "a" * 3000, "Peru attacked. " * 300])
def test_hostile_texts(text: str) -> None:
    assert communique.read(text).article.text == text
