"""`There were claims that ...`, `there is talk of ...`: what is said by nobody who is named, or by whom the noun names."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from communique.lexicon import several, table
from communique.parse import Doc
from communique.parse.tree import trimmed
from communique.statements.found import Found
from communique.statements.phrases import cue_span, with_quotes
from communique.vocabulary import Span

RULE = "there-is"
_SAYERS = frozenset({"by", "from", "among"})
_NONE = frozenset({"no", "not", "n't", "neither", "any", "little", "few", "never", "hardly"})
_CLAUSES = frozenset({"acl", "ccomp", "relcl", "advcl"})
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "xcomp", "ccomp", "oprd"})
_LEADING = frozenset({"DET", "ADJ", "ADV", "NUM", "AUX", "VERB", "NOUN", "PART"})
_FARTHEST = 7
_CONFIDENCE = 0.5


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    return {noun: several(links) for noun, links in table("statements", "hearsay")}


def find_hearsay(doc: Doc) -> list[Found]:
    """One attribution for each such clause outside quotation marks; none where there is no talk of it (`there was no hint`)."""
    out = []
    for token in doc.tokens:
        if token.dep_ == "expl" and token.lower_ == "there" and doc.quote_at(token.idx) is None:
            found = _hearsay(doc, token)
            if found is not None:
                out.append(found)
    return out


def _hearsay(doc: Doc, there: Token) -> Found | None:
    words = there.doc[there.i + 1 : there.i + 1 + _FARTHEST]
    verb = next((token for token in words if token.lemma_ == "be"), None)
    noun = _noun(words)
    if verb is None or noun is None or verb.i > noun.i:
        return None
    links = _nouns()[noun.lemma_.lower()]
    said = (_clause(verb, noun) if "that" in links else None) or _complement(noun, links)
    if said is None:
        return None
    content, last = said
    return Found(_sayer(noun), (cue_span(verb)[0], last.idx + len(last)), (with_quotes(doc, content),), RULE, _CONFIDENCE)


def _noun(words: SpacySpan) -> Token | None:
    """The noun of talk behind `there were`, by position: the parser does not always hang it there. None behind a `no`."""
    for token in words:
        if token.pos_ == "NOUN" and token.lemma_.lower() in _nouns():
            return token
        if token.pos_ not in _LEADING or token.lower_ in _NONE:
            return None
    return None


def _clause(verb: Token, noun: Token) -> tuple[Span, Token] | None:
    """What stands behind `that`, which the parser hangs on the noun, on the verb, or on a phrase in between."""
    between = [c for c in noun.rights if c.dep_ == "prep"]
    goals = [goal for c in between for goal in c.rights if goal.dep_ == "pobj"]
    for above in (noun, *goals, verb):
        for clause in above.rights:
            if clause.i > noun.i and clause.dep_ in _CLAUSES and _is_told(clause):
                return trimmed(clause.left_edge, clause.right_edge), noun
    return None


def _is_told(clause: Token) -> bool:
    """A finite clause behind `that`, or behind nothing: `there were claims (that) he lied`."""
    mark = next((c for c in clause.lefts if c.dep_ == "mark" or c.lower_ == "that"), None)
    if mark is not None:
        return mark.lower_ == "that" and mark.tag_ == "IN"
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ not in {"WDT", "WP"} for c in clause.lefts)
    # `claims she made` is no clause of what is claimed: there the verb lacks what `claims` stands for.
    complete = clause.dep_ == "ccomp" or any(c.dep_ in _COMPLEMENTS for c in clause.rights)
    return has_subject and complete and clause.dep_ in {"acl", "ccomp", "relcl"}


def _complement(noun: Token, links: tuple[str, ...]) -> tuple[Span, Token] | None:
    """What stands behind `about`, `of`, `for`, `over`, or `to` with a verb."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in links and child.i < child.right_edge.i:
            return trimmed(child.doc[child.i + 1], child.right_edge), child
        if "to" in links and child.dep_ in {"acl", "relcl"} and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.lefts):
            return trimmed(child.left_edge, child.right_edge), noun
    return None


def _sayer(noun: Token) -> Span | None:
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in _SAYERS:
            goal = next((c for c in child.rights if c.dep_ == "pobj"), None)
            clause = next((c for c in goal.rights if c.dep_ in {"acl", "relcl", "ccomp"}), None) if goal is not None else None
            if goal is not None:
                return trimmed(goal.left_edge, clause.left_edge.nbor(-1) if clause is not None else goal.right_edge)
    return None
