"""Who could hold a position: the actors in each role around a word, as the actors and statements stages name them."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Token

from communique.lookup import Lookup
from communique.parse.tree import SUBJECTS, agent, conjuncts, direct_object, subject
from communique.positions.holders import clause_head, holder_of, owner_of
from communique.positions.party import Parties
from communique.positions.sides import Party
from communique.types import Record, Statement
from communique.vocabulary import Span
from training.positions.candidates import Candidate, governor

_MOST = 8  # parties of a clause or sentence that are looked at
_PARTS = {"NOUN": "N", "ADJ": "A", "ADP": "A", "SCONJ": "A"}


class Roles:
    """Finds the parties in each role; of one report."""

    def __init__(self, record: Record, lookup: Lookup, parties: Parties) -> None:
        self._lookup = lookup
        self._parties = parties
        self._by_id = {statement.id: statement for statement in record.statements}
        self._ordered = sorted((s for s in record.statements if s.speaker), key=lambda s: s.content[0].span)
        self._begins = [statement.content[0].span[0] for statement in self._ordered]
        self._cues = {statement.cue.span[0]: statement for statement in record.statements if statement.cue}

    def of(self, candidate: Candidate) -> dict[str, list[Party]]:
        """Parties by role; a role that nobody fills is left out."""
        head = candidate.head
        verb = clause_head(head)
        told = self._lookup.statement_at(head.idx)
        found = {
            "rules": self._parties.of(candidate.claim) if candidate.claim else [],
            "speaker": self._speaker(told),
            "cue": self._speaker(self._cues.get(head.idx)),
            "above": self._speaker(self._by_id.get(told.inside or "")) if told else [],
            "subject": self._held(subject(verb)),
            "agent": self._held(agent(verb)),
            "owner": self._held(owner_of(head)),
            "holder": self._held(holder_of(head, _PARTS.get(head.pos_, "V"))),
            "object": self._named(direct_object(verb)),
            "over": self._named(subject(governor(head))),
            "owned": self._named(_owned(verb)),
            "before": self._before(head),
            "last": self._speaker(self._last(head)),
            "root": self._held(subject(head.sent.root)),
            "inside": self._in(candidate.span),
            "sentence": self._in((head.sent.start_char, head.sent.end_char)),
        }
        return {role: list(dict.fromkeys(parties)) for role, parties in found.items() if parties}

    def describe(self, candidate: Candidate, roles: dict[str, list[Party]]) -> dict[Party, list[str]]:
        """Features of each party that some role names, in the order of the roles: what it is, its roles, what the word is."""
        kind = candidate.head.pos_
        rule = candidate.claim.rule.split("-")[0] if candidate.claim else "none"
        pronoun = next((c.lower_ for c in candidate.head.lefts if c.dep_ in SUBJECTS and c.pos_ == "PRON"), "-")
        told = self._lookup.statement_at(candidate.head.idx) is not None
        found: dict[Party, list[str]] = {}
        for role, parties in roles.items():
            for at, party in enumerate(parties):
                mine = found.setdefault(party, [])
                mine += [role, f"{role}|{told}", f"{role}|{kind}", f"{role}|{told}|{pronoun}", f"{role}|{rule}"]
                mine.append(f"{role}|{min(at, 2)}")
        for party, mine in found.items():
            actor = self._lookup.actors.get(party.actor)
            mine += [f"roles|{min(len(mine) // 6, 6)}", f"voice|{party.voice is not None}"]
            mine += [f"kind|{actor.kind if actor else 'state'}|{told}", f"sector|{actor.sector if actor else None}"]
        return {party: list(dict.fromkeys(mine)) for party, mine in found.items()}

    def _speaker(self, statement: Statement | None) -> list[Party]:
        actor = statement.speaker.actor if statement and statement.speaker else None
        return [self._parties.sides.of(actor)] if actor in self._lookup.actors else []

    def _held(self, token: Token | None) -> list[Party]:
        """Who a holder's words name, pronouns and coordination included."""
        if token is None:
            return []
        return [party for one in conjuncts(token) for party in self._parties.held(one)]

    def _named(self, token: Token | None) -> list[Party]:
        return [party for one in conjuncts(token) for party in self._parties.named(one)] if token is not None else []

    def _last(self, head: Token) -> Statement | None:
        """The last statement with a speaker that begins before a word."""
        at = bisect_right(self._begins, head.idx)
        return self._ordered[at - 1] if at else None

    def _in(self, span: Span) -> list[Party]:
        return [self._parties.sides.of(actor) for actor in self._lookup.actors_in(span)[:_MOST]]

    def _before(self, head: Token) -> list[Party]:
        """The first party that the sentence names before a word."""
        named = self._lookup.actors_in((head.sent.start_char, head.idx))
        return [self._parties.sides.of(actor) for actor in named[:1]]


def _owned(verb: Token) -> Token | None:
    """Whose the subject is: `its plan would`, `the party's refusal has`."""
    who = subject(verb)
    return owner_of(who) if who is not None else None
