"""Whose position it is: the actors that a holder's words name, and the state or body for which they speak."""

from __future__ import annotations

from spacy.tokens import Token

from communique.lookup import Lookup
from communique.parse.tree import conjuncts
from communique.positions.claim import Claim
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
        found = [party for token in conjuncts(claim.holder) for party in self._named(token)]
        if claim.own:
            speaker = self._speaker(claim)
            found = [party for party in found if speaker is not None and party.actor == speaker.actor]
        return list(dict.fromkeys(found))

    def _speaker(self, claim: Claim) -> Party | None:
        """Who speaks where the claim stands."""
        statement = self.lookup.statement_at(claim.cue.idx)
        actor = statement.speaker.actor if statement and statement.speaker else None
        return self.sides.of(actor) if actor in self.lookup.actors else None

    def toward(self, claim: Claim) -> str | None:
        """The other party, where its words name an actor."""
        if claim.toward is None:
            return None
        found = self._named(claim.toward)
        return found[0].actor if found else None

    def _named(self, token: Token) -> list[Party]:
        actors = self.lookup.actors_at(token.idx)
        return [self.sides.of(actor) for actor in actors]
