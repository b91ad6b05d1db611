"""The language of the story, told only where there is enough text and no doubt."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Below this many letters n-gram statistics call names and headlines another language.
FEWEST_LETTERS = 200
LEAST_CONFIDENCE = 0.99
_SAMPLE = 6_000
_NOISE = re.compile(r"https?:\S+|www\.\S+|[@#]\w+|[\d\W_]+")


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)


def find_language(story: str) -> str | None:
    """The ISO 639-1 code of the language that a story is written in; None where it is too short or not clear.

    `story` is the text without its furniture; its first 6,000 characters are looked at.
    """
    sample = _NOISE.sub(" ", story[:_SAMPLE]).strip()
    if len(sample.replace(" ", "")) < FEWEST_LETTERS:
        return None
    language, confidence = _identifier().classify(sample)
    return str(language) if confidence >= LEAST_CONFIDENCE else None
