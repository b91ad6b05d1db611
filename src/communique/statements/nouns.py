"""Nouns and adjectives that tell of speech or thought: `his claim that ...`, `made a promise to ...`, `is sure that ...`.

Frames: `clause` (that ...), `inf` (to ...), `say` (a statement saying ...), `include` (their demands include ...), `prep-of`,
`prep-about` ...; each with `own` where the source is the noun's own (`the ministry's denial of ...`), `lent` where it is the
subject of the verb above (`made the claim that ...`), `none` where nobody is named.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from communique.parse.tree import trimmed
from communique.statements.phrases import cue_span, source_between, subject_of
from communique.vocabulary import Span

_OWNERS = frozenset({"by", "from", "of", "among"})
_LISTING = frozenset({"include", "be", "remain"})
_OBJECTS = frozenset({"dobj", "attr", "pobj"})


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A noun's or adjective's complement read as content."""

    name: str
    source: Span | None
    cue: Span
    content: Span


def noun_frame(noun: Token) -> NounFrame | None:
    """The fullest frame of a noun, or None where it says nothing."""
    complement = _complement(noun) or _listed(noun)
    if complement is None:
        return None
    kind, content, last = complement
    owner = _owner(noun)
    if owner is not None:
        return NounFrame(kind + "-own", owner, (noun.idx, last.idx + len(last)), content)
    verb = _verb_above(noun)
    if verb is not None and verb.i < last.i:
        subject = subject_of(verb)
        start = cue_span(verb)[0]
        source = source_between(subject, verb) if subject is not None and subject.i < verb.i else None
        if source is not None:
            return NounFrame(kind + "-lent", source, (start, last.idx + len(last)), content)
    return NounFrame(kind + "-none", None, (noun.idx, last.idx + len(last)), content)


def _complement(noun: Token) -> tuple[str, Span, Token] | None:
    for child in noun.rights:
        whole = trimmed(child.left_edge, child.right_edge)
        if child.dep_ in {"acl", "ccomp", "relcl", "xcomp"} and child.pos_ in {"VERB", "AUX"}:
            if any(c.lower_ == "that" and c.dep_ == "mark" for c in child.lefts) or child.dep_ == "ccomp":
                return "clause", whole, noun
            if any(c.lower_ == "to" and c.dep_ == "aux" for c in child.lefts) and child.dep_ != "relcl":
                return "inf", whole, noun
            if child.tag_ == "VBG" and child.i <= noun.i + 3:
                said = next((c for c in child.rights if c.dep_ in {"ccomp", "xcomp", "dobj"}), None)
                if said is not None:
                    return f"{child.lemma_.lower()}", trimmed(said.left_edge, said.right_edge), child
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ not in {"by", "from", "in", "at"}:
            goal = next((c for c in child.rights if c.dep_ in {"pobj", "pcomp"}), None)
            if goal is not None:
                return "prep-" + child.lower_, trimmed(goal.left_edge, goal.right_edge), child
    return None


def _listed(noun: Token) -> tuple[str, Span, Token] | None:
    """`Their demands include a new inquiry and ...`: all behind the verb is what the noun says."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.i < noun.i or verb.lemma_.lower() not in _LISTING:
        return None
    last = verb.right_edge
    first = noun.doc[verb.i + 1] if verb.i < last.i else None
    return ("include", trimmed(first, last), verb) if first is not None and not first.is_punct else None


def _owner(noun: Token) -> Span | None:
    for child in noun.lefts:
        if child.dep_ == "poss":
            last = child.right_edge
            if last.tag_ == "POS" and last.i > child.left_edge.i:
                last = last.nbor(-1)
            return trimmed(child.left_edge, last)
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            goal = next((c for c in child.rights if c.dep_ == "pobj"), None)
            if goal is not None:
                return trimmed(goal.left_edge, goal.right_edge)
    body = next((c for c in noun.lefts if c.dep_ in {"compound", "nmod"} and c.ent_type_ in {"ORG", "GPE"}), None)
    return trimmed(body.left_edge, body) if body is not None else None


def _verb_above(noun: Token) -> Token | None:
    """The verb that governs a noun as its object, also through `in` (`said in a statement that`)."""
    if noun.dep_ in {"dobj", "attr", "acomp"}:
        return noun.head
    if noun.dep_ == "pobj" and noun.head.head.pos_ in {"VERB", "AUX"}:
        return noun.head.head
    return None
