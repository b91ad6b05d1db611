"""Agreement makes surer; what the model misses a rule may give; speech inside speech: a second pass, and rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.statements.combine import Weights, agreeing, combine, probability
from communique.statements.found import INSIDE, Found
from communique.statements.overlaps import Overlaps

WEIGHTS = Weights(
    alone=[[0.0, 0.0], [1.0, 0.8]], agreed=[[0.0, 0.5], [1.0, 1.0]], least=0.5, unsourced=0.6, nested=0.4, elsewhere=0.5
)


def learned(start: int, end: int, certainty: float, source: tuple[int, int] | None = (0, 3)) -> Found:
    return Found(source, (4, 8), ((start, end),), rule="tagger", confidence=certainty, maker="statements.tagger.v1")


def ruled(start: int, end: int, confidence: float, cue: tuple[int, int] = (4, 8)) -> Found:
    return Found((cue[0] - 4, cue[0] - 1), cue, ((start, end),), rule="clause", confidence=confidence)


def known(*found: Found) -> Overlaps[Found]:
    return Overlaps(((one.content[0][0], one.content[-1][1]), one) for one in found)


@pytest.mark.parametrize(("certainty", "expected"), [(0.0, 0.0), (0.5, 0.4), (1.0, 0.8), (2.0, 0.8)])
def test_certainty_becomes_a_probability(certainty: float, expected: float) -> None:
    assert probability(certainty, WEIGHTS.alone) == pytest.approx(expected)
    assert probability(certainty, []) == certainty


def test_a_rule_that_finds_half_of_it_agrees() -> None:
    one = learned(9, 29, 0.5)
    assert agreeing(one, known(ruled(40, 50, 0.9), ruled(9, 20, 0.9))) == ruled(9, 20, 0.9)
    assert agreeing(one, known(ruled(9, 18, 0.9))) is None
    assert agreeing(one, known()) is None


def test_agreement_makes_surer_and_doubt_alone_is_left_out() -> None:
    (alone,) = combine([learned(9, 29, 0.75)], [], WEIGHTS)
    (agreed,) = combine([learned(9, 29, 0.75)], [ruled(9, 29, 0.9)], WEIGHTS)
    assert (alone.confidence, agreed.confidence) == (0.6, 0.88)
    assert combine([learned(9, 29, 0.5)], [], WEIGHTS) == []


def test_a_missing_source_is_taken_from_the_rule_that_agrees() -> None:
    (one,) = combine([learned(9, 29, 0.9, source=None)], [ruled(9, 29, 0.9)], WEIGHTS)
    assert one.source == (0, 3)
    assert one.maker == "statements.tagger.v1"


@pytest.mark.parametrize(("start", "cue"), [(9, (4, 8)), (3, None)])
def test_a_missing_cue_is_taken_from_the_rule_that_agrees_unless_it_is_content(start: int, cue: tuple[int, int] | None) -> None:
    (one,) = combine([replace(learned(start, 29, 0.9), cue=None)], [ruled(9, 29, 0.9)], WEIGHTS)
    assert one.cue == cue


def test_rules_give_speech_inside_speech_and_what_lies_elsewhere() -> None:
    outer = learned(9, 60, 0.9)
    inner, weak, elsewhere, unsure = (
        ruled(30, 60, 0.45, cue=(20, 24)),
        ruled(30, 60, 0.3, cue=(20, 24)),
        ruled(80, 99, 0.5, cue=(74, 78)),
        ruled(80, 99, 0.4, cue=(74, 78)),
    )
    assert [one.content for one in combine([outer], [inner, elsewhere], WEIGHTS)] == [((9, 60),), ((30, 60),), ((80, 99),)]
    assert len(combine([outer], [weak, unsure], WEIGHTS)) == 1


def test_a_rule_that_crosses_the_models_content_is_left_out() -> None:
    assert len(combine([learned(9, 30, 0.9)], [ruled(20, 50, 0.95)], WEIGHTS)) == 1


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        (9, 29, []),
        (5, 12, []),
        (9, 40, []),
        (15, 29, [((9, 29),), ((15, 29),)]),
        (40, 60, [((9, 29),), ((40, 60),)]),
    ],
)
def test_what_the_margin_tells_is_the_rules_and_inside_of_it_the_model_may_find_more(
    start: int, end: int, kept: list[tuple[tuple[int, int], ...]]
) -> None:
    turn = replace(ruled(9, 29, 0.8), rule="turn")
    one = Found((start - 5, start - 4), (start - 3, start - 1), ((start, end),), rule="tagger", confidence=0.9)
    assert [found.content for found in combine([one], [turn], WEIGHTS)] == (kept or [((9, 29),)])


def test_a_part_that_a_rule_gives_to_another_cue_is_taken_off() -> None:
    one = Found((0, 3), (4, 8), ((9, 29), (50, 90)), rule="tagger", confidence=0.9)
    own, other = ruled(9, 29, 0.9), ruled(50, 90, 0.6, cue=(42, 47))
    assert [found.content for found in combine([one], [own, other], WEIGHTS)] == [((9, 29),), ((50, 90),)]
    assert [found.content for found in combine([one], [other], WEIGHTS)] == [((9, 29), (50, 90))]
    assert [found.content for found in combine([one], [own], WEIGHTS)] == [((9, 29), (50, 90))]


def test_a_teller_around_the_models_attribution_is_kept() -> None:
    one = Found((30, 33), (34, 38), ((0, 28),), rule="tagger", confidence=0.9)
    teller = replace(ruled(0, 40, 0.7, cue=(50, 58)), rule="sentence-end")
    assert [found.content for found in combine([one], [teller], WEIGHTS)] == [((0, 28),), ((0, 40),)]
    assert len(combine([one], [replace(teller, rule="clause")], WEIGHTS)) == 1


def inner(start: int, end: int, certainty: float) -> Found:
    return Found((12, 14), (15, 19), ((start, end),), rule=INSIDE, confidence=certainty, maker="statements.tagger.v2")


def test_the_second_pass_counts_inside_what_is_kept_and_for_less() -> None:
    outer = learned(9, 60, 0.9)
    kept = combine([outer, inner(20, 40, 0.9)], [], WEIGHTS)
    assert [(one.rule, one.content) for one in kept] == [("tagger", ((9, 60),)), (INSIDE, ((20, 40),))]
    assert kept[1].confidence < 0.8 * 0.9
    assert combine([learned(9, 60, 0.1), inner(20, 40, 0.9)], [], WEIGHTS) == [], "nothing lies inside what is left out"
    assert len(combine([outer, inner(20, 40, 0.2)], [], WEIGHTS)) == 1


def test_a_rule_and_the_second_pass_tell_the_same_once() -> None:
    kept = combine([learned(9, 60, 0.9), inner(20, 40, 0.9)], [ruled(21, 40, 0.9, cue=(15, 19))], WEIGHTS)
    assert [one.rule for one in kept] == ["tagger", INSIDE]


def test_what_nobody_is_named_for_has_to_be_surer() -> None:
    assert combine([learned(9, 29, 0.7, source=None)], [], WEIGHTS) == []
    assert len(combine([learned(9, 29, 0.7)], [], WEIGHTS)) == 1
    assert len(combine([learned(9, 29, 0.8, source=None)], [], WEIGHTS)) == 1


def test_the_subject_of_a_passive_is_no_source() -> None:
    passive = replace(ruled(9, 29, 0.9), source=None, rule="passive-clause")
    assert [one.source for one in combine([learned(9, 29, 0.9)], [passive], WEIGHTS)] == [None]
    agent = replace(learned(9, 20, 0.9), source=(22, 28))
    assert [one.source for one in combine([agent], [passive], WEIGHTS)] == [(22, 28)]
