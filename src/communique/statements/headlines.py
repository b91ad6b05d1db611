"""Headlines that give their source in the margin: `Holm: no deal`, `No deal - Holm`, `No deal, says Holm`."""

from __future__ import annotations

import re

from communique.parse import Doc
from communique.statements.cues import headline_words, lemma_of, quoting
from communique.statements.found import Found
from communique.vocabulary import Span

_BEFORE = re.compile(r"([A-Z][^:\n\"“”?!;]{1,50}):\s+(?=\S)")
_BEHIND = re.compile(r"\s([-–—]{1,2})\s+([A-Z@a-z][^-–—:;,?!\n]{1,40})$|(:)\s+([A-Z][^-–—:;,?!\n]{1,40})$")
_SAYS = re.compile(r",?\s((?:sa(?:y|ys|id))|(?:[a-z]+s))\s+([A-Z][\w.'’-]*(?:\s[A-Za-z][\w.'’-]*){0,4}|[a-z]+(?:\s[a-z]+)?)$")
_LONGEST = 6
_ENTITIES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_CONFIDENCE = 0.8


def find_headline(doc: Doc) -> list[Found]:
    """The attribution of the headline (the first paragraph), if it names its source before a colon or at its end."""
    if not doc.paragraphs:
        return []
    start, end = doc.paragraphs[0]
    text = doc.article.text
    if (match := _BEFORE.match(text, start, end)) is not None and _is_source(doc, match.span(1), entity=True):
        return _found(doc, match.span(1), (match.end(1), match.end(1) + 1), (match.end(), end), "headline")
    if len(doc.paragraphs) == 1 or text[end - 1] in ".?!":
        return []
    if (match := _BEHIND.search(text, start, end)) is not None:
        mark, name = (1, 2) if match.group(1) else (3, 4)
        if _is_source(doc, match.span(name)) and not _is_outlet(doc, match.group(name)):
            return _found(doc, match.span(name), match.span(mark), (start, match.start()), "headline-end")
    if (match := _SAYS.search(text, start, end)) is not None and _is_source(doc, match.span(2)):
        verb = doc.token_at(match.start(1))
        # Behind another verb than `says`, without a comma, a name is its object: `Holm warns Ode`.
        if match.group(1) in {"says", "say", "said"} or (match.group()[0] == "," and lemma_of(verb.lemma_) in quoting()):
            return _found(doc, match.span(2), match.span(1), (start, match.start()), "headline-says")
    return []


def _found(doc: Doc, source: Span, cue: Span, content: Span, rule: str) -> list[Found]:
    quote = doc.quote_at(content[0])
    if rule == "headline" and quote is not None and quote.span[1] >= content[1] - 1:
        return []
    return [Found(source, cue, (content,), rule, _CONFIDENCE)] if len(doc.text(content).split()) > 1 else []


def _is_source(doc: Doc, span: Span, *, entity: bool = False) -> bool:
    """A short phrase that names a person, a body or a role; at the end of a headline one that the report names again."""
    words = doc.words(span)
    if len(words) > _LONGEST or words[-1].idx + len(words[-1]) > span[1] + 1:
        return False
    if any(token.pos_ in {"VERB", "AUX"} for token in words):
        return False
    if doc.text(span).split()[-1].casefold() in headline_words("role"):
        return True
    if entity:
        return words[-1].pos_ in {"PROPN", "NOUN"} and any(token.ent_type_ in _ENTITIES - {"GPE"} for token in words)
    name = doc.text(span).split()[-1].rstrip(".'’s") if len(doc.text(span)) > 3 else doc.text(span)
    return name[:1].isupper() and re.search(rf"\b{re.escape(name)}\b", doc.article.text[span[1] :]) is not None


def _is_outlet(doc: Doc, name: str) -> bool:
    """The site's own name behind the headline: `... - The Daily News`."""
    publisher = (doc.article.publisher or "").casefold()
    words = [word.strip(".'’").casefold() for word in name.split()]
    return any(word in headline_words("outlet") for word in words) or (bool(publisher) and name.casefold() in publisher)
