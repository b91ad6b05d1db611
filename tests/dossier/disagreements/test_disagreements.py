from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.dossier.disagreements import Disagreement, find_disagreements
from communique.dossier.held import Held


def of_kind(kind: str, *reports: Held) -> list[Disagreement]:
    return [found for found in find_disagreements(reports) if found.kind == kind]


FIRE = "A fire at the Tromso cannery in Norway killed {} workers and closed the harbour."


def test_two_tolls_of_one_fire(held: Callable[..., Held]) -> None:
    (found,) = of_kind("figure", held("a", FIRE.format("twelve")), held("b", FIRE.format("15")))
    assert (found.about, found.development) == ("dead", False)


def test_a_toll_that_grows_is_a_development(held: Callable[..., Held]) -> None:
    (found,) = of_kind("figure", held("a", FIRE.format("12")), held("b", FIRE.format("15"), day="2031-05-07"))
    assert found.development
    assert found.days == ("2031-05-06", "2031-05-07")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FIRE.format("12"), FIRE.format("12")),
        (FIRE.format("at least 14"), FIRE.format("15")),
        (FIRE.format("nearly 80"), FIRE.format("77")),
        (FIRE.format("12"), "A ferry sank off Chile and 15 people died in the cold water."),
        ("The rocket flew 900 km.", "The rocket reached an altitude of 700 km."),
        ("The dam is 900 metres long.", "The dam is 902 metres long."),
    ],
)
def test_figures_that_are_no_disagreement(held: Callable[..., Held], one: str, other: str) -> None:
    assert of_kind("figure", held("a", one), held("b", other)) == []


def test_two_launches_are_no_disagreement(held: Callable[..., Held]) -> None:
    text = "The Norwegian rocket flew {} km over the sea."
    a = held("a", text.format(900))
    b = held("b", text.format(1200), day="2031-05-29")
    assert of_kind("figure", a, b) == []


def test_a_copy_disagrees_with_nobody(held: Callable[..., Held]) -> None:
    assert of_kind("figure", held("a", FIRE.format("12")), held("b", FIRE.format("15"), copy_of="a")) == []


@pytest.mark.parametrize(
    "reply",
    [
        "Iceland denied selling cod to smugglers.",
        "Iceland rejected the accusation.",
        "Iceland said the claim about smugglers was not true.",
    ],
)
def test_a_denial_is_joined_to_what_it_denies(held: Callable[..., Held], reply: str) -> None:
    claim = "Norway accused its neighbour of selling cod to smugglers."
    report = held(
        "a", f"{claim}\n{reply}", events=[("accused", "ACCUSE", "NOR", None)], said=[("Norway", "selling cod to smugglers")]
    )
    (found,) = of_kind("denial", report)
    assert (found.a.text, found.b.text) == (claim, reply)


@pytest.mark.parametrize(
    "reply",
    ["Iceland declined to comment.", "Nobody can deny that cod is dear.", "Iceland is in a dispute with Chile over copper."],
)
def test_no_denial(held: Callable[..., Held], reply: str) -> None:
    claim = "Norway accused its neighbour of selling cod to smugglers."
    report = held(
        "a", f"{claim}\n{reply}", events=[("accused", "ACCUSE", "NOR", None)], said=[("Norway", "selling cod to smugglers")]
    )
    assert of_kind("denial", report) == []


def test_all_against_part_of_what_a_party_wants(held: Callable[..., Held]) -> None:
    whole, part = "Iceland wanted all tariffs lifted", "Iceland asked for a partial lifting of tariffs"
    a = held("a", f"Norway said {whole}.", said=[("Norway", whole)])
    b = held("b", f"{part}, its envoy said.", said=[(None, part)])
    (found,) = of_kind("position", a, b)
    assert found.reason.startswith("whole against part")
    assert found.about == "Iceland"


def test_two_tellers_give_a_party_opposite_stances(held: Callable[..., Held]) -> None:
    a = held(
        "a",
        "Iceland accepts the smaller cod quota.",
        positions=[("ISL", "accepts", "smaller cod quota", "Iceland accepts the smaller cod quota")],
    )
    b = held(
        "b",
        "Iceland refuses the smaller cod quota.",
        positions=[("ISL", "refuses", "smaller cod quota", "Iceland refuses the smaller cod quota")],
    )
    (found,) = of_kind("position", a, b)
    assert "against" in found.reason


def test_told_as_happened_and_as_not(held: Callable[..., Held]) -> None:
    a = held("a", "Norway boarded the trawler Frigg at dawn.", events=[("boarded", "COERCE", "NOR", None)])
    b = held("b", "Norway has not boarded the trawler Frigg, its navy said.")
    (found,) = of_kind("happened", a, b)
    assert (found.a.report, found.b.report) == ("a", "b")


def test_json_is_what_the_contract_says(held: Callable[..., Held]) -> None:
    (found,) = of_kind("figure", held("a", FIRE.format("twelve")), held("b", FIRE.format("15")))
    row = found.to_json()
    assert {"kind", "a", "b", "reason", "confidence"} <= row.keys()
    assert row["a"].keys() == {"report", "span", "text"}


@pytest.mark.parametrize("text", ["", "x", "“””\"'...", "12 " * 3000, "denied " * 2000])
def test_hostile_texts_break_nothing(held: Callable[..., Held], text: str) -> None:
    reports = [held("a", text), held("b", text, day="2031-05-07")]
    assert find_disagreements(reports) == find_disagreements(list(reports))


def test_free_against_tied_to_a_condition(held: Callable[..., Held]) -> None:
    free = "Iceland is willing to sell regardless of the outcome of the quota talks"
    a = held("a", f"{free}, Norway said.", said=[("Norway", free)])
    b = held("b", "Iceland's offer hinges on the outcome of the quota talks.")
    (found,) = of_kind("position", a, b)
    assert "free against tied" in found.reason


@pytest.mark.parametrize(
    ("reply", "number"), [("quotas will not help", 1), ("quotas don't help", 1), ("nets will not help", 0)]
)
def test_one_says_it_holds_and_another_that_it_does_not(held: Callable[..., Held], reply: str, number: int) -> None:
    a = held("a", "Norway said the quotas are helping.", said=[("Norway", "the quotas are helping")])
    b = held("b", f"Iceland said {reply}.", said=[("Iceland", reply)])
    assert len(of_kind("happened", a, b)) == number


def test_silent_about_what_it_claimed(held: Callable[..., Held]) -> None:
    a = held("a", "The Norwegian navy claimed the raid on the trawler Frigg.")
    b = held("b", "The Norwegian navy has been silent about the raid on the trawler Frigg.")
    assert [(found.a.report, found.b.report) for found in of_kind("happened", a, b)] == [("a", "b")]
