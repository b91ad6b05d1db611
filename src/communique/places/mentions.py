"""Names that may be places: states and regions by table, cities by the parser's labels or after a preposition of place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from communique.lexicon import table, words
from communique.places.countries import Area, areas, suffixes
from communique.places.gazetteer import cities
from communique.places.resolve import could_lie_in

_PLACE_LABELS = frozenset({"GPE", "LOC"})
_NAME_LABELS = frozenset({"ORG", "PERSON", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "FAC", "NORP"})
_PREPOSITIONS = frozenset(row[0] for row in table("places", "prepositions") if row[1] != "PART") | {"of"}
_WITHIN = frozenset({"-", "de", "la", "al", "el", "of", "the", "i", "e", "ol", "an", "sur", "am", "upon"})
_SMALLEST_UNLABELLED = 50_000
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a place, perhaps: its tokens; the area that a table knows by it; the area after its comma (`Paris, Texas`)."""

    tokens: SpacySpan
    area: Area | None = None
    within: Area | None = None
    end: int = 0

    @property
    def text(self) -> str:
        """The name as it is looked up: `PARIS` as `Paris`."""
        text = self.tokens.text
        return text.title() if text.isupper() and len(text) > 4 else text


def find_names(tokens: SpacyDoc) -> Iterator[Name]:
    """Names that may be places, in the order of the text, none across another."""
    labelled = {entity.start: entity for entity in tokens.ents if entity.label_ in _PLACE_LABELS}
    end = 0
    for i, token in enumerate(tokens):
        text = token.text
        if i < end or not text[0].isupper():
            continue
        if name := _name_at(tokens, i, text, labelled):
            yield name
            end = name.end


def _name_at(tokens: SpacyDoc, i: int, text: str, labelled: dict[int, SpacySpan]) -> Name | None:
    if text in starts() or (text.isupper() and text.title() in starts()):
        if area := _area_at(tokens, i):
            return _with_suffix(tokens, area)
    if i in labelled or (i - 1 in labelled and tokens[i - 1].lower_ == "the"):
        return _labelled(tokens, labelled.get(i) or labelled[i - 1], i)
    if i and tokens[i - 1].lower_ in _PREPOSITIONS and tokens[i].pos_ == "PROPN":
        return _unlabelled(tokens, i)
    return None


def _area_at(tokens: SpacyDoc, i: int) -> Name | None:
    known = starts().get(tokens[i].text.title() if tokens[i].text.isupper() and len(tokens[i]) > 4 else tokens[i].text)
    for parts, area in known or ():
        run = tokens[i : i + len(parts)]
        if len(run) == len(parts) and all(t.text in {p, p.upper()} for t, p in zip(run, parts, strict=True)):
            return None if _inside_name(run) else Name(run, area, None, i + len(parts))
    return None


@cache
def starts() -> dict[str, tuple[tuple[tuple[str, ...], Area], ...]]:
    """First word -> (words, area) of the names in the tables, the longest first. Words are split as the parser splits them."""
    found: dict[str, list[tuple[tuple[str, ...], Area]]] = {}
    for name, area in areas().items():
        parts = tuple(name.replace("-", " - ").split())
        found.setdefault(parts[0], []).append((parts, area))
    return {first: tuple(sorted(some, key=lambda item: -len(item[0]))) for first, some in found.items()}


def _labelled(tokens: SpacyDoc, entity: SpacySpan, i: int) -> Name | None:
    """An entity up to its comma, as far as it is capitals."""
    end = i
    while (
        end < len(tokens)
        and (end < entity.end or _hyphenated(tokens, end))
        and (tokens[end].text[:1].isupper() or tokens[end].text in _WITHIN)
    ):
        end += 1
    while end > i and not tokens[end - 1].text[:1].isupper():
        end -= 1
    run = tokens[i:end]
    if not len(run) or _inside_name(run):
        return None
    if len(run) > 1 and run[-1].lower_ in words("places", "divisions"):
        run = run[:-1]
    return _with_suffix(tokens, Name(run, None, None, end))


def _unlabelled(tokens: SpacyDoc, i: int) -> Name | None:
    """Capitals after a preposition that are the name of a city of some size, whatever the parser thinks they are."""
    for length in range(_LONGEST, 0, -1):
        run = tokens[i : i + length]
        if len(run) < length or not all(t.text[:1].isupper() for t in run) or run.text in words("places", "ambiguous"):
            continue
        found = cities(run.text)
        if found and found[0].population >= _SMALLEST_UNLABELLED and not _inside_name(run):
            return _with_suffix(tokens, Name(run, None, None, i + length))
    return None


