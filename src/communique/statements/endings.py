"""Tellers at the end of a sentence: `..., the agency reported.`, `..., as quoted by the agency.`

By position: what stands in brackets or runs long leads the parser astray, and with it the frames.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from communique.parse import Doc
from communique.parse.tree import trimmed
from communique.statements.cues import lemma_of, quoting
from communique.statements.found import Found
from communique.statements.phrases import cue_span

_STOPS = frozenset(".!?;")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PASSED_ON = frozenset({"cited", "quoted", "reported"})
_LONGEST_NAME = 9
_LONGEST_TAIL = 6
_SHORTEST = 4
_CONFIDENCE = 0.7


def find_endings(doc: Doc, known: set[int]) -> list[Found]:
    """One attribution for each sentence that ends in its teller and whose cue no other rule has read.

    `known` holds the offsets of tokens inside the cues that are read already.
    """
    out = []
    for sentence in _sentences(doc):
        found = _passed_on(doc, sentence) or _told(sentence, known)
        if found is not None:
            out.append(found)
    return out


def _sentences(doc: Doc) -> Iterator[list[Token]]:
    """Tokens of each sentence outside quotation marks, cut at stops and at paragraphs; the parser may cut too early."""
    for paragraph in doc.paragraphs:
        sentence: list[Token] = []
        for token in doc.words(paragraph):
            if token.text in _STOPS and doc.quote_at(token.idx) is None:
                if len(sentence) > _SHORTEST:
                    yield sentence
                sentence = []
            elif not token.is_space:
                sentence.append(token)
        if len(sentence) > _SHORTEST:
            yield sentence


def _told(sentence: list[Token], known: set[int]) -> Found | None:
    """`..., X reported`, `..., X told Y on Monday`, `..., reported X, a news agency`."""
    comma = _last_comma(sentence)
    if comma is None:
        return None
    content, tail = sentence[:comma], sentence[comma + 1 :]
    if any(token.is_quote for token in tail) or not any(token.tag_ in _FINITE for token in content):
        return None
    at = next((k for k, token in enumerate(tail) if token.tag_ in {"VBD", "VBZ", "VBP"} and _tells(token)), None)
    if at is None or tail[at].idx in known or len(tail) - at > _LONGEST_TAIL:
        return None
    if any(token.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ"} for k, token in enumerate(tail) if k != at):
        return None
    name = tail[:at] if at else tail[1:]
    if not name or len(name) > _LONGEST_NAME or not _is_name(name):
        return None
    source = trimmed(name[0], name[-1])
    return Found(source, cue_span(tail[at]), (trimmed(content[0], content[-1]),), "sentence-end", _CONFIDENCE)


def _last_comma(sentence: list[Token]) -> int | None:
    """The comma before the teller: the last one, or the one before it where an apposition follows the name."""
    commas = [k for k, token in enumerate(sentence) if token.text == ","]
    for k in reversed(commas[-2:]):
        if any(_tells(token) for token in sentence[k + 1 : k + 2 + _LONGEST_NAME]):
            return k if k >= _SHORTEST else None
    return None


def _tells(token: Token) -> bool:
    return token.pos_ == "VERB" and lemma_of(token.lemma_) in quoting()


def _is_name(words: list[Token]) -> bool:
    if words[0].pos_ in {"ADP", "ADV", "PART"} or words[0].tag_ in {"WDT", "WP"}:
        return False
    return any(token.pos_ in {"PROPN", "NOUN", "PRON"} for token in words)


def _passed_on(doc: Doc, sentence: list[Token]) -> Found | None:
    """`..., Ode said, as quoted by the agency`."""
    for k in range(max(_SHORTEST, len(sentence) - _LONGEST_NAME), len(sentence) - 3):
        first, verb, by = sentence[k : k + 3]
        if first.lower_ == "as" and verb.lower_ in _PASSED_ON and by.lower_ == "by" and doc.quote_at(first.idx) is None:
            content = trimmed(sentence[0], sentence[k - 1])
            return Found(trimmed(sentence[k + 3], sentence[-1]), (first.idx, by.idx + 2), (content,), "passed-on", _CONFIDENCE)
    return None
