"""Headlines: `Holm: no deal`, `No deal - Holm`, `No deal, says Holm`, and `Holm says no deal`, where parsers often fail."""

from __future__ import annotations

import re

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from communique.parse import Doc
from communique.parse.tree import trimmed
from communique.statements.cues import headline_words, lemma_of, quoting
from communique.statements.found import Found
from communique.vocabulary import Span

_BEFORE = re.compile(r"([A-Z][^:\n\"“”?!;@]{1,50}):\s+(?=\S)")
_BEHIND = re.compile(r"\s([-–—]{1,2})\s+([A-Z@a-z][^-–—:;,?!\n]{1,40})$|(:)\s+([A-Z][^-–—:;,?!\n]{1,40})$")
_SAYS = re.compile(r",?\s((?:sa(?:y|ys|id))|(?:[a-z]+s))\s+([A-Z][\w.'’-]*(?:\s[A-Za-z][\w.'’-]*){0,4}|[a-z]+(?:\s[a-z]+)?)$")
_SAY = re.compile(r",\s([A-Za-z][^-–—:;,?!\n]{1,40})\s([a-z]+)$")
_WE = re.compile(r"\b(?:we|We|our|us|I|my|me)\b")
_LONGEST = 6
_FARTHEST = 8
_PLURALS = frozenset({"police", "people", "mps"})
_ENTITIES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_CONFIDENCE = 0.8


def find_headline(doc: Doc) -> list[Found]:
    """The attribution of the headline (the first paragraph), if it names its source before a colon or at its end."""
    if not doc.paragraphs:
        return []
    start, end = doc.paragraphs[0]
    text = doc.article.text
    match = _BEFORE.match(text, start, end)
    if match is not None and (_is_source(doc, match.span(1), entity=True) or _is_body(doc, match.span(1), (match.end(), end))):
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
    if (match := _SAY.search(text, start, end)) is not None and _is_source(doc, match.span(1)):
        if lemma_of(doc.token_at(match.start(2)).lemma_) in quoting():
            return _found(doc, match.span(1), match.span(2), (start, match.start()), "headline-says")
    return []


def find_told(doc: Doc) -> Found | None:
    """`Ministers deny leak`, `Court finds ban unlawful`: a headline whose first verb tells; all behind it is what is told."""
    if len(doc.paragraphs) < 2:
        return None
    start, end = doc.paragraphs[0]
    if doc.article.text[end - 1] in ".?!:" or "\t" in doc.text((start, end)):
        return None
    words = doc.words((start, end))
    at = next((k for k in range(1, min(_FARTHEST, len(words) - 1)) if _tells(words[k], words[k - 1])), None)
    if at is None or not _can_tell(words[:at]):
        return None
    verb, following = words[at], words[at + 1]
    last = verb
    if following.lower_ in {"for", "that"} and at + 2 < len(words):
        last, following = following, words[at + 2]
    content = (following.idx, _end_of_told(doc, last.i + 1, end))
    if following.is_punct and not following.is_quote or len(doc.text(content).split()) < 2:
        return None
    cue = last if last.lower_ == "for" else verb
    return Found(trimmed(words[0], words[at - 1]), (verb.idx, cue.idx + len(cue)), (content,), "headline-told", _CONFIDENCE)


def _end_of_told(doc: Doc, first: int, end: int) -> int:
    """Where what is told ends: before `, praises Ode`, a second verb of the same source; else with the line."""
    for token in doc.tokens[first : len(doc.tokens) - 1]:
        if token.idx >= end:
            break
        if token.text == "," and token.nbor().lower_ in headline_words("told"):
            return token.idx
    return end


def _tells(token: Token, before: Token) -> bool:
    """A present tense of a verb that tells, also where the tagger takes it for a noun: `MPs demand answers`."""
    form = token.lower_
    if form in headline_words("told"):
        return True
    plural = before.tag_ in {"NNS", "NNPS"} or before.lower_ in _PLURALS
    return plural and f"{form}s" in headline_words("told") and token.pos_ in {"VERB", "NOUN", "AUX"}


def _can_tell(words: SpacySpan) -> bool:
    """A short noun phrase that ends in a name or a role, without a verb or a mark."""
    if len(words) > _LONGEST or any(token.is_punct and token.text not in {"-", "'", "’"} for token in words):
        return False
    if any(token.pos_ in {"AUX", "PRON"} or token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in words):
        return False
    last = words[-1]
    return last.lower_ in headline_words("role") or last.pos_ == "PROPN" or last.ent_type_ in _ENTITIES


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
        named = any(token.ent_type_ in _ENTITIES - {"GPE"} for token in words) or _is_surname(doc, words[-1])
        return words[-1].pos_ in {"PROPN", "NOUN"} and named
    name = doc.text(span).split()[-1].rstrip(".'’s") if len(doc.text(span)) > 3 else doc.text(span)
    return name[:1].isupper() and re.search(rf"\b{re.escape(name)}\b", doc.article.text[span[1] :]) is not None


def _is_surname(doc: Doc, name: Token) -> bool:
    """Whether the report names a person so below: `Holm: no deal`, and then `Ada Holm`."""
    people = (ent for ent in doc.tokens.ents if ent.label_ == "PERSON" and ent.start > name.i)
    return any(ent[-1].text == name.text for ent in people)


def _is_body(doc: Doc, label: Span, said: Span) -> bool:
    """A state or body that speaks of itself as `we`: `Norway: we will not sign`."""
    words = doc.words(label)
    return words[-1].ent_type_ in _ENTITIES and _WE.search(doc.article.text, *said) is not None


def _is_outlet(doc: Doc, name: str) -> bool:
    """The site's own name behind the headline: `... - The Daily News`."""
    publisher = (doc.article.publisher or "").casefold()
    words = [word.strip(".'’").casefold() for word in name.split()]
    return any(word in headline_words("outlet") for word in words) or (bool(publisher) and name.casefold() in publisher)
