"""Named organisations: the lists, what spaCy takes for one, acronyms and short forms, and what their names tell."""

from __future__ import annotations

import re
from collections import Counter

from communique.actors.drafts import Draft
from communique.actors.kb import Entry
from communique.actors.name import Name
from communique.actors.reading import Reading
from communique.actors.roles import find_role, role_at, weak
from communique.actors.shared import BODIES, whose
from communique.lexicon import words as listed_words

_ACRONYM = re.compile(r"^[A-Z][A-Za-z&]?[A-Z&]+s?$|^(?:[A-Z]\.){2,}$")
# What the head noun of a name stands before: `Committee to Protect Journalists`.
_BEHIND = frozenset({"of", "for", "to", "on", "against"})
_STATE_BODIES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})


def find_bodies(reading: Reading) -> None:
    """Fills `reading.bodies` and their mentions: long names first, so that short forms find them wherever they stand."""
    tokens = reading.doc.tokens
    ends = {span[1] for d in reading.people for span, rule in d.mentions.items() if rule in {"full-name", "surname"}}
    names = [name for name in reading.names if _is_body(name) and not _part_of_title(reading, name, ends)]
    # "the Republican nominee" is not the party.
    names = [
        n for n in names if not (n.entries and n.entries[0].kind == "group" and tokens[n.last].dep_ in {"amod", "compound"})
    ]
    for name in sorted(names, key=lambda name: (name.first - name.last, name.first)):
        draft = _body(reading, name)
        first = _role_before(reading, draft, name)
        reading.add(draft, first, name.last, "organisation")
        _learn_acronym(reading, draft, name)
    _repeat(reading)
    _find_acronyms(reading)


def _part_of_title(reading: Reading, name: Name, ends: set[int]) -> bool:
    """A person's surname that spaCy took for a body; or `State` in `Secretary of State`, no body of its own."""
    bearer = reading.taken.get(name.first)
    if bearer is None:
        return False
    end = reading.span(name.first, name.last)[1]
    if end in ends or any(span[1] == end for span in bearer.mentions):
        return True
    return not name.entries and reading.doc.tokens[name.first - 1].lower_ in {"of", "for"}


def _is_body(name: Name) -> bool:
    return name.entries[0].kind in BODIES if name.entries else name.kind == "organization"


def _body(reading: Reading, name: Name) -> Draft:
    text = reading.text(name.first, name.last)
    words = _core(text)
    entry = _entry(reading, name, text)
    full = entry.name if entry else text
    for draft in reading.bodies:
        if draft.name == full or (not (entry and draft.listed) and _same_body(text, words, draft)):
            return draft
    draft = Draft(full, "group" if entry and entry.kind == "group" else "organization", words=words, head=words[-1])
    draft.listed = entry is not None
    if entry:
        draft.country, draft.sector, draft.sector_2 = entry.country, entry.sector, entry.sector_2
        draft.wikidata = entry.wikidata
    _learn_from_name(reading, draft, name, words)
    reading.bodies.append(draft)
    return draft


def _core(text: str) -> tuple[str, ...]:
    """A name's words in lower case without `Inc.`, `Ltd` and the like at its end."""
    words = text.lower().replace(",", " ").split()
    while len(words) > 1 and words[-1].strip(".") in listed_words("actors", "company_forms"):
        words.pop()
    return tuple(words)


def _entry(reading: Reading, name: Name, text: str) -> Entry | None:
    """What the lists say of a name, also without its company form; of several of one name the one whose state is named.

    A short acronym of a party or armed group means it only where its state is named too.
    """
    core = " ".join(text.split()[: len(_core(text))]).rstrip(",")
    entries = name.entries or tuple(e for e in reading.knowledge.at(core) if e.kind in BODIES)
    if not entries:
        return None
    named = reading.countries()
    entry = whose(text, entries, Counter(named))
    local = len(text) <= 3 and text.isupper() and entry.sector in {"PTY", "REB", "PRM", "LAB", None}
    return None if local and entry.country not in named else entry


def _same_body(text: str, words: tuple[str, ...], draft: Draft) -> bool:
    """The same name, its beginning (`Acme` of `Acme Inc`), or its acronym."""
    if words == draft.words:
        return True
    if _ACRONYM.match(text) and _short_for(text, draft.name):
        return True
    begins = draft.words[: len(words)] == words and not find_role(words)
    return begins and (len(words) > 1 or len(words[0]) > 4 or len(draft.words) == 2)


def _short_for(text: str, name: str) -> bool:
    """Whether an acronym is made of a name's initials: CWA, Communications Workers of America."""
    letters = text.replace(".", "").upper()
    words = [w for w in re.split(r"[\s\-]+", name) if w]
    proper = "".join(w[0] for w in words if w[0].isupper())
    # "South Korean Joint Chiefs of Staff" is the JCS too.
    return letters in {proper, "".join(w[0] for w in words).upper()} or len(letters) > 2 and proper.endswith(letters)


def _learn_acronym(reading: Reading, draft: Draft, name: Name) -> None:
    """`Communications Workers of America (CWA)`: the acronym in brackets is a mention, and a name from here on."""
    tokens, i = reading.doc.tokens, name.last + 2
    if i + 1 < len(tokens) and tokens[i - 1].text == "(" and tokens[i + 1].text == ")" and _ACRONYM.match(tokens[i].text):
        draft.aliases.append((tokens[i].lower_,))
        if i not in reading.taken:
            reading.add(draft, i, i, "acronym")


