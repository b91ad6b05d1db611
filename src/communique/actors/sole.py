"""Descriptions whose role only one named person of the report has: `the judge`, where one judge is named."""

from __future__ import annotations

import re
from functools import cache

from communique.actors.drafts import Draft
from communique.actors.reading import Reading
from communique.lexicon import table
from communique.vocabulary import Span

_DEFINITE = frozenset({"the", "this", "that"})
# Words of a description that need not be said of its bearer.
_IDLE = frozenset("the this that from current present presidential longtime retired young u.s.".split())

_BASED = re.compile(r"([A-Z][\w.]+)-based $")
_LONGEST = 40


def find_sole_bearers(reading: Reading) -> None:
    """Moves the mentions of descriptions to the only named person whose role they tell."""
    entries = (name for name in reading.listed if name.entries and name.entries[0].kind == "region")
    regions = frozenset(word for name in entries for word in reading.text(name.first, name.last).lower().split())
    holders: dict[int | str, list[Draft]] = {}
    for person in reading.people:
        for noun in dict.fromkeys(_class(noun) for noun in (*person.roles, (person.role or "").lower())):
            holders.setdefault(noun, []).append(person)
    for draft in list(reading.described):
        if draft.plural or draft.kind not in {"person", "office"} or not draft.mentions or not draft.head:
            continue
        able = [person for person in holders.get(_class(draft.head), ()) if _has_role(person, draft, regions)]
        if len(able) == 1 and all(_may_mean(reading, draft, span, able[0]) for span in draft.mentions):
            _give(reading, draft, able[0])


def find_seated(reading: Reading) -> None:
    """Moves `the Oslo-based firm` to the only body that is named so elsewhere: `Oslo-based Brekke`."""
    for draft in list(reading.described):
        seats = {_seat(reading, span) for span in draft.mentions}
        seat = min((seat for seat in seats if seat), default=None)
        if draft.plural or draft.kind != "organization" or seats != {seat} or seat is None:
            continue
        able = [body for body in reading.bodies if any(_seat(reading, span) == seat for span in body.mentions)]
        if len(able) == 1 and not (draft.sector and able[0].sector and draft.sector != able[0].sector):
            _give(reading, draft, able[0])


def _seat(reading: Reading, span: Span) -> str | None:
    """The place of `Oslo-based` right before a mention, in lower case."""
    found = _BASED.search(reading.doc.article.text, max(0, span[0] - _LONGEST), span[0])
    return found.group(1).lower() if found else None


def _give(reading: Reading, draft: Draft, person: Draft) -> None:
    for span, rule in list(draft.mentions.items()):
        del draft.mentions[span]
        person.mention(span, rule)
        for token in reading.doc.words(span):
            if reading.taken.get(token.i) is draft:
                reading.taken[token.i] = person
    person.gender = person.gender or draft.gender


@cache
def _classes() -> dict[str, int]:
    rows = (row[0].lower().split("|") for row in table("actors", "same_roles"))
    return {noun: n for n, nouns in enumerate(rows) for noun in nouns}


def _class(noun: str) -> int | str:
    return _classes().get(noun, noun)


def _has_role(person: Draft, draft: Draft, regions: frozenset[str]) -> bool:
    """Whether nothing that a description says of itself speaks against somebody who has its role."""
    role = (person.role or "").lower()
    if person.head or draft.country and person.country and draft.country != person.country:
        return False
    if draft.gender and person.gender and draft.gender != person.gender:
        return False
    parties: dict[str, str] = {row[0]: row[1] for row in table("actors", "parties")}
    said = {parties.get(word, word) for word in role.replace("-", " ").split()}
    rest = {parties.get(word, word) for word in draft.words} - set(draft.head.split()) - _IDLE
    return rest <= (said if said & regions else said | regions)


def _may_mean(reading: Reading, draft: Draft, span: Span, person: Draft) -> bool:
    """Definite behind the name; in a headline also without article, before it."""
    first = reading.doc.words(span)[0].lower_
    if min(person.mentions, default=span) < span:
        return first in _DEFINITE
    heading = reading.doc.paragraphs[0] if reading.doc.paragraphs else (0, 0)
    return span[0] < heading[1] and first not in {"a", "an", "his", "her", "their", "its", "my", "our"}
