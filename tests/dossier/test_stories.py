"""Stories: what is on one happening comes together, whatever the order; what is on another stays apart."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from communique.dossier.held import Held, ordered
from communique.dossier.likeness import Likeness, rarity, weights_of
from communique.dossier.stories import linked, stories
from communique.types import Record

COD = "Norway and Iceland end cod quota talks in Bergen. The delegations met on the harbour. Skippers want larger cod quotas."
COD_TOO = "Cod talks in Bergen fail as Iceland rejects the quota. Norwegian skippers blame the delegations at the harbour."
TRAM = "A tram derailed on a bridge in Lisbon. Firefighters freed passengers from the tram; the brakes had failed on the slope."
TRAM_TOO = (
    "Brakes failed before the Lisbon tram derailed on its bridge. Passengers were freed by firefighters, the company said."
)


@pytest.fixture
def report(made: Callable[..., Record]) -> Callable[..., Held]:
    def build(id: str, text: str, day: date | None = date(2019, 3, 5)) -> Held:
        return Held(id, made(id, text), day)

    return build


Report = Callable[..., Held]


def test_reports_on_one_happening_come_together_in_any_order(report: Report) -> None:
    reports = [report(id, text) for id, text in zip("abcd", (COD, TRAM, COD_TOO, TRAM_TOO), strict=True)]
    for some in itertools.permutations(reports):
        assert stories(ordered(some)) == {"a": "a", "b": "b", "c": "a", "d": "b"}


def test_a_copy_is_in_the_story_of_its_original(report: Report) -> None:
    copy = replace(report("z", "Altogether different words."), copy_of="a")
    assert stories(ordered([report("a", COD), copy])) == {"a": "a", "z": "a"}


def test_a_story_is_called_by_its_first_report(report: Report) -> None:
    told = stories(ordered([report("a", COD, date(2019, 3, 9)), report("b", COD_TOO, date(2019, 3, 8))]))
    assert told == {"a": "b", "b": "b"}


@pytest.mark.parametrize("text", ["", "..."])
def test_reports_that_say_nothing_are_alone(report: Report, text: str) -> None:
    assert stories(ordered([report("a", text), report("b", text + " ")])) == {"a": "a", "b": "b"}


def test_no_reports() -> None:
    assert stories([]) == {}


def test_months_between_reports_make_them_less_alike(report: Report) -> None:
    days = [date(2019, 3, 5), date(2019, 3, 5), date(2019, 3, 20), date(2021, 3, 5)]
    alike = Likeness([report(id, COD if id == "a" else COD_TOO, day) for id, day in zip("abcd", days, strict=True)]).to_all(0)
    assert alike[1] > alike[2] > alike[3] > 0.79 * alike[1]
    unknown = Likeness([report("a", COD), report("b", COD_TOO, None)]).to_all(0)
    assert unknown[1] == alike[1]


def test_likeness_is_that_of_two_reports_whatever_else_there_is(report: Report) -> None:
    two = Likeness([report("a", COD), report("b", COD_TOO)]).to_all(0)
    four = Likeness([report("a", COD), report("b", COD_TOO), report("c", TRAM), report("d", TRAM_TOO)]).to_all(0)
    assert (two[0], two[1]) == (four[0], four[1]) == (1.0, two[1])


def test_rare_words_and_headlines_weigh_more(report: Report, made: Callable[..., Record]) -> None:
    assert rarity("the") < rarity("government") < rarity("derailed") <= rarity("xyzzy")
    plain = weights_of(report("a", "cod tram"))
    headed = weights_of(Held("b", made("b", "cod tram", title="cod")))
    assert headed["cod"] / headed["tram"] > plain["cod"] / plain["tram"]
    assert sum(weight**2 for weight in headed.values()) == pytest.approx(1)


def by_definition(alike: np.ndarray, least: float) -> list[list[int]]:  # type: ignore[type-arg]
    """Average linkage as the books have it: join the two groups most alike on the average, again and again."""
    groups = [[at] for at in range(len(alike))]
    while len(groups) > 1:
        means = {
            (i, j): float(alike[np.ix_(groups[i], groups[j])].mean()) for i, j in itertools.combinations(range(len(groups)), 2)
        }
        (i, j), best = max(means.items(), key=lambda item: item[1])
        if best < least:
            break
        groups[i] += groups.pop(j)
    return sorted(sorted(group) for group in groups)


@pytest.mark.parametrize("seed", range(12))
def test_chains_of_neighbours_give_average_linkage(seed: int) -> None:
    chance = random.Random(seed)
    size = chance.randint(1, 14)
    alike = np.eye(size)
    for i, j in itertools.combinations(range(size), 2):
        alike[i, j] = alike[j, i] = chance.random() ** 2
    assert linked(alike, 0.3) == by_definition(alike, 0.3)


def test_a_bridge_does_not_make_two_stories_one() -> None:
    alike = np.array([[1, 0.9, 0.3, 0.0], [0.9, 1, 0.0, 0.0], [0.3, 0.0, 1, 0.9], [0.0, 0.0, 0.9, 1]])
    assert linked(alike, 0.2) == [[0, 1], [2, 3]]
