"""Which word of a name is the surname."""

from __future__ import annotations

import pytest

from communique.actors.kb import load_knowledge
from communique.actors.kb.surnames import surname_of


@pytest.mark.parametrize(
    ("name", "country", "surname"),
    [
        ("Carrie Lam", "HKG", "Lam"),
        ("Joseph Wu", "TWN", "Wu"),
        ("Annette Lu", "TWN", "Lu"),
        ("Tsai Ing-wen", "TWN", "Tsai"),
        ("Leung Chun-ying", "HKG", "Leung"),
        ("Tang Fei", "TWN", "Tang"),
        ("Wan Li", "CHN", "Wan"),
        ("Moon Jae-in", "KOR", "Moon"),
        ("Jean-Marc Duval", "FRA", "Duval"),
        ("Iyad Allawi-Haddad", "IRQ", "Haddad"),
        ("Madonna", "USA", "Madonna"),
        ("", None, ""),
    ],
)
def test_surname(name: str, country: str | None, surname: str) -> None:
    assert surname_of(name, country) == surname


@pytest.mark.parametrize(("surname", "name"), [("lam", "Carrie Lam"), ("wu", "Joseph Wu"), ("erdoğan", "Recep Tayyip Erdogan")])
def test_office_holders_are_found_by_it(surname: str, name: str) -> None:
    assert name in {entry.name for entry in load_knowledge().surname_holders(surname)}


def test_initials_also_without_stops() -> None:
    assert [entry.name for entry in load_knowledge().at("George W Bush")][:1] == ["George W. Bush"]