def _inside_name(run: SpacySpan) -> bool:
    """Whether a name goes on beyond the place: `Washington Post`, `Bank of England`, `Bristol Police`, `Paris Hilton`."""
    tokens, start, end = run.doc, run.start, run.end
    if _of_body(tokens, start) or _goes_on_hyphenated(tokens, end):
        return True
    label = run[0].ent_type_
    if label in _NAME_LABELS:
        if _in_entity(tokens, start - 1, inner=start) or (end < len(tokens) and tokens[end].ent_iob_ == "I"):
            return not _goes_on_as_place(tokens, end)
        if label == "PERSON" and not (start and tokens[start - 1].lower_ in _PREPOSITIONS):
            return True
    return _compound_before(tokens, start) or _compound_after(tokens, run)


def _hyphenated(tokens: SpacyDoc, i: int) -> bool:
    """Whether a token is or follows a hyphen without a space: `Mazar-i-Sharif`."""
    hyphen = i if tokens[i].text == "-" else i - 1
    return hyphen > 0 and tokens[hyphen].text == "-" and not (tokens[hyphen].whitespace_ or tokens[hyphen - 1].whitespace_)


def _goes_on_hyphenated(tokens: SpacyDoc, end: int) -> bool:
    return end + 1 < len(tokens) and tokens[end + 1].text[:1].isupper() and _hyphenated(tokens, end)


def _of_body(tokens: SpacyDoc, start: int) -> bool:
    """`University of Texas`, `Duke of York`: the place is part of what an institution or an office is called."""
    if start < 2 or tokens[start - 1].lower_ != "of":
        return False
    body = tokens[start - 2]
    return body.text[:1].isupper() and not body.is_sent_start and body.lower_ not in words("places", "facilities")


def _in_entity(tokens: SpacyDoc, i: int, *, inner: int) -> bool:
    return i >= 0 and tokens[inner].ent_iob_ == "I" and tokens[i].text[:1].isupper()


def _goes_on_as_place(tokens: SpacyDoc, end: int) -> bool:
    return end < len(tokens) and tokens[end].lower_ in words("places", "facilities")


def _compound_after(tokens: SpacyDoc, run: SpacySpan) -> bool:
    """A capital right after that the name belongs to, and that is no kind of place."""
    if run.end >= len(tokens):
        return False
    after = tokens[run.end]
    if not after.text[:1].isupper() or after.pos_ not in {"PROPN", "NOUN"} or after.ent_type_ in {"DATE", "TIME"}:
        return False
    if after.lower_ in words("places", "facilities"):
        return False
    return run.root.dep_ in {"compound", "nmod", "amod"} and run.root.head.i >= run.end and _touches(run.root.head, run.end)


def _touches(head: Token, end: int) -> bool:
    return all(t.text[:1].isupper() or t.text == "-" for t in head.doc[end : head.i + 1])


def _compound_before(tokens: SpacyDoc, start: int) -> bool:
    """A capital right before that belongs to the name, and that is no direction: `Jack London`, not `North London`."""
    if start == 0:
        return False
    before = tokens[start - 1]
    if not before.text[:1].isupper() or before.is_sent_start or before.pos_ != "PROPN":
        return False
    return before.lower_ not in words("places", "directions") and before.dep_ == "compound" and before.head.i >= start


def _with_suffix(tokens: SpacyDoc, name: Name) -> Name:
    """The name with the area after its comma: `Hanoi, Vietnam`, `Rotterdam, N.Y.`."""
    end = name.end
    if end + 1 >= len(tokens) or tokens[end].text not in {",", "("}:
        return name
    for length in range(_LONGEST, 0, -1):
        run = tokens[end + 1 : end + 1 + length]
        area = suffixes().get(run.text) if len(run) == length else None
        if area is None or not _fits(name, area):
            continue
        last = end + 1 + length
        if tokens[end].text == "(":
            if last >= len(tokens) or tokens[last].text != ")":
                return name
            last += 1
        return Name(name.tokens, name.area, area, last)
    return name


def _fits(name: Name, area: Area) -> bool:
    """Whether the area may hold the place: a country a region, any area a city that is not known to be elsewhere."""
    if name.area is None:
        return could_lie_in(name.text, area)
    return name.area.kind in {"state", "region"} and area.kind == "country" and area.country == name.area.country
