"""What a phrase by itself names: `the rebel movement`, `a former White House official`, `Foreign Minister Jane Doe`.

The conventions are POLECAT's: an international organisation has IGO in place of a country, a bare state has no sector,
somebody of no known trade is UNK, and who held an office before is ELI.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import cast

from communique.actors.cities import city_named
from communique.actors.days import LATEST, iso_day
from communique.actors.kb import Entry, Knowledge, load_knowledge
from communique.actors.named import Named
from communique.actors.organisations import in_power, of_organisation, unionwide
from communique.actors.phrase_parts import Phrase, is_common, land_of, listed_in, take_apart
from communique.actors.phrase_people import PRONOUNS, country_of_owner, named_person, role_of, sector_of
from communique.actors.phrase_places import country_of_city
from communique.actors.roles import Role, weak
from communique.actors.shared import BODIES, LANDS, whose
from communique.vocabulary import ActorKind
from communique.world import state_names

# `members of the FBI`: the body itself.
_OF_A_BODY = frozenset({"member", "people"})
_INDEFINITE = re.compile(r"(?i)\s*(?:an?|one|some|two|several|many)\s")


def name_actor(text: str, *, context: str | None = None, date: str | None = None, kb: Path | None = None) -> Named:
    """What a phrase names.

    Args:
        text: the phrase, with or without article and title.
        context: words around it; a country that they alone name is the actor's where the phrase tells none.
        date: day on which it was said (ISO date, month or year). Without it, what the tables hold last counts.
        kb: a user's knowledge file, which beats ours.

    Raises ReadError where the knowledge file has a fault.

    Source: conventions of POLECAT and the NGEC coder; tables in `communique/actors/data`.
    """
    knowledge = load_knowledge(kb)
    phrase = take_apart(text, knowledge)
    around = land_of(listed_in(context or "", knowledge))
    day = iso_day(date) or LATEST
    return (
        named_person(phrase, day, knowledge)
        or _state_body(phrase, around, knowledge)
        or _body(phrase, around, day)
        or (_in_office(phrase, around, day, knowledge) if iso_day(date) and _INDEFINITE.match(text) is None else None)
        or _by_role(phrase, around, day, knowledge)
        or _land_alone(phrase)
        or _anything(phrase, around)
    )


def _state_body(phrase: Phrase, around: str | None, knowledge: Knowledge) -> Named | None:
    """A body that every state has, by a whole phrase: `Chad's foreign ministry`, `the central bank` said around Chad."""
    found = knowledge.body(phrase.text)
    if not found and around is not None and not phrase.found:
        found = knowledge.body(f"{state_names().get(around)} {phrase.text}")
    if phrase.former or len({entry.country for entry in found}) != 1:
        return None
    body = found[0]
    return Named(body.name, body.country, body.sector, body.sector_2, "organization", body.role, body.wikidata)


def _body(phrase: Phrase, around: str | None, day: str) -> Named | None:
    """A listed organisation or armed group, unless somebody of it is named (`a former White House official`)."""
    found = phrase.entries(BODIES)
    if not found:
        return None
    land = land_of([item for item in phrase.found if item[2][0].kind in LANDS]) or around
    several = next(entries for _, _, entries in phrase.found if found[0] in entries)
    body = whose(phrase.text, several, Counter([land]))
    if body.kind not in BODIES:
        return None
    role = phrase.role
    if role is not None and role.kind != "organization" and role.words not in _OF_A_BODY:
        return None
    if body.sector == "IGO":
        return _between_states(phrase, body, role)
    sector = in_power(body.name, day) or body.sector
    kind = "group" if body.kind == "group" else "organization"
    return Named(body.name, body.country, sector, body.sector_2, cast("ActorKind", kind), body.role, body.wikidata)


def _between_states(phrase: Phrase, body: Entry, role: Role | None) -> Named:
    """An international organisation, or a body of it that a role noun names: `the EU legislature`."""
    own = role is not None and role.sector not in {None, "IGO", "UNK"}
    country, sector = of_organisation(body), unionwide().get(body.name)
    if role is not None and own:
        return Named(phrase.text, country, role.sector, None, "organization", role.words)
    return Named(body.name, country, sector, None, "organization", body.role, body.wikidata)


def _sector(phrase: Phrase, role: Role) -> str | None:
    if role.words in weak() and not (phrase.former and role.sector in {"GOV", None}) and (bodies := phrase.entries(BODIES)):
        return role.sector or "IGO" if bodies[0].sector == "IGO" else bodies[0].sector
    if role.words in weak() and role.sector is None and phrase.entries(frozenset({"seat"})):
        return "ELI" if phrase.former else "GOV"
    return sector_of(phrase, role)


def _by_role(phrase: Phrase, around: str | None, day: str, knowledge: Knowledge) -> Named | None:
    """Somebody described by a role noun, with the country that the phrase, its city or the context tells."""
    role = phrase.role
    if role is None:
        return None
    country = _instead_of_land(phrase) or land_of(phrase.found) or country_of_city(phrase, knowledge)
    country = country or country_of_owner(phrase, day, knowledge) or around
    sector, sector_2 = _sector(phrase, role), role.sector_2
    lower = {token.lower() for token in phrase.tokens}
    if role.sector == "JRN" and role.kind == "organization" and lower & {"state", "official", "state-run", "state-owned"}:
        sector, sector_2 = "GOV", "JRN"
    kind: ActorKind = "group" if role.plural else "organization" if role.kind == "organization" else "person"
    return Named(phrase.text, country, sector or "UNK", sector_2, kind, role_of(phrase, role))


def _instead_of_land(phrase: Phrase) -> str | None:
    """`UN envoy`, `EU diplomats`: POLECAT's word in place of a country."""
    owners = [body for body in phrase.owners() if body.sector == "IGO"]
    if not owners:
        return None
    return of_organisation(owners[0])


