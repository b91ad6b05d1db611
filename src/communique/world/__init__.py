"""world: facts about states and offices that several rooms read, as typed rows: `states.tsv`, `codes.tsv`, `holders*.tsv`."""

from __future__ import annotations

from communique.world.states import Codes, State, codes, state_names, states
from communique.world.terms import Term, terms

__all__ = ["Codes", "State", "Term", "codes", "state_names", "states", "terms"]
