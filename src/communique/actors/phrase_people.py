"""Persons in a phrase: by full name, by title and surname, by surname alone; with the office that they hold on a day."""

from __future__ import annotations

from communique.actors.kb import Entry, Knowledge, known_on
from communique.actors.named import Named
from communique.actors.phrase_parts import Phrase, land_of
from communique.actors.roles import Role, find_role
from communique.lexicon import words

PRONOUNS = frozenset("he she they it we i you him her them us".split())
_OF_STATE = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "IGO", "SPY", None})


def named_person(phrase: Phrase, day: str, knowledge: Knowledge) -> Named | None:
    """A listed person, else somebody with a title (`Governor Jane Doe`); None where the phrase names no person."""
    entries = tuple(phrase.entries(frozenset({"person"})))
    if not entries and (len(phrase.tokens) == 1 or phrase.role is not None) and phrase.tokens[-1][:1].isupper():
        if phrase.tokens[-1].lower() in PRONOUNS or any(end == len(phrase.tokens) for _, end, _ in phrase.found):
            return None
        entries = _by_surname(phrase, day, knowledge)
    if len({entry.name for entry in entries}) != 1:
        countries = {entry.country for entry in entries}
        return _titled(phrase, min(countries, key=str) if len(countries) == 1 else None)
    known = known_on(entries, day)
    sector, sector_2 = known.sector, known.sector_2
    if phrase.former:
        sector = "ELI"
    elif phrase.role is not None and phrase.role.kind == "title" and phrase.role.sector and sector in {None, "ELI"}:
        sector = phrase.role.sector
    if phrase.role is not None and sector == phrase.role.sector:
        sector_2 = phrase.role.sector_2
    return Named(known.name, known.country, sector, sector_2 or _second(known), "person", known.role, known.wikidata)


def _by_surname(phrase: Phrase, day: str, knowledge: Knowledge) -> tuple[Entry, ...]:
    """Holders of a surname in the office and country that are said: in office on the day, or before it if `former`."""
    entries = knowledge.surname_holders(phrase.tokens[-1].lower())
    land = land_of(phrase.found)
    if land is not None:
        entries = tuple(e for e in entries if e.country == land)
    if phrase.role is None:
        fitting = tuple(e for e in entries if e.holds_on(day)) or entries
        # "Trump" alone is the president, not one of his family in an office.
        leading = tuple(e for e in fitting if e.role in words("actors", "leaders"))
        return leading or fitting
    said = phrase.role.words
    # "President Clinton" is no vice president, "Secretary Rice" may be one of state.
    same = tuple(e for e in entries if e.role == said) or tuple(e for e in entries if e.role and said in e.role)
    fitting = tuple(e for e in same if (e.over_on(day) if phrase.former else e.holds_on(day)))
    return fitting or same


def _second(known: Entry) -> str | None:
    role = find_role((known.role or "").lower().split())
    return role.sector_2 if role and role.sector == known.sector else None


def _titled(phrase: Phrase, country: str | None) -> Named | None:
    """A title with a name that is not listed, or that several have: `Governor Jane Doe`; `country` is that of all bearers."""
    role = phrase.role
    size = next((i for i in range(len(phrase.tokens), 0, -1) if role and find_role([t.lower() for t in phrase.tokens[:i]])), 0)
    rest = phrase.tokens[size:]
    if not (role and rest and size and all(t[:1].isupper() for t in rest) and len(rest) <= 4) or role.kind == "organization":
        return None
    if any(start >= size for start, _, _ in phrase.found):
        return None
    sector = sector_of(phrase, role)
    return Named(" ".join(rest), land_of(phrase.found) or country, sector, role.sector_2, "person", role.words)


def sector_of(phrase: Phrase, role: Role) -> str | None:
    """The sector that a role noun tells: ELI of somebody who held an office of state before."""
    return "ELI" if phrase.former and role.sector in _OF_STATE else role.sector