def _in_office(phrase: Phrase, around: str | None, day: str, knowledge: Knowledge) -> Named | None:
    """`The French president`, and no more words than these: who holds the office on the day, where exactly one is known to."""
    role = phrase.role
    if role is None or role.plural or role.kind == "organization" or phrase.former or phrase.hopeful or "-elect" in phrase.text:
        return None
    lands = [end - start for start, end, entries in phrase.found if entries[0].kind in LANDS]
    country = land_of(phrase.found) or around
    if country is None or sum(token.lower() not in {"of", "the"} for token in phrase.tokens) != role.size + sum(lands):
        return None
    holder = knowledge.office_holder(country, role.words, day)
    if holder is None:
        return None
    sector = holder.sector or role.sector
    return Named(holder.name, country, sector, role.sector_2, "person", holder.role, holder.wikidata)


def _land_alone(phrase: Phrase) -> Named | None:
    """A state, its people, its capital or another place by itself."""
    whole = next((entries for start, end, entries in phrase.found if (start, end) == (0, len(phrase.tokens))), ())
    for entry in whole:
        if entry.kind in {"state", "demonym"}:
            return Named(entry.name, entry.country, None, None, "state", None, entry.wikidata)
        if entry.kind in {"capital", "seat"}:
            return Named(entry.name, entry.country, "GOV", None, "state", None, entry.wikidata)
        if entry.kind == "region":
            return Named(entry.name, entry.country, entry.sector, None, "organization" if entry.sector else None)
    city = city_named(" ".join(phrase.tokens)) if not whole and phrase.text[:1].isupper() else None
    return Named(phrase.text, city, "CVL", None, "group") if city else None


def _anything(phrase: Phrase, around: str | None) -> Named:
    """Something of a known country or of none: `targets in Syria`; an unknown proper name stays unknown."""
    country = land_of(phrase.found)
    if len(phrase.tokens) == 1 and phrase.tokens[0].lower() in PRONOUNS:
        return Named(None, None, "UNK", None, "person")
    common = any(is_common(t) for t in phrase.tokens)
    if not common and country is None:
        return Named()
    if "ordinary" in {token.lower() for token in phrase.tokens}:
        return Named(phrase.text, country, "CVL", None, "group")
    return Named(phrase.text, country, "UNK", None, None)
