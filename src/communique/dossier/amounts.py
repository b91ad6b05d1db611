"""Amounts in a report's sentences: a number with what it counts or measures, and what stands around it.

Durations in years, ordinals and bare years are no amounts here: reports hardly ever differ over them about one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.dossier.held import Held
from communique.dossier.tellings import Scene, Window
from communique.dossier.text import stem, stems
from communique.lexicon import table, words
from communique.vocabulary import Span

_AROUND = 70
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "mn": 1e6}
_WORDS = r"[a-z]+(?:-[a-z]+)?"
_LIMIT = re.compile(
    r"(?:(at least|more[- ]than|over|no fewer than)|(up to|nearly|almost|less than|fewer than|under)"
    r"|(about|around|some|roughly|approximately|an estimated|estimated))\s+$",
    re.I,
)
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?m\b", re.I)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
)
_DAY_BEFORE = re.compile(
    rf"(?:\b(?:{_MONTHS})\.?|\b(?:No|Article|Resolution|Section|Page|Chapter|Highway|Flight|Boeing|Airbus))\s+$"
)
_DAY_AFTER = re.compile(rf"\s*(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})\b")
_INSERTED = re.compile(r",[^,.;]{3,60},")
_PART_OF = re.compile(r"\s+(?:of (?:the|them|those|these|his|her|its|their)|others?)\b", re.I)
_OWNER = re.compile(r"([a-z]+)\s+of\s+(?:about |around |some |nearly |over |roughly |more than |at least )?$")
_CONVERTED = {"(", "(about", "(some", "(roughly", "or", "or about", "/", "["}
_OF_DEAD = re.compile(r"(?:death toll|toll|number of dead)\b[^.;,\d]{0,160}$", re.I)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a report.

    Attributes:
        span: the number with its unit or noun; `around` the words near it.
        value: in the first unit of its dimension (`data/units.tsv`); `limit`: least, most, about or exact.
        of: what is counted or measured: a count (`dead`), a dimension, or `count`; `nouns` stems of what follows.
        group: the sort of people counted (`data/people.tsv`), where the noun behind the number says it.
        aspect: which side of a thing a measure is of (`data/aspects.tsv`); None where no word says it.
    """

    report: Held
    span: Span
    value: float
    of: str
    limit: str
    nouns: frozenset[str]
    near: frozenset[str]
    whole: frozenset[str]
    sentence: Span
    group: str | None = None
    aspect: str | None = None
    days: Window | None = None


def amounts(scene: Scene) -> list[Amount]:
    """All amounts of a report's sentences, in the order of the text."""
    return [amount for sentence in scene.stops for amount in _in_sentence(scene, sentence)]


@cache
def _number() -> re.Pattern[str]:
    units = "|".join(re.escape(row[0]) for row in sorted(table("dossier", "units"), key=lambda row: (-len(row[0]), row)))
    spelled = "|".join(sorted((row[0] for row in table("dossier", "number_words")), key=lambda w: (-len(w), w)))
    scales = "|".join(sorted(_SCALES, key=lambda w: (-len(w), w)))
    return re.compile(
        rf"(?:(?P<money>US\$|A\$|HK\$|[$£€¥])\s?)?(?<![\w.,/:-])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<half>½)?(?P<nth>st|nd|rd|th)?(?!\w*-\d)"
        rf"(?:[- ]?(?P<scale>{scales})\b)?(?:[- ]?(?:[a-z]+al )?(?P<unit>{units}|%)(?![\w]))?(?![\d:])"
        rf"|\b(?P<word>(?:{spelled})(?:-(?:{spelled}))?)(?:[- ](?P<scale2>hundred|thousand|million|billion))?\b"
        rf"(?:[- ](?P<unit2>{units})\b)?",
        re.I,
    )


def _in_sentence(scene: Scene, sentence: Span) -> Iterator[Amount]:
    text = scene.report.record.article.text
    whole = scene.words(sentence)
    for match in _CLOCK.finditer(text, *sentence):
        hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
        yield _amount(scene, match.span(), hour * 60 + int(match[2] or 0), "clock", sentence, whole)
    last: tuple[str, int] | None = None
    for match in _number().finditer(text, *sentence):
        found = _read(match, text, sentence)
        if found is not None:
            value, of, span = found
            converted = last is not None and last[0] == of != "count" and text[last[1] : span[0]].strip() in _CONVERTED
            last = (of, span[1])
            if converted:
                continue
            yield _amount(scene, span, value, of, sentence, whole)


