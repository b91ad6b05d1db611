"""world: facts about states and offices that several rooms read: `data/states.tsv` and `data/holders.tsv`, as typed rows."""

from __future__ import annotations

from communique.world.states import State, state_names, states
from communique.world.terms import Term, terms

__all__ = ["State", "Term", "state_names", "states", "terms"]
