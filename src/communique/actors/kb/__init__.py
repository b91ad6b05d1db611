"""kb: the knowledge base. Tables in, one file out; the file in memory, asked by name; users' own files beside it."""

from __future__ import annotations

from communique.actors.kb.entry import Entry
from communique.actors.kb.knowledge import FAMILY_FIRST, Knowledge, known_on, load_knowledge
from communique.actors.kb.titles import with_title

__all__ = ["FAMILY_FIRST", "Entry", "Knowledge", "known_on", "load_knowledge", "with_title"]