def _read(match: re.Match[str], text: str, sentence: Span) -> tuple[float, str, Span] | None:
    """Value, what it is of, and where; None for dates, years, clock times and names."""
    if (
        _CLOCK.match(text, match.start())
        or _DAY_AFTER.match(text, match.end())
        or _DAY_BEFORE.search(text[sentence[0] : match.start()])
    ):
        return None
    value = _value(match)
    if match["nth"]:
        return value, "ordinal", match.span()
    unit = (match["unit"] or match["unit2"] or "").lower()
    if match["money"]:
        share = re.match(r"[\s-](?:a|per|each)[\s-](?:\w+\s)?share|\sper\s\w+", text[match.end() : match.end() + 24])
        return value, "money each" if share else "money", match.span()
    if unit:
        dimension, factor = ("percent", 1.0) if unit == "%" else _units()[unit]
        return value * factor, dimension, match.span()
    if match["digits"] and not match["scale"] and 1900 <= value <= 2100 and "," not in match["digits"]:
        return None
    return value, _counted(text, match.span(), sentence), match.span()


def _value(match: re.Match[str]) -> float:
    if match["digits"]:
        value = float(match["digits"].replace(",", "")) + (0.5 if match["half"] else 0)
        return value * _SCALES.get((match["scale"] or "").lower(), 1.0)
    value = float(sum(_spelled()[part] for part in match["word"].lower().split("-")))
    return value * _SCALES.get((match["scale2"] or "").lower(), 1.0)


@cache
def _units() -> dict[str, tuple[str, float]]:
    return {name: (dimension, float(factor)) for name, dimension, factor in table("dossier", "units")}


@cache
def _spelled() -> dict[str, int]:
    return {word: int(value) for word, value in table("dossier", "number_words")}


@cache
def _counts() -> dict[str, str]:
    return {word: name for word, name in table("dossier", "counted")}


def _counted(text: str, span: Span, sentence: Span) -> str:
    """What a bare number counts: the nearest word of `counted.tsv`, without another number in between; else `count`."""
    after = re.split(r"\d|[;:—]|\band\b", _INSERTED.sub(" ", text[span[1] : min(sentence[1], span[1] + 110)]))[0]
    before = re.split(r"\d|[;:—,]|\band\b", text[max(sentence[0], span[0] - 40) : span[0]])[-1]
    found = [(i, word) for i, word in enumerate(re.findall(_WORDS, after.lower())[:9]) if word in _counts()]
    found += [(i, word) for i, word in enumerate(reversed(re.findall(_WORDS, before.lower())[-5:])) if word in _counts()]
    if _PART_OF.match(text, span[1]):
        return "part"
    if found:
        return _counts()[min(found)[1]]
    return "dead" if _OF_DEAD.search(text[sentence[0] : span[0]]) else "count"


def _amount(scene: Scene, span: Span, value: float, of: str, sentence: Span, whole: frozenset[str]) -> Amount:
    text = scene.report.record.article.text
    limit = _LIMIT.search(text, max(sentence[0], span[0] - 24), span[0])
    name = ("least" if limit[1] else "most" if limit[2] else "about") if limit else "exact"
    near = scene.words((_edge(text, max(sentence[0], span[0] - _AROUND)), min(sentence[1], span[1] + _AROUND)))
    behind = re.split(r"[,;:()]", text[span[1] : min(sentence[1], span[1] + 60)])[0]
    after = re.findall(r"[^\W\d_]+", behind)[:6]
    owner = _OWNER.search(text, max(sentence[0], span[0] - 40), span[0])
    nouns = frozenset([*stems(" ".join(after))[:3], *stems(owner[1] if owner else "")])
    group = next((stem(word.lower()) for word in after[:3] if word.lower() in words("dossier", "people")), None)
    numbers = frozenset(word for word in near | whole if word[0].isdigit() or word in words("dossier", "number_words"))
    return Amount(
        scene.report,
        span,
        value,
        of,
        name,
        nouns,
        near - numbers,
        whole - numbers,
        sentence,
        group,
        _aspect(text, span, sentence),
        scene.days(sentence),
    )


def _aspect(text: str, span: Span, sentence: Span) -> str | None:
    """What the nearest word of `aspects.tsv` says, within five words before and three behind."""
    known = {word: name for word, name in reversed(table("dossier", "aspects"))}
    before = re.findall(_WORDS, re.split(r"\d|[;:,]", text[max(sentence[0], span[0] - 45) : span[0]])[-1].lower())[-5:]
    after = re.findall(_WORDS, re.split(r"\d|[;:,.]", text[span[1] : min(sentence[1], span[1] + 40)])[0].lower())[:3]
    found = [(i, known[word]) for words_ in (list(reversed(before)), after) for i, word in enumerate(words_) if word in known]
    return min(found)[1] if found else None


def _edge(text: str, offset: int) -> int:
    while 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum():
        offset += 1
    return offset
