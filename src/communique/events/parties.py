"""Who is at a place in the text: ids of actors for noun phrases, with coordination, bodies ("officials") and owners."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from communique.events.lexicon import group
from communique.lookup import Lookup
from communique.parse import tree

Ids = tuple[str, ...]
_MODIFIERS = frozenset({"amod", "compound", "poss", "nmod", "nummod"})


class Parties:
    """Actors of noun phrases, by what the actors stage found. A phrase that names nobody known gives nothing."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self._heads: dict[int, Ids] = {}

    def of(self, tokens: Iterable[Token]) -> Ids:
        """Actors of several noun phrases, each with what is coordinated with it."""
        return merged(self.head(part) for token in tokens for part in tree.conjuncts(tree.antecedent(token)))

    def head(self, token: Token) -> Ids:
        """Actors that one noun phrase names: its head, or for a body ("Chinese officials") whose it is."""
        if token.i not in self._heads:
            found = tuple(self.lookup.actors_at(token.idx))
            if found:
                found = merged((self._coordinated(token), found))
            if not found and token.lemma_.lower() in group("bodies"):
                found = self.owner(token)
            self._heads[token.i] = found
        return self._heads[token.i]

    def _coordinated(self, noun: Token) -> Ids:
        """Who shares the noun: `Peruvian and Chilean forces`, `the armies of Peru and Chile`; nothing for a name."""
        if noun.tag_ not in {"NNS", "NN"}:
            return ()
        shared = [child for child in noun.lefts if child.dep_ in {"amod", "compound", "nmod"}]
        shared += list(tree.prepositional(noun, "of")) if noun.tag_ == "NNS" else []
        parts = (part for first in shared if len(both := tree.conjuncts(first)) > 1 for part in both)
        named = [tuple(self.lookup.actors_at(part.idx)) for part in parts if part.pos_ in {"PROPN", "ADJ"}]
        return merged(named) if sum(bool(ids) for ids in named) > 1 else ()

    def reach(self, noun: Token, depth: int = 2) -> Ids:
        """Actors that a noun names or that a matter is about, also through the matters below: `a probe into the death of X`."""
        if found := self.of([noun]) or self.around(noun):
            return found
        if not depth:
            return ()
        below = (
            thing for child in noun.rights if child.dep_ == "prep" for thing in child.rights if thing.dep_ in {"pobj", "pcomp"}
        )
        return next((found for thing in below if (found := self.reach(thing, depth - 1))), ())

    def owner(self, noun: Token) -> Ids:
        """Actors whose the noun is: `Kim's offer`, `the U.S. offer`, `the offer by/of/from Seoul`."""
        for child in noun.lefts:
            if child.dep_ == "poss" and (found := self.of([child])):
                return found
        for name in ("by", "from", "of"):
            if found := self.of(tree.prepositional(noun, name)):
                return found
        return self.modifiers(noun)

    def around(self, noun: Token) -> Ids:
        """Actors that a matter is about: whose it is, else whom it is with, against, on, to or for, or by whom it was filed."""
        if found := self.owner(noun):
            return found
        for name in ("with", "against", "on", "to", "for"):
            if found := self.of(tree.prepositional(noun, name)):
                return found
        for child in noun.rights:
            if child.dep_ == "acl" and (found := self.of(tree.prepositional(child, "on", "against"))):
                return found
        makers = (tree.agent(child) for child in noun.rights if child.dep_ == "acl")
        return self.of(maker for maker in makers if maker is not None)

    def modifiers(self, noun: Token) -> Ids:
        """Actors named by what stands before a noun: `U.S.-South Korea drills`, `the Israeli strike`."""
        first = noun.left_edge
        lefts = [child for child in noun.lefts if child.dep_ in _MODIFIERS]
        if not lefts or first.i == noun.i:
            return ()
        return merged(self._modifier(child) for child in lefts)

    def _modifier(self, token: Token) -> Ids:
        parts = [
            part for part in token.doc[token.left_edge.i : token.right_edge.i + 1] if part.pos_ in {"PROPN", "ADJ", "NOUN"}
        ]
        return merged(tuple(self.lookup.actors_at(part.idx)) for part in parts)


def content(noun: Token) -> Token:
    """What a noun of quantity counts: `a round of sanctions` -> sanctions; any other noun itself."""
    if noun.lemma_.lower() in group("heads"):
        return next(tree.prepositional(noun, "of"), noun)
    return noun


def merged(groups: Iterable[Ids]) -> Ids:
    """All ids of several groups, each once, in their order."""
    return tuple(dict.fromkeys(actor for ids in groups for actor in ids))
