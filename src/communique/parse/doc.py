"""The parsed report that every stage reads: spaCy's analysis, paragraphs and quotations, all in the article's offsets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from communique.types import Article
from communique.vocabulary import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation. `span` holds the marks, `inner` does not; an unclosed one runs to the end of its paragraph.

    `depth` is 0 for an outer quotation and 1 for one inside it; `continues` says that the paragraph before left a quotation
    open and this one goes on with it.
    """

    span: Span
    inner: Span
    closed: bool = True
    depth: int = 0
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Doc:
    """One parsed article. `tokens` is spaCy's Doc over the text with furniture blanked: character offsets are the article's."""

    article: Article
    tokens: SpacyDoc
    paragraphs: tuple[Span, ...]
    quotes: tuple[Quote, ...]
    starts: tuple[int, ...] = field(repr=False)

    def token_at(self, offset: int) -> Token:
        """The token that covers a character, or the last one before it."""
        return self.tokens[max(0, bisect_right(self.starts, offset) - 1)]

    def words(self, span: Span) -> SpacySpan:
        """The tokens that a span of characters touches."""
        first, last = self.token_at(span[0]), self.token_at(max(span[0], span[1] - 1))
        return self.tokens[first.i : last.i + 1]

    def text(self, span: Span) -> str:
        """The article's own characters at a span."""
        return self.article.text[span[0] : span[1]]

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that covers a character (or the last before it)."""
        return max(0, bisect_right(self.paragraphs, (offset, len(self.article.text) + 1)) - 1)

    def quote_at(self, offset: int) -> Quote | None:
        """The outermost quotation that covers a character."""
        i = bisect_right(self.quotes, offset, key=lambda quote: quote.span[0]) - 1
        while i >= 0:
            quote = self.quotes[i]
            if quote.depth == 0:
                return quote if offset < quote.span[1] else None
            i -= 1
        return None
