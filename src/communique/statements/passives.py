"""Passives: `X was expected to ...`, `it was reported that ...`, `X was described as ...`, `X was accused by Y of ...`."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from communique.parse.tree import trimmed
from communique.statements.cues import headline_words
from communique.vocabulary import Span

_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb's complement read as content. `last` is the last token of the cue where it is not the verb."""

    name: str
    content: tuple[Span, ...]
    last: Token | None = None
    agent: Token | None = None
    passive: bool = False


def passive_frame(verb: Token, by: dict[str, list[Token]]) -> Frame | None:
    """The frame of a passive verb; `by` holds its children by their labels."""
    subject = next(iter([*by.get("nsubjpass", ()), *by.get("csubjpass", ())]), None)
    agent = next((c for p in by.get("agent", ()) for c in p.children if c.dep_ == "pobj"), None)
    if subject is None:
        return None
    whole = trimmed(subject.left_edge, subject.right_edge)
    if agent is not None and (charge := _charge(agent)) is not None:
        return Frame("passive-as", (whole, trimmed(charge.left_edge, charge.right_edge)), agent=agent, passive=True)
    for clause in [*by.get("xcomp", ()), *by.get("ccomp", ()), *by.get("advcl", ())]:
        if clause.i < verb.i:
            continue
        rest = trimmed(clause.left_edge, clause.right_edge)
        if clause.dep_ != "advcl" and subject.lower_ == "it" and not is_infinitive(clause):
            return Frame("passive-clause", (rest,), agent=agent, passive=True)
        if is_infinitive(clause):
            if agent is None and (stray := _stray_agent(clause)) is not None:
                agent, rest = goal_of(stray), trimmed(clause.left_edge, stray.nbor(-1))
            return Frame("passive-inf", (whole, rest), agent=agent, passive=True)
        if clause.dep_ == "ccomp":
            return Frame("passive-told", (rest,), agent=agent, passive=True)
    tail = next(
        (
            c
            for c in (*by.get("oprd", ()), *by.get("prep", ()))
            if c.i > verb.i and c.lower_ not in {"in", "on", "at", "by", "to"}
        ),
        None,
    )
    if tail is not None and (tail.dep_ == "oprd" or tail.lower_ in {"as", "of", "for"}):
        last = tail.right_edge
        if agent is None and (stray := _stray_agent(tail)) is not None:
            agent, last = goal_of(stray), stray.nbor(-1)
        whole_too = (whole,) if subject.tag_ not in {"WDT", "WP"} else ()
        return Frame("passive-as", (*whole_too, trimmed(tail.left_edge, last)), agent=agent, passive=True)
    return Frame("passive-object", (whole,), agent=agent, passive=True)


def _stray_agent(complement: Token) -> Token | None:
    """`by` in `was accused of lying by the council`, hung on the last verb: it ends the clause and names somebody."""
    last = complement.right_edge
    for token in complement.doc[complement.i + 1 : last.i]:
        if token.lower_ == "by" and token.right_edge == last and token.head.tag_ in {"VBG", "VB"}:
            goal = goal_of(token)
            named = goal is not None and (goal.ent_type_ in _NAMES or goal.lower_ in headline_words("role"))
            return token if named else None
    return None


def _charge(agent: Token) -> Token | None:
    """`of lying` in `was accused by the council of lying`, which the parser hangs on the council."""
    return next((c for c in agent.rights if c.lower_ == "of" and any(goal.tag_ == "VBG" for goal in c.rights)), None)


def goal_of(preposition: Token) -> Token | None:
    """The noun behind a preposition."""
    return next((c for c in preposition.rights if c.dep_ == "pobj"), None)


def is_infinitive(clause: Token) -> bool:
    """`to leave`."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.lefts)
