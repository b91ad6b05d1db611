"""One report while its actors are being found: its names, what covers which token, and the cast so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc as SpacyDoc

from communique.actors.cities import city_country
from communique.actors.cover import Cover
from communique.actors.drafts import Draft
from communique.actors.kb import Knowledge
from communique.actors.name import Name
from communique.actors.names import find_names
from communique.actors.shared import AGAINST, SIDED
from communique.actors.titles import title_after
from communique.lexicon import words
from communique.parse import Doc
from communique.parse.tree import char_span
from communique.vocabulary import Span


@dataclass(slots=True)
class Reading:
    """`taken` maps a token to the draft whose mention it belongs to as title, name or head; `together` the head of a plural
    mention to all its members; `held_back` the spans where a state's name is a mere place."""

    doc: Doc
    knowledge: Knowledge
    day: str | None
    names: list[Name]
    listed: list[Name]
    cover: Cover
    people: list[Draft] = field(default_factory=list)
    bodies: list[Draft] = field(default_factory=list)
    states: dict[str, Draft] = field(default_factory=dict)
    described: list[Draft] = field(default_factory=list)
    taken: dict[int, Draft] = field(default_factory=dict)
    state_bodies: list[Name] = field(default_factory=list)
    together: dict[int, tuple[Draft, ...]] = field(default_factory=dict)
    held_back: dict[str, list[Span]] = field(default_factory=dict)
    _countries: frozenset[str] | None = None

    def span(self, first: int, last: int) -> Span:
        """Characters of tokens `first` to `last`, both included."""
        return char_span(self.doc.tokens[first], self.doc.tokens[last])

    def text(self, first: int, last: int) -> str:
        """The article's words of tokens `first` to `last`, white space made single."""
        return " ".join(self.doc.text(self.span(first, last)).split())

    def add(self, draft: Draft, first: int, last: int, rule: str) -> None:
        """Makes tokens a mention of a draft."""
        draft.mention(self.span(first, last), rule)
        for i in range(first, last + 1):
            self.taken.setdefault(i, draft)

    def countries(self) -> frozenset[str]:
        """Codes of all states that the report names in some form."""
        if self._countries is None:
            lands = {"state", "demonym", "capital", "seat", "region"}
            found = (name.entry for name in self.listed)
            self._countries = frozenset(e.country for e in found if e and e.country and e.kind in lands)
        return self._countries

    def city_country(self, first: int, last: int) -> str | None:
        """The country of a city at the beginning of a name (`Bergen police`), where the report names that country too."""
        tokens = self.doc.tokens
        if last == first or not tokens[first].text[:1].isupper() or tokens[first].ent_type_ not in {"GPE", "ORG", "LOC", "FAC"}:
            return None
        code = city_country([tokens[first].text, tokens[first + 1].text]) or city_country([tokens[first].text])
        return code if code in self.countries() else None

    def drafts(self) -> list[Draft]:
        """Everybody found so far, also who has no mention yet."""
        return [*self.people, *self.bodies, *self.states.values(), *self.described]


def begin(doc: Doc, knowledge: Knowledge) -> Reading:
    """A reading of a parsed report, with its names found."""
    names, listed = find_names(doc, knowledge)
    owners = [name for name in listed if not _only_sides(doc.tokens, name)]
    cover = Cover(names, owners)
    if (mended := _set_right(doc.tokens, names, cover)) != names:
        names, cover = mended, Cover(mended, owners)
    return Reading(doc, knowledge, doc.article.published, names, listed, cover)


def _set_right(tokens: SpacyDoc, names: list[Name], cover: Cover) -> list[Name]:
    """The names, where one that spaCy takes for a body is a person if a person's description follows it.

    `Orla Venn, the former mayor,`: so are other unlisted bodies of the same last word (`Venn`).
    """
    bodies = [n for n in names if n.kind == "organization" and not n.entries and n.last - n.first < 3]
    people = {tokens[n.last].text for n in bodies if _is_described(tokens, n, cover)}
    companies = _with_company_form(tokens.text) - {
        tokens[n.last].text for n in names if n.kind == "person" and n.last > n.first
    }
    firms = {n for n in names if n.kind == "person" and n.first == n.last and tokens[n.first].text in companies}
    wrong = {n for n in bodies if tokens[n.last].text in people}
    if not firms and not wrong:
        return names
    kinds = {**dict.fromkeys(wrong, "person"), **dict.fromkeys(firms, "organization")}
    return [Name(n.first, n.last, kinds[n]) if n in kinds and not n.entries else n for n in names]


def _with_company_form(text: str) -> set[str]:
    """Words that stand right before `Inc`, `Ltd` and the like: companies, whatever spaCy took them for elsewhere."""
    return set(_company_form().findall(text))


@cache
def _company_form() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(words("actors", "company_forms")))
    return re.compile(rf"\b([A-Z][a-z]\w*),? (?i:{forms})\b")


def _is_described(tokens: SpacyDoc, name: Name, cover: Cover) -> bool:
    title = title_after(tokens, name, cover)
    return title is not None and title.role is not None and title.role.kind in {"title", "person"} and not title.role.plural


def _only_sides(tokens: SpacyDoc, name: Name) -> bool:
    """`Iranian-backed`, `pro-Russian`: whom that describes need not be of the state."""
    first, after = name.first, name.last + 1
    if first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].lower_ in AGAINST:
        return True
    return after + 1 < len(tokens) and tokens[after].text == "-" and tokens[after + 1].lower_ in SIDED
