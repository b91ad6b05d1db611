"""Role nouns: plurals, prefixes and compounds by rule; what the table holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.actors import name_actor
from communique.actors.roles import find_role, holds
from communique.lexicon import table

Actors = Callable[..., Any]


@pytest.mark.parametrize(
    ("phrase", "words", "sector", "plural"),
    [
        ("river policemen", "policeman", "COP", True),
        ("vice-premiers", "vice premier", "GOV", True),
        ("then-governor", "governor", "GOV", False),
        ("ex-guerrillas", "guerrilla", "REB", True),
        ("co-chairs", "chair", None, True),
        ("attorneys general", "attorney general", "GOV", True),
        ("attorney-general", "attorney general", "GOV", False),
        ("commanders-in-chief", "commander-in-chief", "MIL", True),
        ("heads of state", "head of state", "GOV", True),
        ("members of parliament", "member of parliament", "LEG", True),
        ("deputy chief of staff", "chief of staff", "GOV", False),
        ("army chief of staff", "chief of staff", "MIL", False),
        ("young schoolchildren", "schoolchild", "EDU", True),
        ("midwives", "midwife", "MED", True),
        ("thieves", "thief", "CRM", True),
        ("passers-by", "passer-by", "CVL", True),
        ("secretaries", "secretary", "GOV", True),
    ],
)
def test_forms_by_rule(phrase: str, words: str, sector: str | None, plural: bool) -> None:
    role = find_role(phrase.split())
    assert role is not None and (role.words, role.sector, role.plural) == (words, sector, plural)


@pytest.mark.parametrize(
    ("text", "country", "sector", "second"),
    [
        ("ex-ministers", None, "ELI", None),
        ("a state-run magazine", None, "GOV", "JRN"),
        ("a retired colonel", None, "ELI", None),
        ("Peru's opposition lawmakers", "PER", "LEG", None),
        ("the deputy agriculture minister", None, "GOV", None),
        ("a Kremlin spokesman", "RUS", "GOV", None),
        ("the UN's envoy", "IGO", "GOV", None),
        ("EU diplomats", "EUR", "GOV", None),
        ("an Iranian-backed militia", None, "PRM", None),
        ("pro-Russian mayors", None, "GOV", None),
        ("the chief of the navy", None, "MIL", None),
        ("a leader of smugglers", None, "CRM", None),
        ("two drug lords", None, "CRM", None),
        ("apple growers", None, "AGR", None),
    ],
)
def test_phrases_of_several_words(text: str, country: str | None, sector: str, second: str | None) -> None:
    named = name_actor(text)
    assert (named.country, named.sector, named.sector_2) == (country, sector, second)


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("A UN envoy met the rebels.", "UN envoy", None, "IGO"),
        ("Norway's ambassador to the UN spoke.", "Norway's ambassador", "NOR", "GOV"),
        ("A Kremlin spokesman denied it.", "Kremlin spokesman", "RUS", "GOV"),
        ("The state-run newspaper praised it.", "state-run newspaper", None, "GOV"),
        ("A pro-Russian mayor resigned.", "pro-Russian mayor", None, "GOV"),
        ("An Italian mayor resigned.", "Italian mayor", "ITA", "GOV"),
        ("Heads of state met on Monday.", "Heads of state", None, "GOV"),
        ("The UN's special envoy for Chad left.", "UN's special envoy for Chad", None, "IGO"),
        ("Chairman of the committee John Doe left.", "John Doe", None, None),
    ],
)
def test_descriptions_in_reports(actors_of: Actors, text: str, name: str, country: str | None, sector: str | None) -> None:
    actor = actors_of(text)[name]
    assert (actor.country, actor.sector) == (country, sector)


def test_the_table_holds_many_nouns_once_each() -> None:
    nouns = [row[0] for row in table("actors", "roles")]
    assert len(nouns) == len(set(nouns)) > 1700
    assert all(noun == noun.lower() for noun in nouns)


@pytest.mark.parametrize(
    ("said", "noun", "held"),
    [
        ("president of chad", "president", True),
        ("vice president", "president", False),
        ("vice-president", "president", False),
        ("former senator", "senator", True),
        ("presidential aide", "president", False),
    ],
)
def test_an_office_and_that_of_a_deputy(said: str, noun: str, held: bool) -> None:
    assert holds(said, noun) is held
