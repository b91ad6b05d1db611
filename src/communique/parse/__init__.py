"""parse: Article -> Doc. spaCy over the story's own words; what is furniture is blanked, so offsets stay the article's."""

from __future__ import annotations

import re

from spacy.language import Language

from communique.parse.doc import Doc, Quote
from communique.parse.quotes import find_quotes
from communique.parse.sentences import preset_sentences
from communique.types import Article
from communique.vocabulary import Span

__all__ = ["Doc", "Quote", "find_paragraphs", "find_quotes", "parse"]

# No word of a language written with spaces is that long: a link, a key, a row of brackets. The tokenizer is quadratic in it.
_NO_WORD = re.compile(r"\S{400,}")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")


def parse(article: Article, nlp: Language) -> Doc:
    """The parsed article. One report at a time, so that its analysis does not depend on its neighbours in a batch."""
    story = story_text(article)
    paragraphs = find_paragraphs(story)
    quotes = find_quotes(story, paragraphs)
    tokens = nlp.make_doc(story)
    preset_sentences(tokens, paragraphs, quotes)
    for _, component in nlp.pipeline:
        tokens = component(tokens)
    return Doc(article, tokens, paragraphs, quotes, tuple(token.idx for token in tokens))


def story_text(article: Article) -> str:
    """The text with every character of furniture replaced by a space (line breaks stay), and so are runs that are no words."""
    parts, at = [], 0
    for mark in sorted(article.furniture, key=lambda mark: mark.span):
        start, end = max(at, mark.span[0]), max(at, mark.span[1])
        parts += [article.text[at:start], re.sub(r"[^\r\n]", " ", article.text[start:end])]
        at = end
    return _NO_WORD.sub(lambda match: " " * len(match.group()), "".join([*parts, article.text[at:]]))


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Spans of the non-empty lines of a text, white space at both ends left out."""
    spans = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        if stripped := line.strip():
            spans.append((start, start + len(stripped)))
    return tuple(spans)
