"""clean: marks what is not the story."""

from __future__ import annotations

from communique.types import Article


def clean(article: Article) -> Article:
    return article
