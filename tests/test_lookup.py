"""Look-ups by place: the shortest mention wins, the innermost statement wins."""

from __future__ import annotations

import pytest

from communique.lookup import Lookup
from communique.types import Actor, Article, MadeBy, Phrase, Record, Statement

#       0         1         2         3         4
#       0123456789012345678901234567890123456789012345
TEXT = "Norland leader Ada Holm and Sudland agreed; we"


def statement(id: str, start: int, end: int) -> Statement:
    content = (Phrase(text=TEXT[start:end], span=(start, end)),)
    return Statement(id=id, kind="indirect", content=content, confidence=1, by="statements.rules.v1")


@pytest.fixture
def lookup() -> Lookup:
    actors = (
        Actor(id="a1", name="Norland", kind="state", country="NOR", mentions=((0, 7),)),
        Actor(id="a2", name="Ada Holm", kind="person", country="NOR", sector="GOV", mentions=((0, 23), (44, 46))),
        Actor(id="a3", name="Sudland", kind="state", country="SDN", mentions=((28, 35), (44, 46))),
        Actor(id="a4", name="Bo Lind", kind="person", country="NOR", sector="CVL"),
        Actor(id="a5", name="Cai Lo", kind="person", country="CHN", sector="GOV"),
    )
    statements = (statement("s1", 0, 46), statement("s2", 28, 42))
    record = Record(article=Article(id="r", text=TEXT), actors=actors, statements=statements, made_by=MadeBy(communique="0"))
    return Lookup(record)


@pytest.mark.parametrize(
    ("offset", "ids"), [(3, ["a1"]), (15, ["a2"]), (22, ["a2"]), (23, []), (30, ["a3"]), (44, ["a2", "a3"]), (46, [])]
)
def test_the_shortest_mention_at_a_place(lookup: Lookup, offset: int, ids: list[str]) -> None:
    assert lookup.actors_at(offset) == ids


@pytest.mark.parametrize(("span", "ids"), [((0, 7), ["a1", "a2"]), ((8, 30), ["a2", "a3"]), ((24, 27), []), ((36, 44), [])])
def test_actors_in_a_span_in_the_order_of_the_text(lookup: Lookup, span: tuple[int, int], ids: list[str]) -> None:
    assert lookup.actors_in(span) == ids


@pytest.mark.parametrize(("offset", "id"), [(5, "s1"), (30, "s2"), (41, "s2"), (42, "s1"), (46, None)])
def test_the_innermost_statement(lookup: Lookup, offset: int, id: str | None) -> None:
    found = lookup.statement_at(offset)
    assert (found.id if found else None) == id


@pytest.mark.parametrize(("actor", "side"), [("a2", "a1"), ("a1", "a1"), ("a4", "a4"), ("a5", "a5")])
def test_an_office_holder_speaks_for_a_state_of_the_record(lookup: Lookup, actor: str, side: str) -> None:
    assert lookup.side_of(actor) == side
