"""Named people: one draft each, by full name first; then bare surnames, first names and titles with a surname."""

from __future__ import annotations

import re

from spacy.tokens import Token

from communique.actors.drafts import Draft
from communique.actors.first_names import first_names
from communique.actors.kb import FAMILY_FIRST, Entry, family_first, known_on, with_title
from communique.actors.name import Name
from communique.actors.reading import Reading
from communique.actors.titles import Title, title_after, title_apart, title_before
from communique.lexicon import words

# "Hong Il-sun": small letters after the hyphen.
_EAST_ASIAN = re.compile(r"[A-Z]\w+ [A-Z]\w+-[a-z]\w+")
_STYLES = frozenset({"sir", "lord", "dame", "lady"})
_PLAIN = frozenset({"mr", "mrs", "ms", "miss"})
# For how many years an office that is over may stand before a surname.
_STILL_CALLED = 8
_DASHES = frozenset({"-", "–", "—", "/"})


def find_people(reading: Reading) -> None:
    """Fills `reading.people` and their mentions."""
    people = [name for name in reading.names if name.kind == "person"]
    singles, pairs = [], []
    for name in people:
        if name.last - name.first == 2 and reading.doc.tokens[name.first + 1].text in _DASHES:
            pairs.append(name)
        elif name.last > name.first or name.entries:
            _introduce(reading, name)
        else:
            singles.append(name)
    for name in pairs:
        singles += _parted(reading, name)
    _link_singles(reading, sorted(singles, key=lambda name: name.first))


def _parted(reading: Reading, name: Name) -> list[Name]:
    """`Trump-Kim summit` names two people, where both are named alone elsewhere; `Jean-Marc` is one name."""
    parts = [Name(name.first, name.first, "person"), Name(name.last, name.last, "person")]
    tokens = reading.doc.tokens
    forms = {tokens[part.first].text for part in parts}
    alone = {t.text for t in tokens if t.text in forms and not name.first <= t.i <= name.last}
    if alone == forms and len(forms) == 2:
        return parts
    _introduce(reading, name)
    return []


