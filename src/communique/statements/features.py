"""What the model is told of each character besides the word: quotation marks, what the rules see, and the parse.

Each channel is a row of small numbers, one a character. Numbers of different channels differ, so that one table of vectors
serves all of them; the first number of a channel means that there is nothing to tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.parse import Doc, Quote
from communique.statements.found import ROLES, TAGS, Found
from communique.vocabulary import Span

# What a character is to the quotations around it.
OUTSIDE, CLOSED, OPEN, SINGLE, NESTED, OPENING, CLOSING = range(7)
QUOTATIONS = 7
# Labels of the parser in the order in which the model learned them; an unknown one counts as none.
DEPENDENCIES = (
    "", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc", "ccomp",
    "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta", "neg", "nmod",
    "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep",
    "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
CLASSES = (
    "", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
)  # fmt: skip
# Where the numbers of each channel begin.
BEGINS = (0, QUOTATIONS, QUOTATIONS + len(TAGS), QUOTATIONS + len(TAGS) + len(DEPENDENCIES))
FEATURES = BEGINS[-1] + len(CLASSES)

_SINGLE = frozenset("'’‘‚")
_DEPENDENCY = {label: BEGINS[2] + at for at, label in enumerate(DEPENDENCIES)}
_CLASS = {label: BEGINS[3] + at for at, label in enumerate(CLASSES)}


def describe(doc: Doc, ruled: Sequence[Found]) -> tuple[bytearray, ...]:
    """The four channels of a text, as long as the text and one more. `ruled` are the rules' attributions."""
    text = doc.article.text
    return mark_quotations(text, doc.quotes), mark_found(len(text), ruled), *mark_parse(doc)


def mark_quotations(text: str, quotes: Sequence[Quote]) -> bytearray:
    """For each character of a text what it is to the quotations: outside, inside a closed one, an opening mark ..."""
    marks = bytearray(len(text) + 1)
    for quote in quotes:
        inside = NESTED if quote.depth else SINGLE if text[quote.span[0] : quote.inner[0]] in _SINGLE else CLOSED
        if inside == CLOSED and (quote.continues or not quote.closed):
            inside = OPEN
        _fill(marks, quote.inner, inside)
        _fill(marks, (quote.span[0], quote.inner[0]), OPENING)
        _fill(marks, (quote.inner[1], quote.span[1]), CLOSING)
    return marks


def mark_found(length: int, ruled: Sequence[Found]) -> bytearray:
    """Tags of the attributions that rules found; where they overlap, cues win over sources over contents."""
    marks = bytearray([BEGINS[1]]) * (length + 1)
    for role in ("content", "source", "cue"):
        begin = BEGINS[1] + 1 + 2 * ROLES.index(role)
        for one in ruled:
            spans = {"content": one.content, "source": (one.source,), "cue": (one.cue,)}[role]
            for span in spans:
                if span is not None:
                    _fill(marks, span, begin + 1)
                    marks[span[0]] = begin
    return marks


def mark_parse(doc: Doc) -> tuple[bytearray, bytearray]:
    """For each character its word's dependency, and its part of speech."""
    length = len(doc.article.text) + 1
    dependencies, classes = bytearray([BEGINS[2]]) * length, bytearray([BEGINS[3]]) * length
    for token in doc.tokens:
        span = token.idx, token.idx + len(token)
        _fill(dependencies, span, _DEPENDENCY.get(token.dep_, BEGINS[2]))
        _fill(classes, span, _CLASS.get(token.pos_, BEGINS[3]))
    return dependencies, classes


def _fill(marks: bytearray, span: Span, value: int) -> None:
    marks[span[0] : span[1]] = bytes([value]) * (span[1] - span[0])
