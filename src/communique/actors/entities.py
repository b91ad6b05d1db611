"""spaCy's entities as names: borders mended, titles, nationalities and possessives taken off, mislabelled ones set right."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from communique.actors.first_names import first_names
from communique.actors.name import Name
from communique.actors.roles import find_role, role_at

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


def mended(entity: SpacySpan) -> Iterator[tuple[int, int]]:
    """An entity without articles, possessives and marks at its edges, in parts where it runs over a line's end."""
    tokens, first = entity.doc, entity.start
    for i in range(entity.start, entity.end + 1):
        if i == entity.end or (tokens[i].is_space and "\n" in tokens[i].text):
            start, last = first, i - 1
            while start <= last and (tokens[start].is_space or tokens[start].lower_ in _EDGE):
                start += 1
            while last >= start and (tokens[last].is_space or tokens[last].lower_ in _EDGE and not _hyphened(tokens, last)):
                last -= 1
            if start <= last:
                yield start, last
            first = i + 1


def _hyphened(tokens: SpacyDoc, i: int) -> bool:
    """The second half of a name such as `Moon Jae-In`, which is no preposition."""
    return i > 1 and tokens[i].is_alpha and tokens[i - 1].text == "-" and not tokens[i - 1].whitespace_


def name_of_entity(tokens: SpacyDoc, first: int, last: int, label: str, inside: list[Name]) -> Name | None:
    """The name that an entity is, beside the listed names inside it; None where those say it all."""
    kind = _LABELS.get(label)
    if kind is None or any(hit.last >= last and (hit.kind == "person" or hit.first <= first) for hit in inside):
        return None
    if kind == "person":
        first, last, inside = _bare_person(tokens, first, last, inside)
    elif kind == "organization":
        first, last, inside = _parted(tokens, first, last, inside)
    first, last, inside = _without_possessive(tokens, first, last, kind, inside)
    if first > last or not tokens[first].text[:1].isalnum():
        return None
    if not any(tokens[i].text[:1].isupper() for i in range(first, last + 1)) or _said_by_lists(
        tokens, first, last, kind, inside
    ):
        return None
    if kind == "organization":
        if _is_no_body(tokens, first, last, bool(inside)):
            return None
        kind = "person" if _has_first_name(tokens, first, last) else kind
    if kind == "person" and first == last and last + 1 < len(tokens):
        # "Riot police"
        found = role_at(tokens, first, last + 1)
        if found is not None and found[1] == first:
            return None
    if kind == "person" and first == last and tokens[first].tag_ in {"NNS", "VB", "VBP", "VBG", "JJ", "RB"}:
        return None
    return Name(first, last, kind)


def _said_by_lists(tokens: SpacyDoc, first: int, last: int, kind: str, inside: list[Name]) -> bool:
    if any(hit.first < first or hit.last > last or (hit.first, hit.last) == (first, last) for hit in inside):
        return True
    return bool(inside) and (kind not in {"organization", "person"} or _all_listed(tokens, first, last, inside))


def _has_first_name(tokens: SpacyDoc, first: int, last: int) -> bool:
    """`Martin Webster`, where spaCy saw an organisation."""
    if not 0 < last - first < 3 or tokens[first].lower_ not in first_names():
        return False
    plain = all(tokens[i].is_alpha and tokens[i].text.istitle() for i in range(first, last + 1))
    return plain and find_role([tokens[last].lower_]) is None


def _without_possessive(tokens: SpacyDoc, first: int, last: int, kind: str, inside: list[Name]) -> tuple[int, int, list[Name]]:
    """`China's Foreign Ministry`: the state is a name of its own; `Smith's speech` names Smith."""
    marks = [i for i in range(first, last + 1) if tokens[i].tag_ == "POS"]
    if not marks:
        return first, last, inside
    if kind != "organization":
        last = marks[0] - 1
    elif any(hit.last == marks[0] - 1 for hit in inside):
        first = marks[0] + 1
    elif any(not tokens[i].is_alpha for i in range(marks[0] + 1, last + 1)):
        last = marks[0] - 1
    return first, last, [hit for hit in inside if first <= hit.first and hit.last <= last]


def _parted(tokens: SpacyDoc, first: int, last: int, inside: list[Name]) -> tuple[int, int, list[Name]]:
    """What is left of an entity beside a listed name that `and` joins to it: `Amnesty International and Liberty`."""
    for hit in inside:
        if hit.first == first and hit.last + 1 < last and tokens[hit.last + 1].lower_ == "and":
            first = hit.last + 2
        elif hit.last == last and hit.first - 1 > first and tokens[hit.first - 1].lower_ == "and":
            last = hit.first - 2
    return first, last, [hit for hit in inside if first <= hit.first and hit.last <= last]


def _is_no_body(tokens: SpacyDoc, first: int, last: int, listed: bool) -> bool:
    """`Acme's April 2`; a headline in capitals with its verb."""
    if listed and any(tokens[i].tag_ in {"VBZ", "VBD", "VBP"} for i in range(first, last + 1)):
        return True
    if last - first > 3 and not listed and all(tokens[i].text[:1].isupper() for i in range(first, last + 1)):
        # Five capitalised words in a row are a headline, unless they end like a body or their sentence is in small letters.
        role = find_role([tokens[last].lower_]) or find_role([tokens[first].lower_])
        return role is None and not _in_running_text(tokens, first, last)
    return tokens[last].like_num and any(tokens[i].text in _MONTHS for i in range(first, last))


def _in_running_text(tokens: SpacyDoc, first: int, last: int) -> bool:
    """Whether the words around a name in its sentence are mostly in small letters."""
    sentence = tokens[first].sent
    around = [t for t in sentence if t.is_alpha and not first <= t.i <= last]
    return len(around) > 3 and 2 * sum(t.is_lower for t in around) > len(around)


def _bare_person(tokens: SpacyDoc, first: int, last: int, inside: list[Name]) -> tuple[int, int, list[Name]]:
    """A person's name without titles and nationalities before it, with a first name that was left out."""
    moved = True
    while moved and first < last:
        moved = False
        land = next((hit for hit in inside if hit.first == first and hit.last < last and hit.kind != "person"), None)
        if land is not None and (land.kind == "demonym" or land.last + 1 < last):
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
    """Whether listed names make up an entity but for lands before them: `U.S. Electoral Board`."""
    final = inside[-1]
    if final.last != last or final.kind not in {"organization", "group", "person"}:
        return len(inside) > 1 and inside[0].first == first and final.last == last and tokens[final.first - 1].lower_ in _JOINS
    rest = set(range(first, final.first)) - {i for hit in inside for i in range(hit.first, hit.last + 1)}
    return all(tokens[i].lower_ in _JOINS for i in rest)
