"""States, their capitals and regions by name, from the tables that they are read from."""

from __future__ import annotations

import pytest

from communique.places.countries import alpha3, areas, capitals, peoples, suffixes


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Vietnam", "country", "VNM"),
        ("DPRK", "country", "PRK"),
        ("UK", "country", "GBR"),
        ("Kosovo", "country", "XKX"),
        ("Texas", "state", "USA"),
        ("Georgia", "several", "GEO"),
        ("Scotland", "region", "GBR"),
        ("Korea", "region", None),
        ("Congo", "region", None),
        ("Crimea", "region", "UKR"),
        ("New York state", "state", "USA"),
    ],
)
def test_areas(name: str, kind: str, country: str | None) -> None:
    assert (areas()[name].kind, areas()[name].country) == (kind, country)


def test_new_york_and_washington_alone_are_cities() -> None:
    assert "New York" not in areas() and "Washington" not in areas()


@pytest.mark.parametrize(
    ("short", "admin"), [("Ala.", "US.AL"), ("N.Y.", "US.NY"), ("D.C.", "US.DC"), ("TX", "US.TX"), ("New York", "US.NY")]
)
def test_what_stands_after_a_comma(short: str, admin: str) -> None:
    assert suffixes()[short].admin == admin


def test_codes_capitals_and_peoples() -> None:
    assert (alpha3()["VN"], alpha3()["XK"]) == ("VNM", "XKX")
    assert (capitals()["hanoi"], capitals()["san jose"], capitals()["washington"]) == ("VNM", "CRI", "USA")
    assert (peoples()["Syrian"], peoples()["Georgian"]) == ("SYR", "GEO")
