"""The gazetteer of cities: names are found however they are written, the largest city first."""

from __future__ import annotations

import pytest

from communique.places.gazetteer import cities, folded


@pytest.mark.parametrize(
    ("name", "key"),
    [("São Paulo", "sao paulo"), ("Mazar-i-Sharif", "mazar i sharif"), ("St. John's", "st johns"), ("Xi’an", "xian"), ("", "")],
)
def test_folded(name: str, key: str) -> None:
    assert folded(name) == key


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kiev", "UA"),
        ("Rangoon", "MM"),
        ("Bombay", "IN"),
        ("Odessa", "UA"),
        ("Paris", "FR"),
        ("Saigon", "VN"),
        ("Bristol", "GB"),
    ],
)
def test_the_largest_city_comes_first_also_by_its_other_names(name: str, country: str) -> None:
    assert cities(name)[0].countrycode == country


def test_cities_are_ordered_by_population() -> None:
    sizes = [city.population for city in cities("Springfield")]
    assert len(sizes) > 2 and sizes == sorted(sizes, reverse=True)


def test_what_is_no_city_is_not_found() -> None:
    assert cities("Smallville Corners") == []
