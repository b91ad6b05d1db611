"""The knowledge base in memory, asked by name, surname and office. A user's own entries come before ours.

An office holder's row holds only on days of the term; on other days the person is known, the office is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path

from msgspec.structs import replace

from communique.actors.kb.build import our_entries
from communique.actors.kb.entry import Entry
from communique.actors.kb.file import read_entries
from communique.actors.kb.sizes import form_sizes
from communique.actors.kb.spelling import sound, unaccented
from communique.actors.kb.surnames import surname_of

# Most forms have one entry, and stand for it without a tuple: that is quicker to load.
_Forms = dict[str, Entry | tuple[Entry, ...]]
# Who was of these is still of them when an office is over: a bishop, a rebel, a head of a company.
_FOR_LIFE = frozenset({"REL", "BUS", "JRN", "EDU", "REB", "PRM", "CRM"})
_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\s|$)")


class Knowledge:
    """Entries by every form of their names."""

    def __init__(
        self,
        entries: Sequence[Entry],
        *,
        before: Sequence[Entry] = (),
        generated: Callable[[], Sequence[Entry]] = tuple,
        sizes: dict[str, int] | None = None,
    ) -> None:
        """`before` are a user's entries: where they know a name, an office's holder or a person, ours do not count.

        `generated` gives bodies made from patterns, when they are first asked for; `sizes` are `form_sizes(entries)`, if known.
        """
        self._sizes = form_sizes(entries) if sizes is None else sizes
        self._before, self._entries, self._generated = before, entries, generated
        self._forms = _by_form(entries)
        self._forms.update(_by_form(before))

    def at(self, form: str) -> tuple[Entry, ...]:
        """Entries by the exact form of a name, straight apostrophes; a longer form also in capitals or with more accents."""
        found = self._forms.get(form)
        if found is None and len(form) > 4:
            if form.isupper():
                found = self._capitals.get(form)
            elif not form.isascii() and form.istitle():
                found = self._folded.get(unaccented(form))
        return _tuple(found)

    def longest(self, beginning: str) -> int:
        """The number of words and marks in the longest form that begins with these two characters, in whatever case."""
        return self._longest.get(beginning.lower(), 0)

    def folded(self, form: str) -> tuple[Entry, ...]:
        """Entries by a form of more than three characters, for words written without capitals or with other accents."""
        return _tuple(self._folded.get(unaccented(form)))

    def body(self, phrase: str) -> tuple[Entry, ...]:
        """Bodies of states by what the news calls them: `Chad's foreign ministry`, `the central bank of Peru`."""
        return self._bodies.get(_plain(phrase), ())

    def surname_holders(self, word: str) -> tuple[Entry, ...]:
        """Office holders with a surname (lower case, with its accents or without)."""
        return self._surnames.get(unaccented(word), ())

    def sounding(self, name: str) -> tuple[Entry, ...]:
        """People and groups whose name of two words or more is another transliteration of this one; none where two differ."""
        found = _tuple(self._sounds.get(sound(name))) if " " in name else ()
        return found if len({entry.name for entry in found}) == 1 else ()

    def office_holder(self, country: str, office: str, day: str) -> Entry | None:
        """Who held an office of a state on a day (ISO date, month or year); None where none or several did, as far as known."""
        for offices in (self._own_offices, self._offices):
            held = [entry for entry in offices.get((country, office), ()) if entry.holds_on(day)]
            if held:
                return held[0] if len({entry.name for entry in held}) == 1 else None
        return None

    def everything_at(self, name: str) -> tuple[Entry, ...]:
        """All entries of a name in whatever case; of a surname all its bearers."""
        form = " ".join(name.replace("’", "'").split())
        found = self.at(form) or self.folded(form.lower()) or self.body(form)
        return found or self.surname_holders(form.lower())

    def entries(self) -> tuple[Entry, ...]:
        """Everything, a user's own first."""
        return (*self._before, *self._entries, *self._generated())

    @cached_property
    def _capitals(self) -> _Forms:
        return {form.upper(): entries for form, entries in reversed(self._forms.items()) if len(form) > 4}

    @cached_property
    def _longest(self) -> dict[str, int]:
        own = form_sizes(self._before)
        return self._sizes | {key: max(size, self._sizes.get(key, 0)) for key, size in own.items()}

    @cached_property
    def _folded(self) -> _Forms:
        return {unaccented(form): entries for form, entries in reversed(self._forms.items()) if len(form) > 3}

    @cached_property
    def _sounds(self) -> _Forms:
        named = [e for e in (*self._before, *self._entries) if e.kind in {"person", "group"}]
        return _gathered((sound(form), entry) for entry in named for form in entry.names if " " in form)

    @cached_property
    def _bodies(self) -> dict[str, tuple[Entry, ...]]:
        out: dict[str, tuple[Entry, ...]] = {}
        for entry in self._generated():
            for form in entry.names:
                key = _plain(form)
                out[key] = (*(e for e in out.get(key, ()) if e != entry), entry)
        return out

    @cached_property
    def _surnames(self) -> dict[str, tuple[Entry, ...]]:
        own = {name for entry in self._before for name in entry.names}
        out: dict[str, list[Entry]] = {}
        for entry in (*self._before, *(entry for entry in self._entries if entry.name not in own)):
            if entry.kind == "person":
                out.setdefault(unaccented(surname_of(entry.name, entry.country)), []).append(entry)
        return {word: tuple(entries) for word, entries in out.items()}

    @cached_property
    def _own_offices(self) -> dict[tuple[str | None, str], list[Entry]]:
        return _by_office(self._before)

    @cached_property
    def _offices(self) -> dict[tuple[str | None, str], list[Entry]]:
        return _by_office(self._entries)


