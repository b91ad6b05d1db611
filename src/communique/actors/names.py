"""Proper names, told apart as people, organisations and states: the lists first, then spaCy with its borders mended."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc as SpacyDoc

from communique.actors.entities import mended, name_of_entity
from communique.actors.kb import Knowledge
from communique.actors.name import Name
from communique.actors.shared import LANDS, settle
from communique.actors.unseen import unseen_names
from communique.parse import Doc


def find_names(doc: Doc, knowledge: Knowledge) -> tuple[list[Name], list[Name]]:
    """All names in the order of the text, none overlapping another; and all listed ones, also those inside longer names."""
    tokens = doc.tokens
    hits = settle(tokens, list(_listed(tokens, knowledge)))
    covering = {i: hit for hit in hits for i in range(hit.first, hit.last + 1)}
    out: list[Name] = []
    swallowed: set[int] = set()
    for entity in tokens.ents:
        for first, last in mended(entity):
            inside = list(dict.fromkeys(covering[i] for i in range(first, last + 1) if i in covering))
            name = name_of_entity(tokens, first, last, entity.label_, inside)
            if name is not None and not swallowed.intersection(range(name.first, name.last + 1)):
                out.append(name)
                swallowed.update(range(name.first, name.last + 1))
    covered = frozenset(covering) | swallowed
    out += unseen_names(tokens, covered)
    surnames = {tokens[name.last].text for name in out if name.kind == "person" and name.last > name.first}
    lands = _named_lands(tokens, hits, surnames)
    bearers = {hit.first: _bearer(tokens, hit, surnames, lands) for hit in hits}
    out += [bearers[hit.first] for hit in hits if hit.first not in swallowed]
    return sorted(out, key=lambda name: name.first), [hit for hit in hits if bearers[hit.first] is hit]


def _named_lands(tokens: SpacyDoc, hits: list[Name], surnames: set[str]) -> set[str | None]:
    """Codes of the states that some listed name tells beside those that are people's surnames too."""
    return {hit.entries[0].country for hit in hits if hit.kind in LANDS and tokens[hit.last].text not in surnames}


def _bearer(tokens: SpacyDoc, hit: Name, surnames: set[str], lands: set[str | None]) -> Name:
    """A listed name of one word that is also the surname of somebody named in full: the person.

    A body's name is (`Bloomberg`); a city's or a state's (`Amman`, `Jordan`) where nothing else names that state.
    """
    if hit.first != hit.last or tokens[hit.first].text not in surnames:
        return hit
    a_place = hit.kind in LANDS and hit.entries[0].country in lands
    return hit if a_place or hit.kind not in LANDS | {"organization"} else Name(hit.first, hit.last, "person")


def _listed(tokens: SpacyDoc, knowledge: Knowledge) -> Iterator[Name]:
    """Longest matches of listed names, left to right."""
    text, i, n = tokens.text, 0, len(tokens)
    while i < n:
        token = tokens[i]
        begins = token.text[:1].isupper() or token.is_digit or token.text == "al"
        size = knowledge.longest(text[token.idx : token.idx + 2]) if begins else 0
        for last in range(min(n, i + size) - 1, i - 1, -1):
            end = tokens[last].idx + len(tokens[last])
            entries = knowledge.at(text[token.idx : end].replace("’", "'"))
            if entries:
                yield Name(i, last, entries[0].kind, entries)
                i = last
                break
        i += 1
