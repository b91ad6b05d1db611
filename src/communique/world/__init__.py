"""world: facts about states and offices that several rooms read: `data/states.tsv`, `codes.tsv` and `holders*.tsv`, as typed rows."""

from __future__ import annotations

from communique.world.states import Codes, State, codes, state_names, states
from communique.world.terms import Term, terms

__all__ = ["Codes", "State", "Term", "codes", "state_names", "states", "terms"]
