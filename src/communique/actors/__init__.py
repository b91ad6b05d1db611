"""actors: who is named in a report, and everything it calls them."""

from __future__ import annotations

from communique.actors.find import find_actors
from communique.actors.kb import load_knowledge
from communique.actors.named import Named
from communique.actors.phrase import name_actor
from communique.actors.voices import find_voices

__all__ = ["Named", "find_actors", "find_voices", "load_knowledge", "name_actor"]
