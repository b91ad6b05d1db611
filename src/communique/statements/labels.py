"""`Minister: no deal without us`: a speaker's name before a colon, in a headline or in front of each turn of a transcript."""

from __future__ import annotations

import re

from communique.parse import Doc
from communique.statements.found import Found

_LABEL = re.compile(r"([A-Z][^:\n\"“”?!;]{1,50}):\s+(?=\S)")
_LONGEST, _TURNS = 6, 3
_ENTITIES = frozenset({"PERSON", "ORG", "NORP"})


def find_labelled(doc: Doc) -> list[Found]:
    """Attributions of the headline (the first paragraph) and of turns with a label in capitals."""
    out = []
    matches = [(at, end, _LABEL.match(doc.article.text, start, end)) for at, (start, end) in enumerate(doc.paragraphs)]
    transcript = sum(match is not None and _is_turn(match.group(1)) for _, _, match in matches) >= _TURNS
    for at, end, match in matches:
        if match is None:
            continue
        if not (transcript and _is_turn(match.group(1))) and not (at == 0 and _names_somebody(doc, match.span(1))):
            continue
        quote = doc.quote_at(match.end())
        if quote is not None and quote.span[1] >= end - 1:
            continue
        colon = match.end(1)
        out.append(
            Found(
                source=match.span(1),
                cue=(colon, colon + 1),
                content=((match.end(), end),),
                rule="turn" if _is_turn(match.group(1)) else "headline",
                confidence=0.8,
            )
        )
    return out


def _is_turn(label: str) -> bool:
    words = label.split()
    return label.isupper() and len(words) <= 4 and len(label) > 2


def _names_somebody(doc: Doc, span: tuple[int, int]) -> bool:
    words = doc.words(span)
    return (
        len(words) <= _LONGEST and words[-1].pos_ in {"PROPN", "NOUN"} and any(token.ent_type_ in _ENTITIES for token in words)
    )
