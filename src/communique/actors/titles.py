"""What the report says of a named person beside the name: `North Korean leader X`, `X, Iran's foreign minister,`, `Mr. X`."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from communique.actors.names import Name
from communique.actors.roles import FORMER, Role, find_role

HONORIFICS = {
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f",
    "dame": "f", "lady": "f", "dr": None, "dr.": None,
}  # fmt: skip
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Title:
    """A description of somebody: tokens `first` to `last`, its role noun, the country that a modifier names."""

    first: int
    last: int
    role: Role | None
    country: str | None
    former: bool
    gender: str | None = None


class Places:
    """Which listed name, if any, covers a token: for modifiers that tell a country."""

    def __init__(self, names: list[Name]) -> None:
        self._at = {i: name for name in names for i in range(name.first, name.last + 1)}

    def at(self, i: int) -> Name | None:
        return self._at.get(i)

    def country(self, first: int, last: int) -> str | None:
        """The country that the names between two tokens tell; None where they tell several."""
        found = []
        i = first
        while i <= last:
            name = self._at.get(i)
            if name and name.entry and name.entry.country and name.entry.kind != "person":
                found.append(name.entry.country)
            i = name.last + 1 if name else i + 1
        return found[0] if len(set(found)) == 1 else None


def title_before(tokens: SpacyDoc, first: int, places: Places) -> Title | None:
    """The title that ends right before a name: `White House press secretary`, `Secretary of State`, `Mr.`."""
    i = first - 1
    if i < 0 or tokens[i].is_space:
        return None
    if tokens[i].lower_ in HONORIFICS:
        return Title(i, i, None, None, False, HONORIFICS[tokens[i].lower_])
    role = find_role([t.lower_ for t in tokens[max(0, i - 3) : i + 1]])
    start = i - role.size + 1 if role else i
    if role is None:
        if not (i >= 2 and tokens[i - 1].lower_ == "of" and tokens[i].pos_ in _INSIDE):
            return None
        role = find_role([tokens[i - 2].lower_])
        if role is None or tokens[i - 2].tag_ in {"NNS", "NNPS"}:
            return None
        start = i - 2
    if role.kind == "organization" or role.plural:
        return None
    start = _modifiers_from(tokens, start, places)
    former = any(tokens[k].lower_ in FORMER for k in range(start, first))
    return Title(start, i, role, places.country(start, i), former, gender_of(role))


def _modifiers_from(tokens: SpacyDoc, start: int, places: Places) -> int:
    """The first token of the modifiers that run up to `start`."""
    while start > 0:
        token = tokens[start - 1]
        name = places.at(start - 1)
        if name is not None and name.kind != "person":
            start = name.first
        elif token.pos_ in _INSIDE and not token.is_space and name is None:
            start -= 1
        elif token.tag_ == "POS" and start >= 2 and (places.at(start - 2) or tokens[start - 2].pos_ in _INSIDE):
            start -= 1
        elif token.lower_ in {"-", "ex"} and not token.whitespace_ and start >= 2:
            start -= 1
        else:
            break
    return start


def gender_of(role: Role) -> str | None:
    """Gender that a role noun tells: spokeswoman, king."""
    last = role.words.rsplit(" ", 1)[-1]
    if last.endswith(
        (
            "woman",
            "queen",
            "princess",
            "girl",
            "mother",
            "daughter",
            "sister",
            "wife",
            "widow",
            "nun",
            "actress",
            "aunt",
            "niece",
        )
    ):
        return "f"
    if (
        last.endswith("man")
        and last != "human"
        or last in {"king", "prince", "boy", "father", "son", "brother", "husband", "pope", "emir", "uncle", "nephew"}
    ):
        return "m"
    return None


def title_after(tokens: SpacyDoc, name: Name, places: Places) -> Title | None:
    """The apposition behind a name: `, North Korea's foreign minister,`; by the parse, where it has a role noun as head."""
    for i in range(name.first, name.last + 1):
        for child in tokens[i].rights:
            if child.dep_ == "appos" and child.i > name.last and child.i - name.last < 12:
                return described(tokens, child, places)
    return None


def described(tokens: SpacyDoc, head: Token, places: Places) -> Title | None:
    """A noun phrase with a role noun as head: its modifiers, its `of`, its country."""
    role = find_role([t.lower_ for t in tokens[max(head.left_edge.i, head.i - 3) : head.i + 1]])
    if role is None:
        return None
    first = _modifiers_from(tokens, head.i - role.size + 1, places)
    last = _complement_end(tokens, head)
    former = any(tokens[k].lower_ in FORMER for k in range(first, head.i))
    country = places.country(first, head.i) or places.country(head.i + 1, last)
    return Title(first, last, role, country, former, gender_of(role))


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
