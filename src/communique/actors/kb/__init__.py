"""kb: the knowledge base. Tables in, one file out; the file in memory, asked by name; users' own files beside it."""

from __future__ import annotations

from communique.actors.kb.entry import Entry
from communique.actors.kb.knowledge import Knowledge, known_on, load_knowledge
from communique.actors.kb.spelling import slips
from communique.actors.kb.surnames import FAMILY_FIRST, family_first
from communique.actors.kb.titles import with_title

__all__ = ["FAMILY_FIRST", "Entry", "Knowledge", "family_first", "known_on", "load_knowledge", "slips", "with_title"]
