"""Names in other spellings."""

from __future__ import annotations

import pytest

from communique.actors.kb.spelling import slips, sound, unaccented


@pytest.mark.parametrize(
    ("text", "plain"), [("Erdoğan", "erdogan"), ("Łódź", "lodz"), ("plain", "plain"), ("Dağlıoğlu", "daglioglu"), ("", "")]
)
def test_accents_are_taken_off(text: str, plain: str) -> None:
    assert unaccented(text) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moammar Gadhafi", "Muammar Gaddafi"),
        ("Mohamed Al-Halbousi", "Mohammed al-Halbousi"),
        ("Sergey Ivanov", "Sergei Ivanov"),
        ("Ansar as-Sunna", "Ansar al-Sunnah"),
    ],
)
def test_transliterations_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Mohamed Ali", "Mahmoud Ali"), ("Ann Berg", "Jan Berg"), ("Channel 2", "Channel 4"), ("Omar", "Amir")]
)
def test_different_names_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("isreali", "israeli"), ("ukranian", "ukrainian"), ("phillipine", "philipine"), ("afganistan", "afghanistan")],
)
def test_slips(slip: str, meant: str) -> None:
    assert meant in slips(slip)


def test_a_word_is_no_slip_of_itself() -> None:
    assert "russian" not in slips("russian")
