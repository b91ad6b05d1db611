"""The scorer of mentions, on made-up cases."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

PATH = Path(__file__).parents[2] / "bench" / "mentions.py"
TEXT = (
    "Mayor Ada Brook met Lars Holm. She thanked him. Both mayors left; the mayor of Elm, Brook, was late. Holm's aide saw it."
)


@pytest.fixture(scope="module")
def mentions() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_mentions", PATH)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def at(words: str, which: int = 0) -> tuple[int, int]:
    return [found.span() for found in re.finditer(rf"\b{re.escape(words)}\b", TEXT)][which]


@pytest.fixture
def gold(mentions: ModuleType) -> list[object]:
    brook = [at("Mayor Ada Brook"), at("She"), at("the mayor of Elm"), at("Brook", 1)]
    return mentions.gold_actors(
        {
            "actors": [
                {"name": "Ada Brook", "mentions": brook, "roles": [at("the mayor of Elm")], "plural": [at("Both mayors")]},
                {"name": "Lars Holm", "mentions": [at("Lars Holm"), at("him"), at("Holm", 1)], "plural": [at("Both mayors")]},
                {"name": "Elm", "mentions": [at("Elm")], "optional": []},
            ]
        }
    )


def scored(mentions: ModuleType, gold: list[object], said: dict[str, list[tuple[int, int]]]) -> dict[str, object]:
    tally = mentions.Tally()
    mentions.score(TEXT, gold, said, tally)
    return mentions.figures(tally)


def test_all_right_is_a_hundred(mentions: ModuleType, gold: list[object]) -> None:
    result = scored(mentions, gold, {str(i): list(actor.asked) for i, actor in enumerate(gold)})  # type: ignore[attr-defined]
    assert [result[kind]["F"] for kind in ("all", *mentions.KINDS)] == [100.0] * 5  # type: ignore[index]
    assert (result["found"], result["errors"]) == (100.0, {})
    assert [result[kind]["gold"] for kind in mentions.KINDS] == [5, 1, 2, 2]  # type: ignore[index]


def test_wrong_missed_and_split(mentions: ModuleType, gold: list[object]) -> None:
    said = {
        "a": [at("Ada Brook"), at("She"), at("him"), at("the mayor"), at("it")],
        "b": [at("Brook", 1)],
        "c": [at("Lars Holm"), at("Holm", 1)],
    }
    result = scored(mentions, gold, said)
    assert result["all"] == {"P": 71.4, "R": 50.0, "F": 58.8, "gold": 10}
    assert result["pronoun"] == {"P": 33.3, "R": 50.0, "F": 40.0, "gold": 2}
    assert result["role"] == {"P": 100.0, "R": 100.0, "F": 100.0, "gold": 1}
    assert result["found"] == 66.7
    assert result["errors"] == {
        "missed plural, of nobody": 2,
        "missed name, of another": 1,
        "missed name, of nobody": 1,
        "missed pronoun, of another": 1,
        "wrong pronoun, of another main actor": 1,
        "wrong pronoun, of none": 1,
    }


def test_said_actor_is_held_against_one_gold_actor(mentions: ModuleType, gold: list[object]) -> None:
    merged = {"a": [span for actor in gold[:2] for span in actor.asked]}  # type: ignore[attr-defined]
    assert mentions.align(TEXT, gold, merged) == {0: "a"}


def test_optional_counts_neither_way(mentions: ModuleType) -> None:
    actor = mentions.Gold("Lars Holm", (at("Lars Holm"),), optional=(at("Holm", 1),))
    with_it = scored(mentions, [actor], {"a": [at("Lars Holm"), at("Holm", 1)]})
    without = scored(mentions, [actor], {"a": [at("Lars Holm")]})
    assert with_it == without and with_it["all"]["F"] == 100.0  # type: ignore[index]


@pytest.mark.parametrize(
    ("words", "name", "head"),
    [
        ("Mayor Ada Brook", "Ada Brook", "Brook"),
        ("Secretary of State Ada Brook", "Ada Brook", "Brook"),
        ("the mayor of Elm", "Ada Brook", "mayor"),
        ("aide to Ada Brook", "Ada Brook", "aide"),
        ("Department of Elm Roads", "Department of Elm Roads", "Roads"),
        ("Brook's campaign", "Ada Brook", "campaign"),
        ("Brook's", "Ada Brook", "Brook"),
        ("Brook campaign", "Ada Brook", "campaign"),
        ("Brook, the old mayor", "Ada Brook", "Brook"),
        ("Gov. Brook (D)", "Ada Brook", "Brook"),
        ("--", "Ada Brook", "--"),
    ],
)
def test_head(mentions: ModuleType, words: str, name: str, head: str) -> None:
    text = f"({words})"
    assert text[mentions.head(text, (1, 1 + len(words)), name) :].startswith(head)
