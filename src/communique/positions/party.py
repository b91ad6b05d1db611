"""Whose position it is: the actors that a holder's words name, and the state or body for which they speak."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from communique.lexicon import words
from communique.lookup import Lookup
from communique.parse.tree import conjuncts, is_visited, prepositional
from communique.positions.claim import Claim
from communique.positions.holders import meant, members
from communique.positions.pronouns import antecedents, is_other, is_own_body, is_speaker
from communique.positions.sides import Party, Sides
from communique.vocabulary import Maker, Span

_ASKING = frozenset({"demands", "refuses", "offers"})
_TOUCHING = frozenset({"opposes", "refuses", "offers"})
_FURTHEST = 4  # sentences back to look for the other side


@dataclass(frozen=True, slots=True)
class Held:
    """A claim with its parties: `span` is the characters of its evidence, `maker` who found it."""

    claim: Claim
    span: Span
    parties: tuple[Party, ...]
    confidence: float
    maker: Maker


class Parties:
    """Resolves holders to actors of one record."""

    def __init__(self, lookup: Lookup, sides: Sides) -> None:
        self.lookup = lookup
        self.sides = sides

    def of(self, claim: Claim) -> list[Party]:
        """The parties of a claim, in the order of the text; none where nobody can be named."""
        if claim.holder is None:
            speaker = self._speaker(claim.cue)
            return [speaker] if speaker else []
        found = [party for token in conjuncts(claim.holder) for party in self.held(token)]
        if claim.joint is not None:
            found += self.named(claim.joint)
        if claim.own:
            speaker = self._speaker(claim.cue)
            own = speaker is not None and is_own_body(claim.holder)
            found = [speaker] if own and speaker else [one for one in found if speaker and one.actor == speaker.actor]
        return list(dict.fromkeys(found))

    def _speaker(self, place: Token) -> Party | None:
        """Who speaks where a word stands."""
        statement = self.lookup.statement_at(place.idx)
        actor = statement.speaker.actor if statement and statement.speaker else None
        return self.sides.of(actor) if actor in self.lookup.actors else None

    def toward(self, claim: Claim, party: str) -> str | None:
        """The other party: who is to do it, or with whom it is concluded; else whose doing the words of the issue name."""
        asked = [claim.toward] if claim.toward is not None and claim.stance in _ASKING else []
        joint = [claim.joint] if claim.joint is not None else []
        named = [side.actor for token in (*asked, *joint) for side in self.named(token)]
        if not asked and claim.stance in _TOUCHING:
            named += self._in_issue(claim.issue)
        return next((actor for actor in named if actor != party), None)

    def _in_issue(self, issue: Token) -> list[str]:
        """The states and bodies by name whose doing the words of an issue say it is, or to whom it goes."""
        if issue.pos_ not in {"NOUN", "PROPN"}:
            return []
        near = [child for child in issue.lefts if child.dep_ in {"poss", "compound", "amod", "nmod"}]
        near += prepositional(issue, "by", "against", "from", "with", "for", "to", "on")
        found = [side.actor for token in near if token.ent_type_ or token.pos_ == "PROPN" for side in self.named(token)]
        return [actor for actor in found if self.sides.is_party(actor)]

    def held(self, token: Token) -> list[Party]:
        """The parties that a holder names by itself, as `we`, by a pronoun, or by a name that is known elsewhere."""
        if found := [party for member in members(token) for party in self.named(member)]:
            return found
        if is_speaker(token) and (speaker := self._speaker(token)):
            return [speaker]
        if found := self.named(token):
            return self._without_speaker(found, token) if is_other(token) else found
        if is_other(token) and (other := self._other_side(token)):
            return [other]
        statement = self.lookup.statement_at(token.idx)
        for noun in antecedents(token, quoted=statement is not None and statement.kind == "direct"):
            if found := [party for one in conjuncts(noun) for party in self.named(one)]:
                return found
        if found := self._owners(token) or [party for one in meant(token) for party in self.named(one)]:
            return found
        names = [child for child in token.lefts if child.dep_ == "compound"] if token.pos_ == "PROPN" else []
        for name in [token, *reversed(names)]:
            if name.pos_ == "PROPN" and (actor := self.sides.by_name(name.text)):
                return [self.sides.of(actor)]
        return []

    def _without_speaker(self, parties: list[Party], token: Token) -> list[Party]:
        """`They` in quotation marks are not the speaker's side, though they may stand for both sides named before."""
        statement, speaker = self.lookup.statement_at(token.idx), self._speaker(token)
        if statement is None or statement.kind != "direct" or speaker is None:
            return parties
        return [party for party in parties if party.actor != speaker.actor] or parties

    def _owners(self, token: Token) -> list[Party]:
        """Whose words they are: `the Turkish statement`, `the ministry's letter`."""
        if token.lemma_ not in words("positions", "mouthpieces"):
            return []
        start = max(token.left_edge.i, token.i - 6)
        found = self.lookup.actors_in((token.doc[start].idx, token.idx))
        return [self.sides.of(actor) for actor in found[-1:]]

    def _other_side(self, token: Token) -> Party | None:
        """Whom a party's speaker calls `they`: the state or body named last before, in the sentence or the three before."""
        speaker = self._speaker(token)
        if speaker is None or self.lookup.statement_at(token.idx) is None:
            return None
        sentence, end = token.sent, token.i
        for _ in range(_FURTHEST):
            named = (actor for i in range(end - 1, sentence.start - 1, -1) for actor in self._acting_at(token.doc[i]))
            for party in map(self.sides.of, named):
                if party.actor != speaker.actor and self.sides.is_party(party.actor):
                    return party
            if sentence.start == 0:
                return None
            sentence = token.doc[sentence.start - 1].sent
            end = sentence.end
        return None

    def _acting_at(self, token: Token) -> list[str]:
        """Actors mentioned at a word; none where it is only where somebody goes to or comes from (`they left Vietnam`)."""
        return [] if is_visited(token) else self.lookup.actors_at(token.idx)

    def named(self, token: Token) -> list[Party]:
        return [self.sides.of(actor) for actor in self.lookup.actors_at(token.idx)]
