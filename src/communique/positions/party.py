"""Whose position it is: the actors that a holder's words name, and the state or body for which they speak."""

from __future__ import annotations

from spacy.tokens import Token

from communique.lookup import Lookup
from communique.parse.tree import conjuncts
from communique.positions.claim import Claim
from communique.positions.pronouns import antecedents, is_speaker, teller
from communique.positions.sides import Party, Sides


class Parties:
    """Resolves holders to actors of one record."""

    def __init__(self, lookup: Lookup, sides: Sides) -> None:
        self.lookup = lookup
        self.sides = sides

    def of(self, claim: Claim) -> list[Party]:
        """The parties of a claim, in the order of the text; none where nobody can be named."""
        if claim.holder is None:
            speaker = self._speaker(claim)
            return [speaker] if speaker else []
        found = [party for token in conjuncts(claim.holder) for party in self._held(claim, token)]
        if claim.joint is not None:
            found += self._named(claim.joint)
        if claim.own:
            speaker = self._speaker(claim)
            found = [party for party in found if speaker is not None and party.actor == speaker.actor]
        return list(dict.fromkeys(found))

    def _speaker(self, claim: Claim) -> Party | None:
        """Who speaks where the claim stands."""
        statement = self.lookup.statement_at(claim.cue.idx)
        actor = statement.speaker.actor if statement and statement.speaker else None
        if actor in self.lookup.actors:
            return self.sides.of(actor)
        told = teller(claim.head) if statement is None else None
        return next(iter(self._named(told)), None) if told is not None else None

    def toward(self, claim: Claim) -> str | None:
        """The other party, where its words name an actor."""
        if claim.toward is None:
            return None
        found = self._named(claim.toward)
        return found[0].actor if found else None

    def _held(self, claim: Claim, token: Token) -> list[Party]:
        """The parties that a holder names by itself, as `we`, by a pronoun, or by a name that is known elsewhere."""
        if found := self._named(token):
            return found
        if is_speaker(token):
            speaker = self._speaker(claim)
            return [speaker] if speaker else []
        for noun in antecedents(token):
            if found := [party for one in conjuncts(noun) for party in self._named(one)]:
                return found
        actor = self.sides.by_name(token.text) if token.pos_ == "PROPN" else None
        return [self.sides.of(actor)] if actor else []

    def _named(self, token: Token) -> list[Party]:
        return [self.sides.of(actor) for actor in self.lookup.actors_at(token.idx)]
