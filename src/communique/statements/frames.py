"""Frames: the ways in which a verb takes what is said, read off the dependency tree.

`clause` said (that) ...; `clause-before` ..., X said; `around` ("..., officials say, ..."); `as` (as X said, ...);
`inf` vowed to ...; `object-inf` urged X to ...; `object-as` accused X of ..., described X as ..., called X ...;
`object` denied X; `plain` made clear that ...; `prep-for` called for X; `passive-inf` X was expected to ...;
`passive-clause` it was reported that ...;
`passive-as` X was described as ...; `passive-object` X was denied; `passive-told` asked whether ..., X said ....
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from communique.parse.tree import trimmed
from communique.statements.channels import names_channel
from communique.statements.passives import Frame, goal_of, is_infinitive, passive_frame
from communique.statements.phrases import misplaced, without
from communique.vocabulary import Span

_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})
_VOICING = frozenset({"express", "voice", "report", "convey", "reiterate", "announce", "declare", "signal"})
_TOPICS = frozenset({"about", "against", "at", "for", "from", "of", "over", "to", "toward", "towards", "with"})
_CLAUSES = frozenset({"ccomp", "xcomp"})


def frame_of(verb: Token) -> Frame | None:
    """The fullest frame of a verb, or None where it has no complement."""
    by = _by_label(verb)
    if _is_reduced_passive(verb, by):
        return _told(verb, by)
    if "nsubjpass" in by or "auxpass" in by or "csubjpass" in by:
        return passive_frame(verb, by) or _around(verb, by)
    return (
        _plain(verb, by)
        or _clause(verb, by)
        or _displaced(verb, by)
        or _objects(verb, by)
        or _around(verb, by)
        or _prep(verb, by)
    )


def _by_label(verb: Token) -> dict[str, list[Token]]:
    by: dict[str, list[Token]] = {}
    for child in verb.children:
        by.setdefault(child.dep_, []).append(child)
    return by


def _plain(verb: Token, by: dict[str, list[Token]]) -> Frame | None:
    """`made (it) clear that ...`: the clause hangs on the adjective."""
    if verb.lemma_ != "make":
        return None
    for child in (*by.get("ccomp", ()), *by.get("xcomp", ()), *by.get("oprd", ()), *by.get("acomp", ()), *by.get("advmod", ())):
        if child.lower_ in {"clear", "plain"} and verb.i < child.i:
            for clause in (*child.rights, *(c for c in verb.rights if c.i > child.i)):
                if (
                    clause.dep_ in {"ccomp", "csubj", "advcl", "acl"}
                    and clause.pos_ in {"VERB", "AUX"}
                    and _own_subject(clause)
                ):
                    return Frame("plain", (trimmed(clause.left_edge, clause.right_edge),), last=child)
    return None


def _is_reduced_passive(verb: Token, by: dict[str, list[Token]]) -> bool:
    """`Asked whether ..., he said no`: a participle whose subject is the one who was told."""
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in {"advcl", "acl"}
        and not ({"nsubj", "aux", "auxpass", "nsubjpass", "dobj"} & by.keys())
    )


def _told(verb: Token, by: dict[str, list[Token]]) -> Frame | None:
    agent = next((c for p in by.get("agent", ()) for c in p.children if c.dep_ == "pobj"), None)
    for clause in (*by.get("ccomp", ()), *by.get("xcomp", ())):
        if clause.i > verb.i:
            return Frame("passive-told", (trimmed(clause.left_edge, clause.right_edge),), agent=agent, passive=True)
    prep = _prep(verb, by)
    return replace(prep, agent=agent, passive=True) if prep is not None else None


def _own_subject(clause: Token) -> Token | None:
    return next((c for c in clause.lefts if c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"}), None)


def _clause(verb: Token, by: dict[str, list[Token]]) -> Frame | None:
    for clause in [*by.get("ccomp", ()), *by.get("xcomp", ())]:
        if clause.i < verb.i:
            return Frame("clause-before", _before(verb, clause))
        first, last = clause.left_edge, clause.right_edge
        if (cut := next((c for c in clause.rights if misplaced(c)), None)) is not None:
            last = _before_conjunct(cut)
        if first.i < verb.i:
            return Frame("clause-split", _before(verb, clause))
        if any(c.lower_ in _REFLEXIVES for c in clause.lefts):
            return None
        objects = [c for c in (*by.get("dobj", ()), *by.get("dative", ())) if verb.i < c.i < clause.i]
        if clause.pos_ in {"VERB", "AUX"} and is_infinitive(clause):
            own = _own_subject(clause)
            if own is not None:
                return Frame("object-inf", (trimmed(first, last),))
            if objects:
                return Frame("object-inf", (trimmed(objects[0].left_edge, last),))
            return Frame("inf", (trimmed(first, last),))
        if clause.dep_ == "xcomp" and clause.pos_ not in {"VERB", "AUX"}:
            return Frame("object-as", (trimmed(objects[0].left_edge if objects else first, last),))
        if clause.dep_ == "ccomp" and _own_subject(clause) is not None and _small(clause):
            return Frame("object-as", (trimmed(first, last),))
        if clause.tag_ == "VBG" and clause.dep_ == "xcomp":
            return Frame("gerund", (trimmed(first, last),))
        return Frame("clause", (trimmed(first, last),))
    return None


def _displaced(verb: Token, by: dict[str, list[Token]]) -> Frame | None:
    """`said in a statement released on Monday that ...`: a clause that the parser hung on the channel in between."""
    for prep in by.get("prep", ()):
        goal = next((c for c in prep.rights if c.dep_ == "pobj"), None)
        if goal is None or prep.i < verb.i or not names_channel(goal):
            continue
        participles = [c for c in goal.rights if c.dep_ == "acl" and c.tag_ == "VBN"]
        for child in (*goal.rights, *(c for participle in participles for c in participle.rights)):
            if child.dep_ in {"acl", "relcl", "ccomp"} and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.lefts):
                return Frame("clause", (trimmed(child.left_edge, child.right_edge),))
    return None


def _before_conjunct(conjunct: Token) -> Token:
    """The last token before `and proposed`."""
    tokens = conjunct.doc
    at = conjunct.left_edge.i - 1
    while at > 0 and (tokens[at].dep_ == "cc" or tokens[at].text == ","):
        at -= 1
    return tokens[at]


def _small(clause: Token) -> bool:
    return clause.pos_ in {"NOUN", "PROPN", "ADJ"} and not any(c.dep_ in {"aux", "mark", "cop"} for c in clause.lefts)


def _before(verb: Token, clause: Token) -> tuple[Span, ...]:
    """`A and B, officials said, in C`: the clause before the verb, and what hangs on it behind the verb."""
    first, last = clause.left_edge, clause.right_edge
    if last.i < verb.i:
        return (trimmed(first, last),)
    edges = [verb.i, *(c.left_edge.i for c in verb.children if c.dep_ == "nsubj")]
    hole_first = verb.doc[min(edges)]
    return without((first, last), (hole_first, verb))


def _objects(verb: Token, by: dict[str, list[Token]]) -> Frame | None:
    objects = [c for c in (*by.get("dobj", ()), *by.get("dative", ())) if c.i > verb.i and c.pos_ != "ADP"]
    predicate = next((c for c in by.get("oprd", ()) if c.i > verb.i), None)
    if not objects and (named := _named(verb, by)) is not None:
        return named
    if not objects:
        return Frame("predicate", (trimmed(predicate.left_edge, predicate.right_edge),)) if predicate is not None else None
    first = objects[0]
    tail = predicate or next((c for c in by.get("prep", ()) if c.i > first.i and c.lower_ in {"of", "as", "for"}), None)
    if tail is not None:
        return Frame("object-as", (trimmed(first.left_edge, tail.right_edge),))
    return Frame("object", (trimmed(first.left_edge, _with_topics(verb, first)),))


def _with_topics(verb: Token, noun: Token) -> Token:
    """`expressed solidarity with France against terror`: prepositions right behind a noun go with it, not with the verb."""
    last = noun.right_edge
    if verb.lemma_ not in _VOICING:
        return last
    for prep in verb.rights:
        if prep.dep_ == "prep" and prep.i == last.i + 1 and prep.lower_ in _TOPICS:
            goal = goal_of(prep)
            if goal is None or goal.ent_type_ in {"DATE", "TIME"} or names_channel(goal):
                break
            last = prep.right_edge
    return last


def _named(verb: Token, by: dict[str, list[Token]]) -> Frame | None:
    """`what they describe as a failure`, `which the agency called a failure`: the name given to what stands before."""
    if not any(c.tag_ in {"WP", "WDT"} and c.i < verb.i for c in by.get("dobj", ())):
        return None
    for child in (*by.get("oprd", ()), *by.get("prep", ())):
        if child.i > verb.i and child.dep_ == "oprd":
            return Frame("predicate", (trimmed(child.left_edge, child.right_edge),))
        if 0 < child.i - verb.i <= 2 and child.lower_ == "as" and child.right_edge.i > child.i:
            return Frame("predicate", (trimmed(child.nbor(), child.right_edge),), last=child)
    return None


def _prep(verb: Token, by: dict[str, list[Token]]) -> Frame | None:
    for prep in by.get("prep", ()):
        if prep.i <= verb.i or prep.i > verb.i + 3:
            continue
        goal = next((c for c in prep.rights if c.dep_ in {"pobj", "pcomp"}), None)
        if goal is None:
            continue
        ends = [prep.right_edge, *(c.right_edge for c in verb.rights if c.dep_ in _CLAUSES)]
        last = max(ends, key=lambda t: t.i)
        return Frame("prep-" + prep.lower_, (trimmed(verb.doc[prep.i + 1], last),), last=prep)
    return _for_clause(verb, by)


def _for_clause(verb: Token, by: dict[str, list[Token]]) -> Frame | None:
    """`called for the tariff to be lifted`: the parser takes `for` as the mark of a clause."""
    for clause in (*by.get("advcl", ()), *by.get("ccomp", ()), *by.get("xcomp", ())):
        mark = clause.left_edge
        if mark.lower_ == "for" and mark.dep_ == "mark" and 0 < mark.i - verb.i <= 3 and is_infinitive(clause):
            return Frame("prep-for", (trimmed(mark.nbor(), clause.right_edge),), last=mark)
    return None


def _around(verb: Token, by: dict[str, list[Token]]) -> Frame | None:
    """`X, officials say, is Y`; `As officials say, X is Y`: what is said is the clause on which the verb hangs."""
    if verb.dep_ not in {"parataxis", "advcl"} or verb.head.pos_ not in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"}:
        return None
    if verb.dep_ == "advcl" and not any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in verb.lefts):
        return None
    if any(c.dep_ in {"dobj", "attr", "oprd"} for c in verb.rights):
        return None
    head = verb.head
    spans = without((head.left_edge, head.right_edge), (verb.left_edge, verb.right_edge))
    return Frame("as" if verb.dep_ == "advcl" else "around", spans) if spans else None
