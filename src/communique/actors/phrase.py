"""What a phrase by itself names: `the Zetas Cartel`, `a former White House official`, `Foreign Minister Park Jin`.

The conventions are POLECAT's: an international organisation has IGO in place of a country, a bare state has no sector,
somebody of no known trade is UNK, and who held an office before is ELI.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.actors.cities import city_country
from communique.actors.days import iso_day
from communique.actors.knowledge import Entry, folded, index, known_on, surname_holders
from communique.actors.roles import FORMER, Role, find_role, weak
from communique.vocabulary import ActorKind

# Without a date, what the tables hold last counts.
_LATEST = "2026"
_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\w[\w'’.]*\w\.?|\w|,")
_POSSESSIVE = re.compile(r"\s?['’]s\b|(?<=s)['’](?=\s|$)")
_BREAKS = frozenset("of in for from at across on to with who by against , across based led".split())
_PRONOUNS = frozenset("he she they it we i you him her them us".split())
_SMALL = frozenset("the a an some two several many".split())
_BODIES = frozenset({"organization", "group"})
_LANDS = frozenset({"state", "demonym", "capital", "seat", "region"})


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase names; None where it is not known."""

    name: str | None = None
    country: str | None = None
    sector: str | None = None
    sector_2: str | None = None
    kind: ActorKind | None = None


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase taken apart: its words, listed names in it with the words they cover, its role noun."""

    text: str
    tokens: list[str]
    found: list[tuple[int, int, tuple[Entry, ...]]]
    role: Role | None
    former: bool

    def entries(self, kinds: frozenset[str]) -> list[Entry]:
        return [entry for _, _, entries in self.found for entry in entries if entry.kind in kinds]


def name_actor(text: str, *, context: str | None = None, date: str | None = None) -> Named:
    """What a phrase names.

    Args:
        text: the phrase, with or without article and title.
        context: words around it; a country that they alone name is the actor's where the phrase tells none.
        date: day on which it was said (ISO date, month or year). Without it, what the tables hold last counts.

    Source: conventions of POLECAT and the NGEC coder; tables in `communique/actors/data`.
    """
    phrase = _taken_apart(text)
    around = _land(_listed(_TOKEN.findall(_plain(context or ""))))
    day = iso_day(date) or _LATEST
    return (
        _person(phrase, day)
        or _body(phrase, around)
        or _by_role(phrase, around)
        or _land_alone(phrase)
        or _anything(phrase, around)
    )


def _plain(text: str) -> str:
    return " ".join(_POSSESSIVE.sub(" ", text.replace("’", "'")).split())


def _taken_apart(text: str) -> _Phrase:
    tokens = [t for t in _TOKEN.findall(_plain(text))]
    while len(tokens) > 1 and tokens[0].lower() in _SMALL:
        tokens = tokens[1:]
    lower = [token.lower() for token in tokens]
    former = any(word in FORMER or word.startswith("ex-") for word in lower)
    return _Phrase(" ".join(tokens).replace(" ,", ","), tokens, _listed(tokens), _role(lower), former)


def _listed(tokens: list[str]) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """Longest listed names in a row of words; written small or in capitals they are found too, if long enough."""
    out, i = [], 0
    while i < len(tokens):
        for j in range(min(len(tokens), i + 8), i, -1):
            form = " ".join(tokens[i:j]).replace(" ,", ",")
            entries = index().get(form) or (folded().get(form.lower(), ()) if len(form) > 3 else ())
            if entries:
                out.append((i, j, entries))
                i = j
                break
        else:
            i += 1
    return out


def _segments(lower: list[str]) -> Iterator[list[str]]:
    """The head phrase, then what hangs on it: `members | SANDF`, `chairman | company board`."""
    part: list[str] = []
    for word in [*lower, ","]:
        if word in _BREAKS:
            if part:
                yield part
            part = []
        else:
            part.append(word)


def _role(lower: list[str]) -> Role | None:
    """The first role noun; one that says little takes the sector of the next (`group of thieves`)."""
    roles = [role for part in _segments(lower) for role in _roles_of(part)]
    if not roles:
        return None
    first = roles[0]
    telling = next((role for role in roles if role.sector not in {None, "UNK"}), None)
    if first.sector in {None, "UNK"} and telling is not None:
        return replace(telling, plural=first.plural)
    return first


def _roles_of(part: list[str]) -> Iterator[Role]:
    """The role noun that ends a part, else the last one inside (`deputy minister Smith`)."""
    for end in range(len(part), 0, -1):
        if role := find_role(part[:end]):
            yield role
            return


def _land(found: list[tuple[int, int, tuple[Entry, ...]]]) -> str | None:
    """The country that listed names tell: of lands first, else of bodies."""
    entries = [entry for _, _, several in found for entry in several]
    for kinds in (_LANDS, _BODIES):
        for entry in entries:
            if entry.kind in kinds and entry.country:
                return entry.country
    return None


def _person(phrase: _Phrase, day: str) -> Named | None:
    """A listed person by full name, or by surname alone or with a fitting title."""
    entries = tuple(phrase.entries(frozenset({"person"})))
    if not entries and (len(phrase.tokens) == 1 or phrase.role is not None) and phrase.tokens[-1][:1].isupper():
        if any(entry for _, end, several in phrase.found for entry in several if end == len(phrase.tokens)):
            return None
        entries = surname_holders(phrase.tokens[-1].lower())
        if phrase.role is not None:
            entries = tuple(e for e in entries if e.role and phrase.role.words in e.role)
        else:
            entries = tuple(e for e in entries if e.holds_on(day))
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


def _titled(phrase: _Phrase) -> Named | None:
    """A title with an unlisted name: `Governor Vadim Shumkov`."""
    role = phrase.role
    size = next((i for i in range(len(phrase.tokens), 0, -1) if role and find_role([t.lower() for t in phrase.tokens[:i]])), 0)
    rest = phrase.tokens[size:]
    if not (role and rest and size and all(t[:1].isupper() for t in rest) and len(rest) <= 4) or role.kind == "organization":
        return None
    if any(start >= size for start, _, _ in phrase.found):
        return None
    return Named(" ".join(rest), _land(phrase.found), _sector(phrase, role), role.sector_2, "person")


def _body(phrase: _Phrase, around: str | None) -> Named | None:
    """A listed organisation or armed group, unless somebody of it is named (`a former White House official`)."""
    found = phrase.entries(_BODIES)
    if not found:
        return None
    land = _land([item for item in phrase.found if item[2][0].kind in _LANDS]) or around
    body = next((entry for entry in found if entry.country == land), found[0])
    role = phrase.role
    if role is not None and role.kind != "organization" and role.words not in {"member", "people"}:
        return None
    if body.sector == "IGO" and role is not None and role.sector and role.sector != "IGO":
        return Named(phrase.text, "EUR" if body.name == "European Union" else "IGO", role.sector, None, "organization")
    if body.sector == "IGO":
        return Named(body.name, "IGO", None, None, "organization")
    return Named(body.name, body.country, body.sector, body.sector_2, "group" if body.kind == "group" else "organization")


def _sector(phrase: _Phrase, role: Role) -> str | None:
    if phrase.former and role.sector in {"GOV", "LEG", "MIL", "JUD", "COP", "IGO", None}:
        return "ELI"
    if role.words in weak() and (bodies := phrase.entries(_BODIES)):
        return bodies[0].sector
    return role.sector


def _by_role(phrase: _Phrase, around: str | None) -> Named | None:
    """Somebody described by a role noun, with the country that the phrase, its city or the context tells."""
    role = phrase.role
    if role is None:
        return None
    country = _land(phrase.found) or city_country(phrase.tokens) or around
    sector, sector_2 = _sector(phrase, role), role.sector_2
    lower = {token.lower() for token in phrase.tokens}
    if role.sector == "JRN" and role.kind == "organization" and lower & {"state", "official", "state-run", "state-owned"}:
        sector, sector_2 = "GOV", "JRN"
    kind: ActorKind = "group" if role.plural else "organization" if role.kind == "organization" else "person"
    return Named(phrase.text, country, sector or "UNK", sector_2, kind)


def _land_alone(phrase: _Phrase) -> Named | None:
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


def _anything(phrase: _Phrase, around: str | None) -> Named:
    """Something of a known country or of none: `targets in Syria`; an unknown proper name stays unknown."""
    country = _land(phrase.found)
    if len(phrase.tokens) == 1 and phrase.tokens[0].lower() in _PRONOUNS:
        return Named(None, None, "UNK", None, "person")
    common = any(t.islower() and t not in _BREAKS for t in phrase.tokens)
    if not common and country is None:
        return Named()
    if "ordinary" in {token.lower() for token in phrase.tokens}:
        return Named(phrase.text, country, "CVL", None, "group")
    return Named(phrase.text, country, "UNK", None, None)
