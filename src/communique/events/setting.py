"""PLOVER's modes and contexts, from the words of an event's own clause (data/modes.tsv, data/contexts.tsv)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from spacy.tokens import Token

from communique.events.find import Find
from communique.events.lexicon import ROOM
from communique.lexicon import table
from communique.vocabulary import EventType

# Tokens to each side of the event's word: what is farther off is about something else.
_AROUND = 14
# Clauses of their own: `said`, `because ...`.
_APART = frozenset({"ccomp", "parataxis", "advcl", "relcl"})
_MOST = 4


def mode_of(find: Find, kind: EventType) -> str | None:
    """The mode that the event's own word gives, else the first of its type that a word of its clause gives."""
    if kind == find.entry.type and find.entry.mode is not None:
        return find.entry.mode
    words = own_words(find)
    return next((mode for mode, lemmas in _modes().get(kind, ()) if lemmas & words), None)


def contexts_of(find: Find) -> tuple[str, ...]:
    """Contexts in the order of the alphabet, at most four: those that most words of the clause speak of."""
    counted: dict[str, int] = {}
    for word in sorted(own_words(find)):
        for context in _contexts().get(word, ()):
            counted[context] = counted.get(context, 0) + 1
    ranked = sorted(counted, key=lambda context: (-counted[context], context))
    return tuple(sorted(ranked[:_MOST]))


def own_words(find: Find) -> frozenset[str]:
    """Lemmas and forms near the event's word in its own clause, and each two that follow each other."""
    tokens = [token for token in _clause(find) if not (token.is_punct or token.is_space)]
    words = [word for token in tokens for word in (token.lemma_.lower(), token.lower_)]
    pairs = (f"{one.lower_}_{two.lower_}" for one, two in zip(tokens, tokens[1:], strict=False))
    lemmas = (f"{one.lower_}_{two.lemma_.lower()}" for one, two in zip(tokens, tokens[1:], strict=False))
    return frozenset((*words, *pairs, *lemmas))


def _clause(find: Find) -> Iterable[Token]:
    """The tokens of the event's verb and its arguments, or of the noun phrase and the verb that carries it."""
    head, word = find.anchor, find.token
    first = max(min(head.left_edge.i, word.left_edge.i), word.i - _AROUND)
    last = min(max(head.right_edge.i, word.right_edge.i), word.i + _AROUND)
    cut: list[tuple[int, int]] = [
        (child.left_edge.i, child.right_edge.i)
        for child in head.children
        if child.dep_ in _APART and not child.left_edge.i <= word.i <= child.right_edge.i
    ]
    return (word.doc[i] for i in range(first, last + 1) if not any(start <= i <= end for start, end in cut))


@cache
def _modes() -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for kind, mode, lemmas in table(ROOM, "modes"):
        found.setdefault(kind, []).append((mode.lower(), frozenset(lemmas.split())))
    return MappingProxyType({kind: tuple(rows) for kind, rows in found.items()})


@cache
def _contexts() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for context, lemmas in table(ROOM, "contexts"):
        for lemma in lemmas.split():
            found.setdefault(lemma, []).append(context)
    return MappingProxyType({lemma: tuple(names) for lemma, names in found.items()})