def _by_form(entries: Iterable[Entry]) -> _Forms:
    return _gathered((form, entry) for entry in entries for form in entry.forms or (entry.name,))


def _gathered(pairs: Iterable[tuple[str, Entry]]) -> _Forms:
    out: _Forms = {}
    for form, entry in pairs:
        found = out.setdefault(form, entry)
        if found is not entry and entry not in _tuple(found):
            out[form] = (*_tuple(found), entry)
    return out


def _tuple(found: Entry | tuple[Entry, ...] | None) -> tuple[Entry, ...]:
    return (found,) if isinstance(found, Entry) else found or ()


def _by_office(entries: Iterable[Entry]) -> dict[tuple[str | None, str], list[Entry]]:
    out: dict[tuple[str | None, str], list[Entry]] = {}
    for entry in entries:
        if entry.kind == "person" and entry.role:
            out.setdefault((entry.country, entry.role), []).append(entry)
    return out


def _plain(phrase: str) -> str:
    words = _POSSESSIVE.sub("", phrase.replace("’", "'").lower()).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def known_on(entries: tuple[Entry, ...], day: str | None) -> Entry:
    """What a person's entries amount to on a day: the office then held, `former ...` after it, the bare person otherwise.

    Without a day nothing is said of offices: only the name and, where all entries of states agree, the country. Offices of
    organisations have no country and no say in it.
    """
    first = entries[0]
    countries = list(dict.fromkeys(entry.country for entry in entries if entry.country))
    country = countries[0] if len(countries) == 1 else None
    if day is not None:
        held = [entry for entry in entries if entry.holds_on(day)]
        if held:
            return held[0]
        over = [entry for entry in entries if entry.over_on(day)]
        if over:
            last = max(over, key=lambda entry: entry.end or "")
            role = f"former {last.role}" if last.role else None
            sector = last.sector if last.sector in _FOR_LIFE else "ELI"
            return replace(last, sector=sector, sector_2=None, role=role, country=last.country or country)
    return Entry(first.name, "person", country, wikidata=first.wikidata)


@cache
def load_knowledge(user_file: Path | None = None) -> Knowledge:
    """Our knowledge base; with a user's file, whose entries come before ours. Loaded once a process.

    Raises ReadError where the user's file has a fault; it names the line.
    """
    entries, generated, sizes = our_entries()
    before = read_entries(user_file) if user_file else ()
    return Knowledge(entries, before=before, generated=generated, sizes=sizes)
