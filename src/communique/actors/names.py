"""Proper names, told apart as people, organisations and states: the lists first, then spaCy with its borders mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as SpacySpan

from communique.actors.knowledge import Entry, index, longest
from communique.actors.roles import find_role
from communique.parse import Doc
from communique.parse.tree import char_span
from communique.vocabulary import Span

_LABELS = {
    "PERSON": "person", "ORG": "organization", "NORP": "people", "GPE": "place", "FAC": "organization",
    "PRODUCT": "thing", "LOC": "place", "EVENT": "thing", "WORK_OF_ART": "thing", "LAW": "thing",
}  # fmt: skip
_EDGE = frozenset(
    {"the", "a", "an", "'s", "’s", "’", "'", '"', "“", "”", ",", ".", "-", "–", "—", "(", ")", ":", ";", "and", "of", "in"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: tokens `first` to `last`, both included; `entry` is what the lists say of it."""

    first: int
    last: int
    kind: str
    entries: tuple[Entry, ...] = ()

    @property
    def entry(self) -> Entry | None:
        return self.entries[0] if self.entries else None


def find_names(doc: Doc) -> list[Name]:
    """All names in the order of the text; none overlaps another."""
    tokens = doc.tokens
    hits = list(_listed(tokens))
    covered = {i for hit in hits for i in range(hit.first, hit.last + 1)}
    out = []
    swallowed: set[int] = set()
    for entity in tokens.ents:
        for first, last in _mended(entity):
            name = _from_entity(tokens, first, last, _LABELS.get(entity.label_), hits)
            if name and (not covered.intersection(range(first, last + 1)) or name.kind in {"organization", "person"}):
                out.append(name)
                swallowed.update(range(first, last + 1))
    out += [hit for hit in hits if hit.first not in swallowed]
    return sorted(out, key=lambda name: name.first)


def _listed(tokens: SpacyDoc) -> Iterator[Name]:
    """Longest matches of listed names, left to right."""
    forms, sizes, text = index(), longest(), tokens.text
    i, n = 0, len(tokens)
    while i < n:
        token = tokens[i]
        size = sizes.get(text[token.idx : token.idx + 2], 0) if token.text[:1].isupper() else 0
        for last in range(min(n, i + size) - 1, i - 1, -1):
            end = tokens[last].idx + len(tokens[last])
            entries = forms.get(text[token.idx : end].replace("’", "'"))
            if entries:
                yield Name(i, last, entries[0].kind, entries)
                i = last
                break
        i += 1


def _mended(entity: SpacySpan) -> Iterator[tuple[int, int]]:
    """An entity without articles, possessives and marks at its edges, in parts where it runs over a line's end."""
    tokens, first = entity.doc, entity.start
    for i in range(entity.start, entity.end + 1):
        if i == entity.end or (tokens[i].is_space and "\n" in tokens[i].text):
            start, last = first, i - 1
            while start <= last and (tokens[start].is_space or tokens[start].lower_ in _EDGE):
                start += 1
            while last >= start and (tokens[last].is_space or tokens[last].lower_ in _EDGE):
                last -= 1
            if start <= last:
                yield start, last
            first = i + 1


def _from_entity(tokens: SpacyDoc, first: int, last: int, kind: str | None, hits: list[Name]) -> Name | None:
    if kind is None or not any(tokens[i].text[:1].isupper() for i in range(first, last + 1)):
        return None
    inside = [hit for hit in hits if first <= hit.first and hit.last <= last]
    crossing = [hit for hit in hits if hit.first <= last and first <= hit.last and hit not in inside]
    if crossing or any((hit.first, hit.last) == (first, last) for hit in inside):
        return None
    if kind == "person":
        while first < last and find_role([tokens[first].lower_]):
            first += 1
        if any(hit.first == first for hit in inside) and len(inside) == 1 and inside[0].last < last:
            first = inside[0].last + 1
    elif inside and kind != "organization":
        return None
    return Name(first, last, kind)


def name_span(doc: Doc, name: Name) -> Span:
    """Characters of a name."""
    return char_span(doc.tokens[name.first], doc.tokens[name.last])
