"""What is known beforehand: states, organisations, office holders with the dates of their offices. Tables in `data/`.

An office holder's row holds only on days of the term; on other days the person is known, the office is not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from communique.lexicon import known, several, table
from communique.world import Term, states, terms

# Where the family name comes first, also in English-language news.
FAMILY_FIRST = frozenset({"CHN", "PRK", "KOR", "TWN", "VNM", "KHM", "HKG"})
ORGANISATIONS = (
    "organisations",
    "organisations_armed",
    "organisations_business",
    "organisations_civil",
    "organisations_international",
    "organisations_media",
    "organisations_parties",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a name can stand for.

    `kind` is state, demonym, capital, seat, region, organization, group or person; `start` and `end` bound an office (ISO
    dates, months or years, None where open); `unsure_after` says that nothing is known of the days after `end`.
    """

    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    sector_2: str | None = None
    role: str | None = None
    start: str | None = None
    end: str | None = None
    unsure_after: bool = False

    def holds_on(self, day: str) -> bool:
        """Whether a day (ISO date, month or year) falls into the term; a bound of coarser grain includes all of itself."""
        after = self.start is None or day[: len(self.start)] >= self.start[: len(day)]
        return after and (self.end is None or day[: len(self.end)] <= self.end[: len(day)])

    def over_on(self, day: str) -> bool:
        """Whether the term had ended before a day."""
        return self.end is not None and not self.unsure_after and day[: len(self.end)] > self.end[: len(day)]


@cache
def index() -> dict[str, tuple[Entry, ...]]:
    """Entries by each exact form of their names, straight apostrophes; long forms also in capitals."""
    forms: dict[str, list[Entry]] = {}
    for name, entry in [*_states(), *_regions(), *_organisations(), *_holders(), *_nobody()]:
        for form in (name, name.upper()) if len(name) > 4 else (name,):
            forms.setdefault(form, []).append(entry)
    return {form: tuple(dict.fromkeys(entries)) for form, entries in forms.items()}


@cache
def longest() -> dict[str, int]:
    """For each beginning of a form (two characters), the number of words and marks in the longest such form."""
    out: dict[str, int] = {}
    for form in index():
        size = 1 + sum(form.count(mark) * weight for mark, weight in ((" ", 1), ("-", 2), ("'", 1), (",", 1), (".", 1)))
        out[form[:2]] = max(out.get(form[:2], 0), size)
    return out


def known_on(entries: tuple[Entry, ...], day: str | None) -> Entry:
    """What a person's entries amount to on a day: the office then held, `former ...` after it, the bare person otherwise.

    Without a day nothing is said of offices: only the name and, where all entries agree, the country.
    """
    if day is not None:
        held = [entry for entry in entries if entry.holds_on(day)]
        if held:
            return held[0]
        over = [entry for entry in entries if entry.over_on(day)]
        if over:
            last = max(over, key=lambda entry: entry.end or "")
            return replace(last, sector="ELI", sector_2=None, role=f"former {last.role}" if last.role else None)
    first = entries[0]
    same = all(entry.country == first.country for entry in entries)
    return Entry(first.name, "person", first.country if same else None)


def _states() -> list[tuple[str, Entry]]:
    out = []
    for state in states():
        for kind, forms in (
            ("state", (state.name, *state.others)),
            ("demonym", state.adjectives),
            ("capital", state.capitals),
            ("seat", state.seats),
        ):
            out += [(form, Entry(state.name, kind, state.code)) for form in forms]
    return out


def _nobody() -> list[tuple[str, Entry]]:
    return [(row[0], Entry(row[0], "none")) for row in table("actors", "no_actors")]


def _regions() -> list[tuple[str, Entry]]:
    return [(name, Entry(name, "region", code, known(sector))) for name, code, sector in table("actors", "regions")]


def _organisations() -> list[tuple[str, Entry]]:
    out = []
    for name, others, kind, country, sector, sector_2 in (row for file in ORGANISATIONS for row in table("actors", file)):
        entry = Entry(name, kind, known(country), known(sector), known(sector_2))
        out += [(form, entry) for form in (name, *several(others))]
    return out


def _holder(term: Term) -> Entry:
    bounds = term.start, term.end, term.unsure_after
    return Entry(term.name, "person", term.country, term.sector, None, term.office, *bounds)


def _holders() -> list[tuple[str, Entry]]:
    return [(form, _holder(term)) for term in terms() for form in (term.name, *term.others)]


@cache
def _by_surname() -> dict[str, tuple[Entry, ...]]:
    out: dict[str, list[Entry]] = {}
    for term in terms():
        words = term.name.lower().replace("-", " ").split()
        word = words[0] if term.country in FAMILY_FIRST else words[-1]
        out.setdefault(word, []).append(_holder(term))
    return {word: tuple(entries) for word, entries in out.items()}


def surname_holders(word: str) -> tuple[Entry, ...]:
    """Office holders with a surname (lower case)."""
    return _by_surname().get(word, ())


@cache
def folded() -> dict[str, tuple[Entry, ...]]:
    """Entries by their forms in small letters, for phrases that are written without capitals."""
    out: dict[str, tuple[Entry, ...]] = {}
    for form, entries in index().items():
        if len(form) > 3:
            out.setdefault(form.lower(), entries)
    return out


@cache
def first_names() -> dict[str, str]:
    """First names in lower case, with m or f."""
    return {row[0]: row[1] for row in table("actors", "first_names")}


@cache
def _offices() -> dict[tuple[str | None, str], tuple[Entry, ...]]:
    out: dict[tuple[str | None, str], list[Entry]] = {}
    for term in terms():
        out.setdefault((term.country, term.office), []).append(_holder(term))
    return {office: tuple(entries) for office, entries in out.items()}


def office_holder(country: str, office: str, day: str) -> Entry | None:
    """Who held an office of a state on a day (ISO date, month or year); None where none or several did, as far as is known."""
    held = [entry for entry in _offices().get((country, office), ()) if entry.holds_on(day)]
    return held[0] if len(held) == 1 else None
