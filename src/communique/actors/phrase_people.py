"""Persons in a phrase: by full name, by title and surname, by surname alone; with the office that they hold on a day."""

from __future__ import annotations

from communique.actors.days import LATEST
from communique.actors.first_names import first_names
from communique.actors.kb import Entry, Knowledge, known_on, with_title
from communique.actors.named import Named
from communique.actors.organisations import of_office
from communique.actors.phrase_parts import Phrase, land_of, lowered
from communique.actors.roles import FORMER, Role, find_role
from communique.actors.titles import HONORIFICS
from communique.lexicon import words

PRONOUNS = frozenset("he she they it we i you him her them us".split())
# For how many years after the office a leader's surname alone still tells a country.
_REMEMBERED = 8
_ELECTED = frozenset({"GOV", "LEG"})
_OF_STATE = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "IGO", "SPY", None})


def named_person(phrase: Phrase, day: str, knowledge: Knowledge) -> Named | None:
    """A listed person, else somebody with a title (`Governor Jane Doe`); None where the phrase names no person."""
    if _owner(phrase):
        return None
    entries = tuple(phrase.entries(frozenset({"person"})))
    if not entries and (len(phrase.tokens) == 1 or phrase.role is not None) and phrase.tokens[-1][:1].isupper():
        if phrase.tokens[-1].lower() in PRONOUNS or any(end == len(phrase.tokens) for _, end, _ in phrase.found):
            return None
        entries = _by_surname(phrase, day, knowledge)
    if len({entry.name for entry in entries}) != 1:
        countries = {entry.country for entry in entries}
        return _titled(phrase, min(countries, key=str) if len(countries) == 1 else None)
    return _on_day(phrase, _as_said(phrase, entries), day)


def _owner(phrase: Phrase) -> tuple[Entry, ...]:
    """The listed person whose somebody is meant: `Anna Berg's lawyer`."""
    for start, end, entries in phrase.found:
        if (
            entries[0].kind == "person"
            and phrase.role is not None
            and f"{' '.join(phrase.tokens[start:end])}'s " in phrase.text
        ):
            return entries
    return ()


def country_of_owner(phrase: Phrase, day: str, knowledge: Knowledge) -> str | None:
    """The country of whom somebody or something belongs to: `Boris Johnson's lawyer`, `the Assad government`, `Putin ally`.

    By a surname alone only one who leads a state counts, or its opposition; in office on the day, if anyone is.
    """
    entries = _owner(phrase)
    if not entries:
        covered = {i for start, end, _ in phrase.found for i in range(start, end)}
        names = [t.lower() for i, t in enumerate(phrase.tokens) if i not in covered and t[:1].isupper()]
        bearers = knowledge.surname_holders(names[0]) if len(names) == 1 else ()
        entries = tuple(e for e in bearers if _leads(e, day))
        # Out of office only where no other state has an office holder of the name.
        entries = tuple(e for e in entries if e.holds_on(day)) or (bearers if entries else ())
    countries = {entry.country for entry in entries if entry.country}
    return countries.pop() if len(countries) == 1 else None


def _leads(entry: Entry, day: str) -> bool:
    """Whether somebody led a state or its opposition on a day or a few years before it."""
    leads = entry.role in words("actors", "leaders") or entry.role == "opposition leader"
    return leads and (entry.holds_on(day) or entry.over_on(day) and int(day[:4]) - int((entry.end or day)[:4]) <= _REMEMBERED)


def _on_day(phrase: Phrase, entries: tuple[Entry, ...], day: str) -> Named:
    """One person with the office held on a day, and with what the phrase says of it."""
    known, said = known_on(entries, day), phrase.role
    past = known.sector == "ELI" and said is not None and _retrospective(phrase, day) and bool(with_title(entries, said.words))
    sector, sector_2, role = known.sector, known.sector_2, known.role
    if phrase.former:
        sector, role = "ELI", role if not role or role.startswith("former ") else f"former {role}"
    elif (
        not past
        and said is not None
        and said.kind == "title"
        and said.sector
        and sector in {None, "ELI"}
        and said.words not in HONORIFICS
    ):
        sector, role = said.sector, said.words
    if said is not None and sector == said.sector:
        sector_2 = said.sector_2
    country = known.country or (of_office(role or "") if sector == "IGO" else None)
    return Named(known.name, country, sector, sector_2 or _second(known), "person", role, known.wikidata)


def _retrospective(phrase: Phrase, day: str) -> bool:
    """`Secretary Rice`, years after: an office that is over. Without a day, and with `then`, the title tells the time."""
    return day != LATEST and not phrase.tokens[0].lower().startswith("then")


def _as_said(phrase: Phrase, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """A person's offices, the one that the phrase says first."""
    first = with_title(entries, phrase.role.words) if phrase.role is not None else ()
    return (*first, *(entry for entry in entries if entry not in first))


def _by_surname(phrase: Phrase, day: str, knowledge: Knowledge) -> tuple[Entry, ...]:
    """Holders of a surname in the office and country that are said: in office on the day, or before it if `former`."""
    entries, said = knowledge.surname_holders(phrase.tokens[-1].lower()), phrase.role
    land = land_of(phrase.found)
    if land is not None:
        entries = tuple(e for e in entries if e.country == land)
    if said is None or said.words in HONORIFICS:
        entries = tuple(e for e in entries if _may_be(e, HONORIFICS[said.words] if said else None))
        fitting = tuple(e for e in entries if e.holds_on(day)) or entries
        # "Trump" alone is the president, not one of his family in an office.
        leading = tuple(e for e in fitting if e.role in words("actors", "leaders"))
        return leading or fitting
    fitting = tuple(e for e in entries if (e.over_on(day) if phrase.former else e.holds_on(day)))
    return with_title(fitting, said.words) or with_title(entries, said.words)


def _may_be(entry: Entry, gender: str | None) -> bool:
    """Whether a person's first name allows a gender."""
    return gender is None or first_names().get(entry.name.split()[0].lower(), gender) == gender


def _second(known: Entry) -> str | None:
    role = find_role((known.role or "").lower().split())
    return role.sector_2 if role and role.sector == known.sector else None


def _titled(phrase: Phrase, country: str | None) -> Named | None:
    """A title with a name that is not listed, or that several have: `Governor Jane Doe`; `country` is that of all bearers."""
    role = phrase.role
    size = next((i for i in range(len(phrase.tokens), 0, -1) if role and find_role(lowered(phrase.tokens[:i]))), 0)
    rest = phrase.tokens[size:]
    if not (role and rest and size and all(t[:1].isupper() for t in rest) and len(rest) <= 4) or role.kind == "organization":
        return None
    if any(start >= size for start, _, _ in phrase.found):
        return None
    sector = sector_of(phrase, role)
    return Named(" ".join(rest), land_of(phrase.found) or country, sector, role.sector_2, "person", role_of(phrase, role))


def sector_of(phrase: Phrase, role: Role) -> str | None:
    """The sector that a role noun tells: ELI of who held an office of state before, PTY of who would like to."""
    if phrase.hopeful and role.sector in _ELECTED:
        return "PTY"
    return "ELI" if phrase.former and role.sector in _OF_STATE else role.sector


def role_of(phrase: Phrase, role: Role) -> str:
    """The role noun, with `former` or `would-be` where the phrase says so."""
    if phrase.hopeful:
        return f"would-be {role.words}"
    said = role.words.split()[0] in FORMER
    return f"former {role.words}" if phrase.former and not said else role.words
