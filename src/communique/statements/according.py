"""`According to X, ...`: a source named by a preposition, for the clause it hangs on."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from communique.parse import Doc
from communique.parse.tree import trimmed
from communique.statements.cues import lemma_of, quoting
from communique.statements.found import Found
from communique.statements.hearsay import find_hearsay
from communique.statements.phrases import with_quotes, without

_VIEWS = {"words": "in", "view": "in", "opinion": "in", "eyes": "in", "telling": "in", "estimation": "in", "mind": "to"}
_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly"})


def find_according(doc: Doc) -> list[Found]:
    """One attribution for each `according to` outside quotation marks."""
    out = []
    for token in doc.tokens:
        if token.lower_ == "according" and doc.quote_at(token.idx) is None:
            found = _according(doc, token)
            if found is not None:
                out.append(found)
    return out


def _according(doc: Doc, according: Token) -> Found | None:
    to = next((c for c in according.rights if c.lower_ == "to"), None)
    source = next((c for c in to.rights if c.dep_ in {"pobj", "pcomp"}), None) if to is not None else None
    if to is None or source is None:
        return None
    head = according.head
    for _ in range(6):
        if head.pos_ in {"VERB", "AUX"} or head.head is head:
            break
        head = head.head
    head = _teller_above(according, head)
    first, last = head.left_edge, head.right_edge
    hole_last = source.right_edge
    spans = without((first, last), (according.left_edge, hole_last))
    if not spans:
        return None
    return Found(
        source=trimmed(source.left_edge, hole_last),
        cue=(according.idx, to.idx + len(to)),
        content=tuple(with_quotes(doc, span) for span in spans),
        rule="according-to",
        confidence=0.72,
    )


def _teller_above(according: Token, head: Token) -> Token:
    """`X said Y had left, according to Z`: behind a comma it tells of the saying, not of what is said."""
    at = according.left_edge.i
    if at == 0 or according.doc[at - 1].text != "," or head.dep_ != "ccomp" or head.i > according.i or head.head.i > head.i:
        return head
    return head.head if lemma_of(head.head.lemma_) in quoting() else head


def without_tellers(doc: Doc, found: list[Found]) -> list[Found]:
    """Ends what is said before `, according to Z`, where Z tells of the saying as a whole."""
    tails = [
        (one.cue[0], one.source[1], one.content[0][0]) for one in found if one.rule == "according-to" and one.cue and one.source
    ]
    out = []
    for one in found:
        start, end = one.content[-1]
        tail = next((t for t in tails if start < t[0] and t[1] <= end <= t[1] + 1 and t[2] < start), None)
        if tail is not None and one.rule != "according-to":
            kept = doc.text((start, tail[0])).rstrip(" ,")
            one = replace(one, content=(*one.content[:-1], (start, start + len(kept))))
        out.append(one)
    return out


def find_views(doc: Doc) -> list[Found]:
    """`In the words of X, ...` and `in X's view, ...`: a source named beside the clause, as with `according to`."""
    out = []
    for token in doc.tokens:
        if (
            token.lower_ in _VIEWS
            and token.dep_ == "pobj"
            and token.head.lower_ == _VIEWS[token.lower_]
            and doc.quote_at(token.idx) is None
        ):
            found = _view(doc, token)
            if found is not None:
                out.append(found)
    return out


def _view(doc: Doc, noun: Token) -> Found | None:
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    source = owner or (next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None)
    clause = noun.head.head
    if source is None or clause.pos_ not in {"VERB", "AUX"}:
        return None
    last = noun.right_edge
    spans = without((clause.left_edge, clause.right_edge), (noun.head, last))
    edge = last.i + 1 < len(doc.tokens) and last.nbor().text == ","
    if not spans or not (edge or (noun.head.i and noun.head.nbor(-1).text == ",")):
        return None
    name = trimmed(source.left_edge, source if owner is not None else source.right_edge)
    return Found(
        name, (noun.head.idx, noun.idx + len(noun)), tuple(with_quotes(doc, span) for span in spans), "according-view", 0.6
    )


def find_reportedly(doc: Doc) -> list[Found]:
    """`X reportedly did Y`, `there were claims that X did Y`: told by somebody who is not named."""
    out = find_hearsay(doc)
    for token in doc.tokens:
        if token.lower_ in _HEARSAY and token.head.pos_ in {"VERB", "AUX", "ADJ"} and doc.quote_at(token.idx) is None:
            head = token.head
            spans = without((head.left_edge, head.right_edge), (token, token))
            if spans:
                out.append(
                    Found(
                        source=None,
                        cue=(token.idx, token.idx + len(token)),
                        content=tuple(with_quotes(doc, span) for span in spans),
                        rule="reportedly",
                        confidence=0.4,
                    )
                )
    return out
