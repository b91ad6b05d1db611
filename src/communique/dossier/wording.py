"""The words of a report's story, spelt alike: what duplicates and stories are told by."""

from __future__ import annotations

import re

from communique.types import Article

_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*\d|\d")


def words_of(text: str) -> list[str]:
    """Words and numbers of a text in their order: lower case, singular where it is regular, without 's."""
    return [_plain(word) for word in _WORD.findall(text)]


def story_words(article: Article) -> list[str]:
    """Words of the story; of the whole text where all of it is taken for furniture."""
    return words_of(story_of(article)) or words_of(article.text)


def story_of(article: Article) -> str:
    """The text without its furniture."""
    parts, at = [], 0
    for entry in article.furniture:
        parts.append(article.text[at : entry.span[0]])
        at = max(at, entry.span[1])
    return "\n".join([*parts, article.text[at:]])


def _plain(word: str) -> str:
    word = word.lower().replace("’", "'").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
