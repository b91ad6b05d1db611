from __future__ import annotations

import pytest

from communique.clean.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two ministers met on Monday, and their offices said that the talks would go on next week.", "en"),
        ("Die beiden Minister trafen sich am Montag, und ihre Büros sagten, dass die Gespräche weitergehen.", "de"),
        ("Les deux ministres se sont réunis lundi, et leurs bureaux ont déclaré que les discussions continueraient.", "fr"),
        ("Los dos ministros se reunieron el lunes y sus oficinas dijeron que las conversaciones continuarán.", "es"),
        ("Оба министра встретились в понедельник и заявили, что переговоры продолжатся.", "ru"),
        ("两国部长星期一在首都会面，并表示谈判将继续进行。", "zh"),
    ],
)
def test_tells_languages(text: str, language: str) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Talks fail",
        "Burundi President Pierre Example dies aged 55",
        "1,234 5,678 (3-1) 99%",
        "x" * 5_000,
        "na " * 1_000,
        "https://a.example/die-beiden-minister-trafen-sich-am-montag-und-sagten-nichts @minister #cod",
    ],
)
def test_short_or_odd_text_stays_unknown(text: str) -> None:
    assert find_language(text) is None
