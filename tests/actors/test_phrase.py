"""What a phrase by itself names."""

from __future__ import annotations

import pytest

from communique.actors import name_actor


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("France", "FRA", None),
        ("the Ukrainians", "UKR", None),
        ("Moscow", "RUS", "GOV"),
        ("Chinese fishermen", "CHN", "AGR"),
        ("the Turkish parliament", "TUR", "LEG"),
        ("a group of smugglers", None, "CRM"),
        ("a former Israeli minister", "ISR", "ELI"),
        ("Ordinary Syrians", "SYR", "CVL"),
        ("the International Monetary Fund", "IGO", None),
        ("Norway's state news agency", "NOR", "GOV"),
        ("Lagos police", "NGA", "COP"),
        ("Governor Ann Smith", None, "GOV"),
        ("members of the FBI", "USA", "COP"),
        ("Somaliland", "SOM", "PRE"),
        ("she", None, "UNK"),
        ("Xqz Vbn", None, None),
        ("", None, None),
        ("?!", None, None),
    ],
)
def test_country_and_sector(text: str, country: str | None, sector: str | None) -> None:
    named = name_actor(text)
    assert (named.country, named.sector) == (country, sector)


@pytest.mark.parametrize(
    ("day", "sector"), [("2018-01-01", "GOV"), ("2022-01-01", "ELI"), ("12 April 2018", "GOV"), ("today", "GOV")]
)
def test_the_day_decides_on_the_office(day: str, sector: str) -> None:
    named = name_actor("Trump", date=day)
    assert (named.name, named.country, named.sector) == ("Donald Trump", "USA", sector)


def test_context_tells_the_country_only_where_the_phrase_does_not() -> None:
    assert name_actor("the National Guard", context="a Mexican town").country == "MEX"
    assert name_actor("the Saudi National Guard", context="a Mexican town").country == "SAU"


def test_a_second_sector_and_a_kind() -> None:
    named = name_actor("the German defence minister")
    assert (named.country, named.sector, named.sector_2, named.kind) == ("DEU", "GOV", "MIL", "person")


@pytest.mark.parametrize(
    ("text", "day", "country"),
    [
        ("Boris Johnson's spokesman", "2021-01-01", "GBR"),
        ("the Assad government", "2015-01-01", "SYR"),
        ("supporters of Bolsonaro", "2021-01-01", "BRA"),
        ("Kim's sister", "2018-01-01", "PRK"),
        ("Smith's lawyer", "2021-01-01", None),
        ("Warren supporters", "2021-01-01", None),
    ],
)
def test_somebody_of_a_leader_is_of_the_leaders_country(text: str, day: str, country: str | None) -> None:
    assert name_actor(text, date=day).country == country


@pytest.mark.parametrize(
    ("text", "day", "sector"),
    [
        ("Secretary Rice", "2012-06-01", "ELI"),
        ("Secretary Rice", "2006-06-01", "GOV"),
        ("Chancellor Kohl", "2005-06-01", "ELI"),
        ("Foreign Minister Park Jin", None, "GOV"),
    ],
)
def test_a_title_that_one_keeps(text: str, day: str | None, sector: str) -> None:
    assert name_actor(text, date=day).sector == sector


@pytest.mark.parametrize(("day", "sector"), [("2002-05-01", "REB"), ("2000-01-01", "GOV"), ("2022-05-01", "GOV")])
def test_a_group_that_governs(day: str, sector: str) -> None:
    assert name_actor("the Taliban", date=day).sector == sector


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Moammar Gadhafi", "Muammar Gaddafi", "LBY"),
        ("Abdel Fattah el-Sissi", "Abdel Fattah el-Sisi", "EGY"),
        ("Afganistan", "Afghanistan", "AFG"),
        ("Isreali soldiers", "Isreali soldiers", "ISR"),
        ("pro-Russian mayors", "pro-Russian mayors", None),
        ("Dominic Holm", None, None),
    ],
)
def test_other_spellings(text: str, name: str | None, country: str | None) -> None:
    named = name_actor(text, date="2005-01-01")
    assert (named.name, named.country) == (name, country)
