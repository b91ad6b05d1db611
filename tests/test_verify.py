"""`communique verify` finds every fault and names its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique import codec
from communique.types import Actor, Article, Event, Issue, MadeBy, Mention, Phrase, Position, Record, Statement, When
from communique.verify import problems_of, verify_lines

TEXT = "Norland's minister said the border would open on Monday."


def phrase(words: str) -> Phrase:
    start = TEXT.index(words)
    return Phrase(text=words, span=(start, start + len(words)))


def good() -> Record:
    speaker = Mention(text="Norland's minister", span=(0, 18), actor="a1")
    statement = Statement(
        id="s1", kind="indirect", speaker=speaker, content=(phrase("the border would open on Monday"),),
        confidence=0.5, by="statements.rules.v1",
    )  # fmt: skip
    event = Event(
        id="e1", type="COOPERATE", actors=("a1",), trigger=phrase("open"), status="planned", told_in="s1",
        quad="material cooperation", when=When(start="2019-03-04", end="2019-03-04", span=(48, 54)), confidence=0.5,
        by="events.rules.v1",
    )  # fmt: skip
    position = Position(
        id="p1", party="a1", stance="pledges", issue=Issue(label="opening the border"), evidence=statement.content[0],
        told_in="s1", confidence=0.5, by="positions.rules.v1",
    )  # fmt: skip
    return Record(
        article=Article(id="r1", text=TEXT),
        actors=(Actor(id="a1", name="minister of Norland", kind="person", mentions=((0, 18),)),),
        statements=(statement,), events=(event,), positions=(position,), made_by=MadeBy(communique="0"),
    )  # fmt: skip


def test_a_good_record_has_no_problems() -> None:
    assert list(problems_of(good())) == []


def _broken(**changes: object) -> Record:
    record = good()
    for name, fields in changes.items():
        entry = replace(getattr(record, name)[0], **fields)  # type: ignore[arg-type]
        record = replace(record, **{name: (entry,)})  # type: ignore[arg-type]
    return record


@pytest.mark.parametrize(
    ("changes", "where", "says"),
    [
        ({"statements": {"content": ()}}, "$.statements[0].content", "at least one"),
        ({"statements": {"inside": "s9"}}, "$.statements[0].inside", "not the id of one of the statements"),
        ({"statements": {"inside": "s1"}}, "$.statements[0].inside", "inside itself"),
        ({"statements": {"cue": Phrase(text="claimed", span=(19, 23))}}, "$.statements[0].cue.text", "there stands 'said'"),
        ({"statements": {"speaker": Mention(text=TEXT[:9], span=(0, 9), actor="s1")}}, "$.statements[0].speaker.actor", "'s1'"),
        ({"actors": {"mentions": ((0, 999),)}}, "$.actors[0].mentions[0]", "56 characters"),
        ({"actors": {"mentions": ((9, 3),)}}, "$.actors[0].mentions[0]", "not a stretch"),
        ({"actors": {"mentions": ((3, 3),)}}, "$.actors[0].mentions[0]", "not a stretch"),
        ({"events": {"recipients": ("a1", "a7")}}, "$.events[0].recipients[1]", "'a7'"),
        ({"events": {"when": When(span=(50, 57))}}, "$.events[0].when.span", "not a stretch"),
        ({"positions": {"party": "e1"}}, "$.positions[0].party", "actors"),
        ({"positions": {"told_in": "p1"}}, "$.positions[0].told_in", "statements"),
    ],
)
def test_every_fault_is_found_at_its_place(changes: dict[str, object], where: str, says: str) -> None:
    (problem,) = problems_of(_broken(**changes))
    assert problem.where == where
    assert says in problem.reason


def test_an_id_used_twice_is_found() -> None:
    record = good()
    twice = replace(record, events=record.events * 2)
    assert [problem.where for problem in problems_of(twice)] == ["$.events[1].id"]


def test_lines_are_named_and_the_others_still_checked() -> None:
    line = codec.encode(good())
    faults = list(verify_lines([line, "", "{", line.replace('"said"', "7"), line.replace("planned", "dreamt")], source="f"))
    assert [fault.where for fault in faults] == ["f:3: $", "f:5: $.events[0].status"]