def words_of(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """A name's words as they are compared: lower case, hyphens apart, no marks."""
    parts = tuple(
        w for w in re.split(r"[\s\-\u2010\u2011]+", reading.text(first, last).lower().replace("’", "'")) if w.strip(".'")
    )
    return parts[:-1] if len(parts) > 1 and parts[-1].strip(".,") in {"jr", "sr", "ii", "iii", "iv"} else parts


def _introduce(reading: Reading, name: Name) -> None:
    words = words_of(reading, name.first, name.last)
    title = title_before(reading.doc.tokens, name.first, reading.cover)
    item = name.entries[0].wikidata if name.entries else None
    draft = next((d for d in reading.people if _same_person(words, d.words) or item and d.wikidata == item), None)
    if draft is None:
        draft = Draft(reading.text(name.first, name.last), "person", words=words)
        reading.people.append(draft)
    elif len(words) > len(draft.words):
        draft.words, draft.name = words, reading.text(name.first, name.last)
    draft.knighted = draft.knighted or _style(reading, title) in _STYLES
    _learn(reading, draft, name, title)
    reading.add(draft, title.first if title else name.first, name.last, "full-name")


def _style(reading: Reading, title: Title | None) -> str:
    """The honorific of a title, lower case and without its point; empty for an office."""
    return "" if title is None or title.role is not None else reading.doc.tokens[title.first].lower_.rstrip(".")


def _learn(reading: Reading, draft: Draft, name: Name, title: Title | None) -> None:
    """Country, sector, office and gender: the report's own words first, then the lists."""
    tokens = reading.doc.tokens
    apart = [title_apart(tokens, name, reading.cover), title_after(tokens, name, reading.cover)]
    for said in (title, *apart):
        if said is not None:
            _learn_title(reading, draft, said)
    for said in apart:
        # The party and state in "(R-Ohio)" tell something, but are no mention.
        if said is not None and tokens[said.first - 1].text != "(":
            first = said.first - (said.first > 0 and tokens[said.first - 1].dep_ in {"det", "poss"})
            reading.add(draft, first, said.last, "apposition")
    if name.entries:
        known = known_on(name.entries, reading.day)
        draft.name = name.entries[0].name if not _own_first_name(draft.words, name.entries[0].name) else draft.name
        if known.sector not in {None, "ELI"} and draft.sector != "ELI":
            draft.sector = known.sector
        draft.learn(country=known.country, sector=known.sector, role=known.role)
        draft.wikidata, draft.listed = known.wikidata, True
    draft.gender = draft.gender or first_names().get(draft.words[0])
    family = {w for w in draft.words[:1]} & words("actors", "family_first")
    asian = bool(family) or _EAST_ASIAN.fullmatch(draft.name) is not None
    if draft.country in FAMILY_FIRST:
        asian = family_first(draft.name, draft.country)
    draft.family_first = asian and len(draft.words) in {2, 3}


def _own_first_name(said: tuple[str, ...], listed: str) -> bool:
    """Whether the report calls somebody by another first name than the lists do: `Robert` of Bob Menendez."""
    words = listed.lower().split()
    return len(said) == len(words) == 2 and said[1] == words[1] and said[0] != words[0] and len(said[0].rstrip(".")) > 1


def _learn_title(reading: Reading, draft: Draft, title: Title) -> None:
    draft.gender = draft.gender or title.gender
    if title.role is None:
        return
    draft.learn(country=title.country, sector=title.sector, role=reading.text(title.first, title.last))
    draft.sector_2 = draft.sector_2 or title.role.sector_2
    draft.roles.append(title.role.words)


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """`Anna Berg` and `Anna Lind Berg`; `J. Smith` and `John Smith`; `van Dijk` and `Eva van Dijk`."""
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2:
        return False
    if a[-1] != b[-1]:
        return False
    short, full = sorted((a, b), key=len)
    if short[0] in words("actors", "particles") and full[-len(short) :] == short:
        return True
    first, other = a[0], b[0]
    return first == other or (len(first.rstrip(".")) == 1 or len(other.rstrip(".")) == 1) and first[0] == other[0]


def _link_singles(reading: Reading, singles: list[Name]) -> None:
    for name in singles:
        word = words_of(reading, name.first, name.last)
        if not word:
            continue
        title = title_before(reading.doc.tokens, name.first, reading.cover)
        draft = _bearer(reading, word[0], name, title)
        if draft is None:
            draft = Draft(reading.text(name.first, name.last), "person", words=word)
            _know_by_surname(reading, draft, word[0], title)
            reading.people.append(draft)
        if title is not None:
            _learn_title(reading, draft, title)
        first = title.first if title else name.first
        reading.add(draft, first, name.last, "surname")
    _link_other_words(reading)


def _link_other_words(reading: Reading) -> None:
    """Capitalised words that spaCy missed or took for something else, where they are a known person's surname."""
    surnames = {surname(d) for d in reading.people if len(d.words) > 1} | {
        d.words[0] for d in reading.people if len(d.words) == 1
    }
    called = {d.words[0] for d in reading.people if len(d.words) > 1 and not d.family_first} & first_names().keys()
    for token in reading.doc.tokens:
        if not token.text[:1].isupper() or token.lower_ not in surnames and not (token.lower_ in called and _by_itself(token)):
            continue
        name = reading.cover.at(token.i)
        # A title may hold another person's name: "Smith's lawyer Jane Doe".
        if name is not None and (name.entries or name.last > name.first or name.kind == "person" and token.i in reading.taken):
            continue
        title = title_before(reading.doc.tokens, token.i, reading.cover)
        draft = _bearer(reading, token.lower_, Name(token.i, token.i, "person"), title)
        if draft is not None and reading.taken.get(token.i) is not draft:
            reading.add(draft, title.first if title else token.i, token.i, "surname")


def _by_itself(token: Token) -> bool:
    """Whether a first name has no other name beside it."""
    around = [t for t in token.doc[max(0, token.i - 1) : token.i + 2] if t.i != token.i]
    plain = token.pos_ == "PROPN" and token.is_title and token.ent_type_ in {"PERSON", "ORG", ""}
    return plain and not any(t.text[:1].isupper() and not t.is_sent_start for t in around)


def surname(draft: Draft) -> str:
    """The word by which a person is called for short."""
    return draft.words[0] if draft.family_first else draft.words[-1]


def _bearer(reading: Reading, word: str, name: Name, title: Title | None) -> Draft | None:
    """The person whom a bare surname (else a bare first name) means: of several, the one named first."""
    plain = _style(reading, title) in _PLAIN
    # Sir Ian Holm is never "Mr Holm".
    able = [d for d in reading.people if _agrees(d, title) and not (plain and d.knighted)]
    fitting = [d for d in able if surname(d) == word]
    if not fitting:
        fitting = [d for d in able if word in (d.words[0], d.words[-1])]
        return fitting[0] if len(fitting) == 1 else None
    start = reading.doc.tokens[name.first].idx
    before = [draft for draft in fitting if min(draft.mentions, default=(start, 0))[0] < start]
    return min(before or fitting, key=lambda draft: min(draft.mentions, default=(start, 0)))


def _agrees(draft: Draft, title: Title | None) -> bool:
    if title is None:
        return True
    if title.gender and draft.gender and title.gender != draft.gender:
        return False
    return not (title.country and draft.country and title.country != draft.country)


def _lately(entry: Entry, reading: Reading) -> bool:
    """`Secretary Rice`, some years after: she is still called so; of a state that the report names."""
    if reading.day is None or not entry.end or not entry.over_on(reading.day) or entry.country not in reading.countries():
        return False
    return int(reading.day[:4]) - int(entry.end[:4]) <= _STILL_CALLED


def _know_by_surname(reading: Reading, draft: Draft, word: str, title: Title | None) -> None:
    """`President Trump`: the holder of that office on the report's day; `former President Clinton`: who held it before."""
    found = reading.knowledge.surname_holders(word)
    if not found:
        return
    if title is not None and title.role is not None:
        found = with_title(tuple(e for e in found if title.country in {None, e.country}), title.role.words)
    if reading.day is not None:
        former = title is not None and title.former
        said = found
        found = tuple(e for e in said if (e.over_on(reading.day) if former else e.holds_on(reading.day)))
        if not found and title is not None and title.role is not None:
            found = tuple(e for e in said if _lately(e, reading))
    elif title is None or title.role is None:
        found = ()
    if title is None or title.role is None:
        # A bare surname alone is the leader of a state that the report names, or nobody known.
        found = tuple(e for e in found if e.country in reading.countries())
        if len({e.name for e in found}) > 1:
            found = tuple(e for e in found if e.role in words("actors", "leaders"))
    if found and all(e.name == found[0].name for e in found):
        known = known_on(found, reading.day)
        draft.name, draft.wikidata, draft.listed = found[0].name, known.wikidata, True
        draft.gender = draft.gender or first_names().get(found[0].name.split()[0].lower())
        draft.learn(country=known.country, sector=known.sector, role=known.role)
    elif found and title is not None and title.role is not None and len({e.country for e in found}) == 1:
        # "President Bush", nobody says when.
        draft.learn(country=found[0].country)
