"""Which word of a person's name is the surname."""

from __future__ import annotations

from communique.actors.first_names import first_names
from communique.lexicon import words

# Where the family name comes first, also in English-language news.
FAMILY_FIRST = frozenset({"CHN", "PRK", "KOR", "TWN", "VNM", "KHM", "HKG"})
# Where many go by a Western first name, and the family name comes last then: Carrie Lam, Joseph Wu.
_WESTERN = frozenset({"HKG", "TWN"})


def family_first(name: str, country: str | None) -> bool:
    """Whether the family name comes first in a name as the news writes it: `Tsai Ing-wen`, and not `Joseph Wu`."""
    if country not in FAMILY_FIRST:
        return False
    first, *rest = name.lower().split() or [""]
    if country not in _WESTERN or first in words("actors", "family_first"):
        return True
    return first not in first_names() and (len(rest) != 1 or "-" in rest[0])


def surname_of(name: str, country: str | None) -> str:
    """The surname in a full name, as written; of a surname with a hyphen its last part."""
    parts = name.replace("-", " ").split() or [""]
    return parts[0] if family_first(name, country) else parts[-1]
