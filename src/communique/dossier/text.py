"""Sentences of a report, and the words they are about: what all joins compare.

Word stems are rough on purpose (endings cut, British and American spelling made one): they are only ever compared.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from communique.lexicon import table, words
from communique.types import Article
from communique.vocabulary import Span

_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9])")
_LAST_WORD = re.compile(r"([\w.]+)$")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_MARKS = str.maketrans("’‘“”–—", "''\"\"--")
_UNSEEN = 40
_SPELLINGS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("our", "or"),
    ("ence", "ens"),
    ("defence", "defense"),
)
_ENDINGS = (
    "izations", "ization", "ations", "ation", "ments", "ment", "nesses", "ness", "ingly", "edly", "ings", "ing", "ied", "ies",
    "ers", "als", "ed", "es", "ly", "er", "al", "s", "e",
)  # fmt: skip


def sentences(article: Article) -> list[Span]:
    """Spans of the sentences of the story, furniture left out. A sentence never crosses a paragraph."""
    out: list[Span] = []
    for start, end in _paragraphs(article):
        begin = start
        for match in _END.finditer(article.text, start, end):
            if not _goes_on(article.text, begin, match.start()):
                out.append((begin, match.end()))
                begin = match.end()
        out.append((begin, end))
    return [span for span in (_stripped(article.text, span) for span in out) if span[1] - span[0] > 2]


def _paragraphs(article: Article) -> list[Span]:
    blanked = sorted(furniture.span for furniture in article.furniture)
    pieces, at = [], 0
    for start, end in [*blanked, (len(article.text), len(article.text))]:
        if start > at:
            pieces.append((at, start))
        at = max(at, end)
    return [
        (start + line.start(), start + line.end())
        for start, end in pieces
        for line in re.finditer(r"[^\n]+", article.text[start:end])
    ]


def _goes_on(text: str, begin: int, stop: int) -> bool:
    last = _LAST_WORD.search(text, max(begin, stop - 12), stop)
    if last is None or text[stop] != ".":
        return False
    return last[1] in words("dossier", "abbreviations") or (len(last[1]) == 1 and last[1].isupper())


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def plain(text: str) -> str:
    """Lower case, without accents, marks of quotation and contractions: wordings that a reader takes for one."""
    flat = text.casefold().translate(_MARKS)
    if not flat.isascii():
        flat = "".join(c for c in unicodedata.normalize("NFKD", flat) if not unicodedata.combining(c))
    for short, long in table("dossier", "contractions"):
        flat = re.sub(rf"(?:\b|(?<=\w)){re.escape(short)}(?!\w)", f" {long.strip()} ", flat) if short in flat else flat
    return flat


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The beginning that forms of one word share; numbers stay whole."""
    if word[0].isdigit():
        return word
    for british, american in _SPELLINGS:
        if word.endswith(british) and len(word) > len(british) + 2:
            word = word[: -len(british)] + american
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@cache
def _synonyms() -> dict[str, str]:
    """The first stem of its group for every stem; of two groups the first one counts."""
    groups = [[stem(word) for word in row] for row in table("dossier", "synonyms")]
    return {word: group[0] for group in reversed(groups) for word in group}


def stems(text: str) -> list[str]:
    """Stems of the words that say what a text is about, in its order; synonyms are one."""
    dull, one = words("dossier", "stopwords"), _synonyms()
    found = (stem(word) for word in _WORD.findall(plain(text)) if word not in dull)
    return [one.get(word, word) for word in found]


def rarity(bags: Iterable[Iterable[str]]) -> dict[str, float]:
    """The weight of every feature by how few of the bags hold it: inverse document frequency.

    Reckoned as if `_UNSEEN` further bags held none of them, so that in a handful of bags a shared word still counts.
    """
    counts: Counter[str] = Counter()
    total = 0
    for bag in bags:
        counts.update(dict.fromkeys(bag, 1))
        total += 1
    return {word: math.log((total + _UNSEEN) / (count + 0.5)) for word, count in counts.items()}
