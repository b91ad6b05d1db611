"""`According to X, ...`: a source named by a preposition, for the clause it hangs on."""

from __future__ import annotations

from spacy.tokens import Token

from communique.parse import Doc
from communique.parse.tree import trimmed
from communique.statements.found import Found
from communique.statements.phrases import with_quotes, without

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


def find_reportedly(doc: Doc) -> list[Found]:
    """`X reportedly did Y`: told by somebody who is not named."""
    out = []
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
