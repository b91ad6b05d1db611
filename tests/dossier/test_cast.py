from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.dossier.cast import Cast, same_first, states_in
from communique.dossier.held import Held


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("James Holm", "Jim Holm", True),
        ("Ada Holm", "Ada Holm", True),
        ("A Holm", "Ada Holm", True),
        ("Ada Holm", "Eva Holm", False),
    ],
)
def test_given_names_and_pet_names(held: Callable[..., Held], one: str, other: str, same: bool) -> None:
    a = held("a", f"{one} spoke.", people=[one])
    b = held("b", f"{other} spoke.", people=[other])
    cast = Cast([a, b])
    assert (cast.key(a, one) == cast.key(b, other)) is same


def test_a_last_name_is_the_only_person_who_bears_it(held: Callable[..., Held]) -> None:
    a, b = held("a", "Ada Holm spoke.", people=["Ada Holm"]), held("b", "Holm spoke.", people=["Holm"])
    cast = Cast([a, b])
    assert cast.key(b, "Holm") == cast.key(a, "Ada Holm")


def test_a_last_name_that_two_people_bear_is_nobody_in_particular(held: Callable[..., Held]) -> None:
    reports = [held(name, f"{name} spoke.", people=[name]) for name in ("Ada Holm", "Eva Holm", "Holm")]
    cast = Cast(reports)
    assert cast.key(reports[2], "Holm") not in {cast.key(reports[0], "Ada Holm"), cast.key(reports[1], "Eva Holm")}


def test_states_are_known_by_their_code(held: Callable[..., Held]) -> None:
    report = held("a", "Norway spoke.")
    assert Cast([report]).key(report, "NOR") == "NOR"


def test_first_names_alone() -> None:
    assert same_first("jim", "james")
    assert not same_first("ada", "eva")


def test_states_in_a_label() -> None:
    assert states_in("Norwegian quota in Iceland") == [("Norwegian", "NOR"), ("Iceland", "ISL")]
