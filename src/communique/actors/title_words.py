"""What a description of somebody is made of: its role noun, its modifiers, what it belongs to, the country that these tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from communique.actors.cities import city_named
from communique.actors.cover import Cover
from communique.actors.roles import FORMER, Role, role_at, weak
from communique.lexicon import known, table, words

# Group 1: who would like to hold an office; else who held it.
_QUALIFIERS = re.compile(r"(?i)(?:(would-be|aspiring)|one-?time|sometime)\s")
_QUALIFYING = frozenset("would aspiring one onetime sometime".split())
INSIDE = frozenset({"ADJ", "NOUN", "PROPN"})
# Before a newspaper or broadcaster: the state runs it.
_STATE = frozenset({"state", "government", "official"})
OF_STATE = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "IGO", "SPY"})


@dataclass(frozen=True, slots=True)
class Title:
    """A description of somebody: tokens `first` to `last`, its role noun, the country that a modifier names."""

    first: int
    last: int
    role: Role | None
    country: str | None
    former: bool
    sector: str | None = None
    gender: str | None = None


def title_of(tokens: SpacyDoc, first: int, last: int, role: Role, cover: Cover) -> Title:
    """The description from token `first` to `last`, both included, with a role noun in it."""
    first, qualified = _qualified(tokens, first)
    former = qualified == "former" or any(tokens[k].lower_ in FORMER for k in range(first, last))
    sector = role.sector
    if role.words in weak():
        sector = cover.sector(first, last) or sector or _of_seat(first, last, cover)
    elif sector == "GOV" and "minister" not in role.words and _owner(tokens, first, last, cover) == "IGO":
        # "UN envoy"; but an EU minister and an ambassador to the UN are a state's.
        sector = "IGO"
    elif sector == "JRN" and role.kind == "organization" and any(tokens[k].lower_ in _STATE for k in range(first, last)):
        sector = "GOV"
    start = last - role.size + 1
    if (
        sector is None
        and role.words in words("actors", "leaders")
        and cover.ends_land(start - 1 - (tokens[start - 1].tag_ == "POS"))
    ):
        # "North Korean leader"
        sector = "GOV"
    if any(tokens[k].lower_ == "shadow" for k in range(first, last)):
        sector = "OPP"
    if qualified == "hopeful" and sector in {"GOV", "LEG"}:
        sector = "PTY"
    if former and sector in OF_STATE:
        sector = "ELI"
    # "the UN's Syria envoy" is no state's.
    country = None if sector == "IGO" else cover.country(first, last) or _city_country(tokens, first, last, cover)
    return Title(first, last, role, country, former, sector, gender_of(role))


def _city_country(tokens: SpacyDoc, first: int, last: int, cover: Cover) -> str | None:
    """`Cologne mayor`, `mayor of Cologne`: the country of a large city, where the report names that country too."""
    for i in range(first, last + 1):
        if tokens[i].text.istitle() and not (tokens[i].ent_type_ == "PERSON" and cover.at(i) is None):
            code = city_named(tokens[i : i + 2].text) or city_named(tokens[i].text)
            if code is not None and cover.names_state(code):
                return code
    return None


def _qualified(tokens: SpacyDoc, first: int) -> tuple[int, str | None]:
    """`one-time`, `would-be` where a title begins or right before: its first token then, and former or hopeful."""
    for start in range(first, max(-1, first - 4), -1):
        said = _QUALIFIERS.match(tokens[start : first + 4].text) if tokens[start].lower_ in _QUALIFYING else None
        if said is not None:
            return start, "hopeful" if said[1] else "former"
    return first, None


def _owner(tokens: SpacyDoc, first: int, last: int, cover: Cover) -> str | None:
    """The sector of the last body that is named before any preposition."""
    end = next((k for k in range(first, last + 1) if tokens[k].lower_ in {"of", "to", "for"}), last + 1)
    return cover.sector(first, end - 1)


def _of_seat(first: int, last: int, cover: Cover) -> str | None:
    """`Kremlin spokesman`."""
    return "GOV" if any(entry.kind == "seat" for entry in cover.entries(first, last)) else None


def modifiers_from(tokens: SpacyDoc, start: int, cover: Cover) -> int:
    """The first token of the modifiers that run up to `start`."""
    while start > 0:
        token = tokens[start - 1]
        name = cover.at(start - 1)
        if name is not None and name.kind != "person":
            start = name.first
        elif token.pos_ in INSIDE and not token.is_space and name is None:
            start -= 1
        elif (
            token.tag_ == "POS"
            and start >= 2
            and not tokens[start].is_punct
            and (cover.at(start - 2) or tokens[start - 2].pos_ in INSIDE)
        ):
            start -= 1
        elif token.lower_ in {"-", "ex"} and not token.whitespace_ and start >= 2:
            start -= 1
        else:
            break
    while tokens[start].tag_ == "POS" or tokens[start].text == "-":
        start += 1
    return start


@cache
def _genders() -> dict[str, str | None]:
    return {word: known(gender) for word, gender in table("actors", "gendered_nouns")}


def gender_of(role: Role) -> str | None:
    """Gender that a role noun tells, m or f: spokeswoman, king."""
    last = role.words.rsplit(" ", 1)[-1]
    if last in _genders():
        return _genders()[last]
    return next((gender for word, gender in _genders().items() if word[0] == "-" and last.endswith(word[1:])), None)


def described(tokens: SpacyDoc, head: Token, cover: Cover) -> Title | None:
    """A noun phrase with a role noun as head: its modifiers, its `of`, its country."""
    found, more = _role_of_head(tokens, head)
    if found is None:
        return None
    role, start = found
    first = modifiers_from(tokens, start, cover)
    last = max(_complement_end(tokens, head), start + role.size - 1 if more else 0)
    title = title_of(tokens, first, last, role, cover)
    country = title.country
    if country is None and last > head.i and title.sector != "IGO":
        country = cover.country(head.i, tokens[last].right_edge.i)
    sector = title.sector
    if sector is None and last > head.i and role.words in weak():
        # "a spokesman for the ministry": the trade is the ministry's.
        inner = role_at(tokens, head.i + 2, last) or role_at(tokens, head.i + 2, head.i + 2)
        sector = inner[0].sector if inner else None
    return replace(title, country=country, sector=sector)


def _role_of_head(tokens: SpacyDoc, head: Token) -> tuple[tuple[Role, int] | None, int]:
    """The role noun of a noun phrase, and how many words of it stand behind the head: `director general`, `heads of state`."""
    after = tokens[head.i + 1].lower_ if head.i + 1 < len(tokens) else ""
    more = 1 if after in {"general", "elect", "designate"} else 2 if after == "of" and head.i + 2 < len(tokens) else 0
    found = role_at(tokens, head.left_edge.i, head.i + more) if more else None
    if found is not None and (more == 1 or " of " in found[0].words):
        return found, more
    return role_at(tokens, head.left_edge.i, head.i), 0


def _complement_end(tokens: SpacyDoc, head: Token) -> int:
    """The last token of a short `of the ministry`, `for the group`, `at the university` behind a noun."""
    last = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "for", "at", "from"} and child.i == last + 1:
            objects = [c for c in child.rights if c.dep_ == "pobj"]
            if (
                objects
                and objects[0].i - head.i <= 6
                and not any(t.is_space or t.is_punct for t in tokens[child.i : objects[0].i])
            ):
                last = objects[0].i
    return last
