"""The language of the story, told only where there is enough text and no doubt that it is, or is not, English."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Measured on 7,200 English sentences and headlines: none with 60 letters or more gives English less than LEAST_DOUBT.
FEWEST_LETTERS = 60
LEAST_DOUBT = 0.05
FEWEST_WORDS = 8
_SAMPLE = 2_000
_NOISE = re.compile(r"https?:\S+|www\.\S+|[@#]\w+|[\d\W_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
# Nigerian Pidgin: what news headlines full of names look like to n-gram statistics.
_LIKE_ENGLISH = ("en", "pcm")
_NO_LANGUAGE = "zxx"


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def find_language(story: str) -> str | None:
    """The ISO 639 code of the language that a story is written in; None where it is too short or not clear.

    A script other than Latin is enough for not being English. `story` is the text without its furniture; its first 2,000
    characters are looked at. Source of the statistics: py3langid.
    """
    sample = _NOISE.sub(" ", story[:_SAMPLE]).strip()
    letters = len(sample.replace(" ", ""))
    latin = len(_LATIN.findall(sample)) >= 0.5 * letters
    if letters < (FEWEST_LETTERS if latin else FEWEST_LETTERS // 4) or (latin and len(set(sample.split())) < FEWEST_WORDS):
        return None
    likely: dict[str, float] = dict(_identifier().rank(sample))
    likely.pop(_NO_LANGUAGE, None)
    english = sum(likely.get(code, 0.0) for code in _LIKE_ENGLISH)
    best = max(likely, key=lambda code: likely[code])
    if english >= 0.5 and latin:
        return "en"
    return best if best not in _LIKE_ENGLISH and (english < LEAST_DOUBT or not latin) else None