def _find_acronyms(reading: Reading) -> None:
    """`the VA`, of a report that names the Department of Veterans Affairs: letters that only one of its bodies begins with."""
    letters: dict[str, set[int]] = {}
    for n, draft in enumerate(reading.bodies):
        head, _, rest = draft.name.partition(" of ")
        for start in (draft.name, rest if head.endswith(("Department", "Ministry", "Office", "Bureau")) else ""):
            short = "".join(word[0] for word in re.split(r"[\s\-]+", start) if word[:1].isupper())
            if len(short) > 1 and draft.mentions and short in reading.doc.article.text:
                letters.setdefault(short, set()).add(n)
    if not letters:
        return
    found = [t for t in reading.doc.tokens if len(letters.get(t.text, ())) == 1 and t.i not in reading.taken]
    # Two letters are a word of their own as well ("TV", "AI"), unless an article says that they name a body.
    sure = {t.text for t in found if len(t) > 2 or t.i and t.nbor(-1).lower_ == "the"}
    for token in found:
        if token.text in sure and not reading.cover.entries(token.i, token.i) and find_role([token.lower_]) is None:
            reading.add(reading.bodies[min(letters[token.text])], token.i, token.i, "acronym")


def _learn_from_name(reading: Reading, draft: Draft, name: Name, words: tuple[str, ...]) -> None:
    """`South Korean Defense Ministry`, `Turkey's Justice Ministry`: trade from the head noun, country from the state named."""
    ends = next((n for n, word in enumerate(words) if n and word in _BEHIND), len(words))
    role = find_role(words[:ends]) or (find_role(words) if "of" not in words else None)
    start = _modifier_start(reading, name)
    country = reading.cover.country(start, name.last) or reading.city_country(start, name.last)
    if draft.sector == "IGO":
        # "the American-led NATO mission": no state's, whatever stands before it.
        country = None
    if role is not None:
        draft.sector, draft.sector_2 = draft.sector or role.sector, draft.sector_2 or role.sector_2
        draft.head = role.words
        draft.country = draft.country or country or (_land_behind(reading, name) if draft.sector in _STATE_BODIES else None)
    elif any(e.kind == "demonym" for e in reading.cover.entries(name.first, name.first)):
        draft.country = draft.country or country
    if draft.sector in _STATE_BODIES and not draft.listed:
        reading.state_bodies.append(name)


def _land_behind(reading: Reading, name: Name) -> str | None:
    """`the Ministry of Justice of Chad`: the state behind a body's name."""
    tokens, i = reading.doc.tokens, name.last + 2
    if i >= len(tokens) or tokens[i - 1].lower_ != "of":
        return None
    entries = reading.cover.entries(i + (tokens[i].lower_ == "the"), i + (tokens[i].lower_ == "the"))
    return entries[0].country if entries and entries[0].kind == "state" else None


def _modifier_start(reading: Reading, name: Name) -> int:
    """`Russia's Foreign Ministry`, `the Chinese Foreign Ministry`: where the state before the name begins."""
    tokens, i = reading.doc.tokens, name.first - 1
    if i >= 1 and tokens[i].tag_ == "POS":
        i -= 1
    before = reading.cover.at(i) if i >= 0 else None
    return (
        before.first
        if before and before.entry and before.entry.kind in {"state", "demonym", "capital", "region"}
        else name.first
    )


def _role_before(reading: Reading, draft: Draft, name: Name) -> int:
    """`state news agency KCNA`: the first token of a description that stands right before the name; it tells the trade."""
    tokens, i = reading.doc.tokens, name.first - 1
    if i < 0 or tokens[i].pos_ not in {"NOUN", "PROPN"} or i in reading.taken:
        return name.first
    found = role_at(tokens, max(0, i - 5), i)
    if found is None:
        return name.first
    role, first = found
    if role.kind != "organization" or role.plural or tokens[i].head.i < i:
        return name.first
    while first > 0 and tokens[first - 1].pos_ in {"ADJ", "NOUN"} and first - 1 not in reading.taken and i - first < 4:
        first -= 1
    country = reading.cover.country(max(0, first - 1), i) if draft.sector != "IGO" else None
    draft.learn(country=country, sector=role.sector)
    draft.roles.append(role.words)
    return first


def _repeat(reading: Reading) -> None:
    """Further places where a name stands that spaCy found elsewhere: heads of phrases only, never a modifier."""
    known = {draft.words: draft for draft in reading.bodies if len(draft.words[0]) > 2 and draft.words[-1] not in weak()}
    known |= {alias: draft for draft in reading.bodies for alias in draft.aliases}
    firsts = {words[0]: max(len(w) for w in known if w[0] == words[0]) for words in known}
    tokens = reading.doc.tokens
    for token in tokens:
        if token.i in reading.taken or not token.text[:1].isupper() or token.lower_ not in firsts:
            continue
        for last in range(min(len(tokens), token.i + firsts[token.lower_]) - 1, token.i - 1, -1):
            draft = known.get(tuple(t.lower_ for t in tokens[token.i : last + 1]))
            if draft is not None and tokens[last].dep_ not in {"compound", "amod"}:
                reading.add(draft, token.i, last, "name-again")
                break
