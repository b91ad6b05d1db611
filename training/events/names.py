"""Names for sentences with slots, and whether two names may be one actor's."""

from __future__ import annotations

import random
import re

STATES = (
    "Kenya", "Peru", "Norway", "Chile", "Vietnam", "Ghana", "Poland", "Morocco", "Jordan", "Belarus", "Mali", "Laos", "Oman",
    "Serbia", "North Korea", "South Korea", "China", "Russia", "Iran", "Israel", "Turkey", "the United States", "Britain",
    "France", "Japan", "India", "Pakistan", "Ukraine", "Moscow", "Beijing", "Washington", "Tehran", "Ankara", "Seoul",
    "Pyongyang",
)  # fmt: skip
PEOPLE = (
    "President Omar Diallo", "Prime Minister Lena Fischer", "Foreign Minister Pavel Novak", "Defense Secretary Ruth Hale",
    "the Kenyan president", "King Haakon", "Chancellor Weber", "Ambassador Kofi Mensah", "Kim Jong Un", "Vladimir Putin",
    "Donald Trump", "Angela Merkel", "General Amir Rashidi", "the opposition leader", "the mayor",
)  # fmt: skip
BODIES = (
    "the European Union", "the United Nations", "the Security Council", "the teachers' union", "the rebels", "the Taliban",
    "students", "protesters", "the police", "the army", "the ministry", "parliament", "human rights groups", "the Labour Party",
    "the dockers", "the government", "NATO", "the court", "the White House", "the Kremlin", "farmers", "the militants",
)  # fmt: skip
CROWDS = (
    "students",
    "protesters",
    "farmers",
    "the dockers",
    "the teachers' union",
    "opposition supporters",
    "thousands of people",
)
_SMALL = frozenset(
    "the a an of and in for on mr mrs ms president minister prime foreign government administration state".split()
)


def fill(kind: str, chance: random.Random) -> dict[str, str]:
    """Names for the slots of a sentence that tells an event of a type."""
    pool = [*STATES * 2, *PEOPLE * 3, *BODIES * 2]
    first = chance.choice(CROWDS if kind == "PROTEST" else pool)
    rest = [name for name in pool if name != first]
    chance.shuffle(rest)
    return {"A": first, "B": rest[0], "R": rest[1], "X": chance.choice(STATES)}


def same_name(one: str, other: str) -> bool:
    """True where one name's words hold the other's, or they share more than half of them."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    return first <= second or second <= first or 2 * len(first & second) > len(first | second)


def _words(name: str) -> frozenset[str]:
    plain = re.sub(r"\b(?:[A-Z]\.){2,}", lambda match: match[0].replace(".", ""), name).lower()
    return frozenset(re.findall(r"[a-z0-9]+", plain)) - _SMALL
