"""What a phrase by itself names: `the rebel movement`, `a former White House official`, `Foreign Minister Jane Doe`.

The conventions are POLECAT's: an international organisation has IGO in place of a country, a bare state has no sector,
somebody of no known trade is UNK, and who held an office before is ELI.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from communique.actors.cities import city_country
from communique.actors.days import iso_day
from communique.actors.knowledge import Entry, known_on, surname_holders
from communique.actors.phrase_parts import Phrase, is_common, land_of, listed_in, take_apart
from communique.actors.roles import Role, find_role, weak
from communique.actors.shared import BODIES, LANDS, whose
from communique.vocabulary import ActorKind

# Without a date, what the tables hold last counts.
_LATEST = "2026"
_PRONOUNS = frozenset("he she they it we i you him her them us".split())


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase names; None where it is not known."""

    name: str | None = None
    country: str | None = None
    sector: str | None = None
    sector_2: str | None = None
    kind: ActorKind | None = None


def name_actor(text: str, *, context: str | None = None, date: str | None = None) -> Named:
    """What a phrase names.

    Args:
        text: the phrase, with or without article and title.
        context: words around it; a country that they alone name is the actor's where the phrase tells none.
        date: day on which it was said (ISO date, month or year). Without it, what the tables hold last counts.

    Source: conventions of POLECAT and the NGEC coder; tables in `communique/actors/data`.
    """
    phrase = take_apart(text)
    around = land_of(listed_in(context or ""))
    day = iso_day(date) or _LATEST
    return (
        _person(phrase, day)
        or _body(phrase, around)
        or _by_role(phrase, around)
        or _land_alone(phrase)
        or _anything(phrase, around)
    )


def _person(phrase: Phrase, day: str) -> Named | None:
    """A listed person by full name, or by surname alone or with a fitting title."""
    entries = tuple(phrase.entries(frozenset({"person"})))
    if not entries and (len(phrase.tokens) == 1 or phrase.role is not None) and phrase.tokens[-1][:1].isupper():
        if any(entry for _, end, several in phrase.found for entry in several if end == len(phrase.tokens)):
            return None
        entries = surname_holders(phrase.tokens[-1].lower())
        if phrase.role is not None:
            entries = tuple(e for e in entries if e.role and phrase.role.words in e.role)
        else:
            entries = tuple(e for e in entries if e.holds_on(day)) or entries
    if not entries or len({entry.name for entry in entries}) > 1:
        return _titled(phrase)
    known = known_on(entries, day)
    sector, sector_2 = known.sector, known.sector_2
    if phrase.former:
        sector = "ELI"
    elif phrase.role is not None and phrase.role.kind == "title" and phrase.role.sector and sector in {None, "ELI"}:
        sector = phrase.role.sector
    if phrase.role is not None and sector == phrase.role.sector:
        sector_2 = phrase.role.sector_2
    return Named(known.name, known.country, sector, sector_2 or _second(known), "person")


def _second(known: Entry) -> str | None:
    role = find_role((known.role or "").lower().split())
    return role.sector_2 if role and role.sector == known.sector else None


def _titled(phrase: Phrase) -> Named | None:
    """A title with an unlisted name: `Governor Jane Doe`."""
    role = phrase.role
    size = next((i for i in range(len(phrase.tokens), 0, -1) if role and find_role([t.lower() for t in phrase.tokens[:i]])), 0)
    rest = phrase.tokens[size:]
    if not (role and rest and size and all(t[:1].isupper() for t in rest) and len(rest) <= 4) or role.kind == "organization":
        return None
    if any(start >= size for start, _, _ in phrase.found):
        return None
    return Named(" ".join(rest), land_of(phrase.found), _sector(phrase, role), role.sector_2, "person")


def _body(phrase: Phrase, around: str | None) -> Named | None:
    """A listed organisation or armed group, unless somebody of it is named (`a former White House official`)."""
    found = phrase.entries(BODIES)
    if not found:
        return None
    land = land_of([item for item in phrase.found if item[2][0].kind in LANDS]) or around
    several = next(entries for _, _, entries in phrase.found if found[0] in entries)
    body = whose(phrase.text, several, Counter([land]))
    role = phrase.role
    if role is not None and role.kind != "organization" and role.words not in {"member", "people"}:
        return None
    if body.sector == "IGO" and role is not None and role.sector and role.sector != "IGO":
        return Named(phrase.text, "EUR" if body.name == "European Union" else "IGO", role.sector, None, "organization")
    if body.sector == "IGO":
        return Named(body.name, "IGO", None, None, "organization")
    return Named(body.name, body.country, body.sector, body.sector_2, "group" if body.kind == "group" else "organization")


def _sector(phrase: Phrase, role: Role) -> str | None:
    if phrase.former and role.sector in {"GOV", "LEG", "MIL", "JUD", "COP", "IGO", None}:
        return "ELI"
    if role.words in weak() and (bodies := phrase.entries(BODIES)):
        return bodies[0].sector
    return role.sector


def _by_role(phrase: Phrase, around: str | None) -> Named | None:
    """Somebody described by a role noun, with the country that the phrase, its city or the context tells."""
    role = phrase.role
    if role is None:
        return None
    country = land_of(phrase.found) or city_country(phrase.tokens) or around
    sector, sector_2 = _sector(phrase, role), role.sector_2
    lower = {token.lower() for token in phrase.tokens}
    if role.sector == "JRN" and role.kind == "organization" and lower & {"state", "official", "state-run", "state-owned"}:
        sector, sector_2 = "GOV", "JRN"
    kind: ActorKind = "group" if role.plural else "organization" if role.kind == "organization" else "person"
    return Named(phrase.text, country, sector or "UNK", sector_2, kind)


def _land_alone(phrase: Phrase) -> Named | None:
    """A state, its people, its capital or another place by itself."""
    whole = next((entries for start, end, entries in phrase.found if (start, end) == (0, len(phrase.tokens))), ())
    for entry in whole:
        if entry.kind in {"state", "demonym"}:
            return Named(entry.name, entry.country, None, None, "state")
        if entry.kind in {"capital", "seat"}:
            return Named(entry.name, entry.country, "GOV", None, "state")
        if entry.kind == "region":
            return Named(entry.name, entry.country, entry.sector, None, "organization" if entry.sector else None)
    city = city_country(phrase.tokens) if not whole and phrase.tokens and phrase.tokens[0][:1].isupper() else None
    return Named(phrase.text, city, "CVL", None, "group") if city and len(phrase.tokens) <= 3 else None


def _anything(phrase: Phrase, around: str | None) -> Named:
    """Something of a known country or of none: `targets in Syria`; an unknown proper name stays unknown."""
    country = land_of(phrase.found)
    if len(phrase.tokens) == 1 and phrase.tokens[0].lower() in _PRONOUNS:
        return Named(None, None, "UNK", None, "person")
    common = any(is_common(t) for t in phrase.tokens)
    if not common and country is None:
        return Named()
    if "ordinary" in {token.lower() for token in phrase.tokens}:
        return Named(phrase.text, country, "CVL", None, "group")
    return Named(phrase.text, country, "UNK", None, None)
