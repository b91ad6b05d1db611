"""Proper names, told apart as people, organisations and states: the lists first, then spaCy with its borders mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from communique.actors.knowledge import Entry, first_names, index, longest
from communique.actors.roles import find_role
from communique.parse import Doc
from communique.parse.tree import char_span
from communique.vocabulary import Span

_LABELS = {
    "PERSON": "person", "ORG": "organization", "NORP": "people", "GPE": "place", "FAC": "organization",
    "PRODUCT": "thing", "LOC": "place", "EVENT": "thing", "WORK_OF_ART": "thing", "LAW": "thing",
}  # fmt: skip
_EDGE = frozenset(
    {"the", "a", "an", "'s", "’s", "’", "'", '"', "“", "”", ",", ".", "-", "–", "—", "(", ")", ":", ";", "and", "of", "in"}
)


_JOINS = frozenset({"and", "&", ",", "-", "–", "/", "the", "'s", "’s"})
_MONTHS = frozenset(
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
)
_NO_NAMES = frozenset("mr mr. mrs mrs. ms ms. miss sir dame dr dr. then former ex late the president".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: tokens `first` to `last`, both included; `entry` is what the lists say of it."""

    first: int
    last: int
    kind: str
    entries: tuple[Entry, ...] = ()

    @property
    def entry(self) -> Entry | None:
        return self.entries[0] if self.entries else None


def find_names(doc: Doc) -> tuple[list[Name], list[Name]]:
    """All names in the order of the text, none overlapping another; and all listed ones, also those inside longer names."""
    tokens = doc.tokens
    hits = list(_listed(tokens))
    covering = {i: hit for hit in hits for i in range(hit.first, hit.last + 1)}
    out: list[Name] = []
    swallowed: set[int] = set()
    for entity in tokens.ents:
        kind = _LABELS.get(entity.label_)
        if kind is None:
            continue
        for first, last in _mended(entity):
            inside = list(dict.fromkeys(covering[i] for i in range(first, last + 1) if i in covering))
            name = _from_entity(tokens, first, last, kind, inside)
            if name is not None and not swallowed.intersection(range(name.first, name.last + 1)):
                out.append(name)
                swallowed.update(range(name.first, name.last + 1))
    out += [hit for hit in hits if hit.first not in swallowed]
    return sorted(out, key=lambda name: name.first), hits


def _listed(tokens: SpacyDoc) -> Iterator[Name]:
    """Longest matches of listed names, left to right."""
    forms, sizes, text = index(), longest(), tokens.text
    i, n = 0, len(tokens)
    while i < n:
        token = tokens[i]
        size = sizes.get(text[token.idx : token.idx + 2], 0) if token.text[:1].isupper() else 0
        for last in range(min(n, i + size) - 1, i - 1, -1):
            end = tokens[last].idx + len(tokens[last])
            entries = forms.get(text[token.idx : end].replace("’", "'"))
            if entries:
                yield Name(i, last, entries[0].kind, entries)
                i = last
                break
        i += 1


def _mended(entity: SpacySpan) -> Iterator[tuple[int, int]]:
    """An entity without articles, possessives and marks at its edges, in parts where it runs over a line's end."""
    tokens, first = entity.doc, entity.start
    for i in range(entity.start, entity.end + 1):
        if i == entity.end or (tokens[i].is_space and "\n" in tokens[i].text):
            start, last = first, i - 1
            while start <= last and (tokens[start].is_space or tokens[start].lower_ in _EDGE):
                start += 1
            while last >= start and (tokens[last].is_space or tokens[last].lower_ in _EDGE):
                last -= 1
            if start <= last:
                yield start, last
            first = i + 1


def _from_entity(tokens: SpacyDoc, first: int, last: int, kind: str, inside: list[Name]) -> Name | None:
    """The name that an entity is, between the listed names inside it; None where those say it all."""
    if kind == "person":
        first, last, inside = _bare_person(tokens, first, last, inside)
    pieces = [i for i in range(first, last + 1) if tokens[i].tag_ == "POS"]
    if pieces and kind == "organization":
        # "China's Foreign Ministry": the state is a name of its own.
        if any(hit.last == pieces[0] - 1 for hit in inside):
            first = pieces[0] + 1
        elif any(not tokens[i].is_alpha for i in range(pieces[0] + 1, last + 1)):
            last = pieces[0] - 1
        inside = [hit for hit in inside if first <= hit.first and hit.last <= last]
    elif pieces:
        last = pieces[0] - 1
        inside = [hit for hit in inside if hit.last <= last]
    if (
        first > last
        or not tokens[first].text[:1].isalnum()
        or not any(tokens[i].text[:1].isupper() for i in range(first, last + 1))
    ):
        return None
    if kind == "organization" and _is_no_body(tokens, first, last, bool(inside)):
        return None
    if any(hit.first < first or hit.last > last or (hit.first, hit.last) == (first, last) for hit in inside):
        return None
    if inside and (kind not in {"organization", "person"} or _all_listed(tokens, first, last, inside)):
        return None
    if kind == "organization" and 0 < last - first < 3 and first_names().get(tokens[first].lower_):
        plain = all(tokens[i].is_alpha and tokens[i].text.istitle() for i in range(first, last + 1))
        kind = "person" if plain and find_role([tokens[last].lower_]) is None else kind
    if kind == "person" and first == last and tokens[first].tag_ in {"NNS", "VB", "VBP", "VBG", "JJ", "RB"}:
        return None
    return Name(first, last, kind)


def _is_no_body(tokens: SpacyDoc, first: int, last: int, listed: bool) -> bool:
    """`Qualcomm's March 6`; a headline in capitals with its verb."""
    if listed and any(tokens[i].tag_ in {"VBZ", "VBD", "VBP"} for i in range(first, last + 1)):
        return True
    return tokens[last].like_num and any(tokens[i].text in _MONTHS for i in range(first, last))


def _bare_person(tokens: SpacyDoc, first: int, last: int, inside: list[Name]) -> tuple[int, int, list[Name]]:
    """A person's name without titles and nationalities before it, with a first name that was left out."""
    moved = True
    while moved and first < last:
        moved = False
        land = next((hit for hit in inside if hit.first == first and hit.last < last and hit.kind != "person"), None)
        if land is not None:
            first, moved = land.last + 1, True
        elif _is_title(tokens[first]):
            first, moved = first + 1, True
    while last > first and (tokens[last].pos_ == "VERB" or find_role([tokens[last].lower_])):
        last -= 1
    before = tokens[first - 1] if first else None
    if before is not None and before.pos_ == "PROPN" and before.dep_ == "compound" and first <= before.head.i <= last:
        plain = not before.ent_type_ and not find_role([before.lower_]) and before.text.istitle() and len(before) > 2
        first -= plain and before.lower_ not in _NO_NAMES
    return first, last, [hit for hit in inside if first <= hit.first]


def _is_title(token: Token) -> bool:
    """`President`, `Mr.`; `Rebel` in capitals is a first name."""
    role = find_role([token.lower_])
    return token.lower_ in _NO_NAMES or role is not None and (role.kind == "title" or token.is_lower)


def _all_listed(tokens: SpacyDoc, first: int, last: int, inside: list[Name]) -> bool:
    """Whether listed names make up an entity but for lands before them: `U.S. Securities and Exchange Commission`."""
    final = inside[-1]
    if final.last != last or final.kind not in {"organization", "group", "person"}:
        return len(inside) > 1 and inside[0].first == first and final.last == last and tokens[final.first - 1].lower_ in _JOINS
    rest = set(range(first, final.first)) - {i for hit in inside for i in range(hit.first, hit.last + 1)}
    return all(tokens[i].lower_ in _JOINS for i in rest)


def name_span(doc: Doc, name: Name) -> Span:
    """Characters of a name."""
    return char_span(doc.tokens[name.first], doc.tokens[name.last])
