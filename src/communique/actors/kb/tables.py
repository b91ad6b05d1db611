"""The tables of the repository as entries of the knowledge base, in a fixed order: what stands first, counts first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from communique.actors.kb.bodies import national_bodies, state_bodies
from communique.actors.kb.entry import Entry
from communique.actors.kb.holders import holders
from communique.lexicon import known, several, table, tables
from communique.world import State, codes, states


def all_entries() -> Iterator[Entry]:
    """Everything that the tables say."""
    yield from _states()
    yield from _regions()
    organisations = list(_organisations())
    yield from organisations
    yield from _new(national_bodies(), organisations)
    yield from holders()
    yield from _nobody()
    yield from state_bodies()


def _states() -> Iterator[Entry]:
    for state in states():
        row = codes()[state.code]
        official = (row.official,) if row.official else ()
        named = tuple(dict.fromkeys((state.name, *state.others, *official)))
        for kind, forms in (
            ("state", named),
            ("demonym", state.adjectives),
            ("capital", state.capitals),
            ("seat", state.seats),
        ):
            if forms:
                facts = _facts(state) if kind == "state" else ()
                yield Entry(
                    state.name, kind, state.code, forms=forms, wikidata=row.wikidata[0], table="world/states", facts=facts
                )


def _facts(state: State) -> tuple[tuple[str, str], ...]:
    row = codes()[state.code]
    facts = {
        "official name": row.official,
        "capital": ", ".join(state.capitals),
        "seats of government": ", ".join(state.seats),
        "people": ", ".join(state.adjectives),
        "ISO alpha-2": row.alpha_2,
        "ISO number": row.number,
        "COW number": row.cow,
    }
    return tuple((key, value) for key, value in facts.items() if value)


def _regions() -> Iterator[Entry]:
    for name, code, sector in table("actors", "regions"):
        yield Entry(name, "region", code, known(sector), table="actors/regions")


def _organisations() -> Iterator[Entry]:
    for source in tables("actors", "organisations"):
        for name, others, kind, country, sector, second in table("actors", source):
            forms = (name, *several(others)) if several(others) else ()
            yield Entry(name, kind, known(country), known(sector), known(second), forms=forms, table=f"actors/{source}")


def _nobody() -> Iterator[Entry]:
    for row in table("actors", "no_actors"):
        yield Entry(row[0], "none", table="actors/no_actors")


def _new(entries: Iterable[Entry], listed: list[Entry]) -> Iterator[Entry]:
    """The entries without those forms that an entry of the same state has already."""
    taken = {(form, entry.country) for entry in listed for form in entry.names}
    for entry in entries:
        forms = tuple(form for form in entry.names if (form, entry.country) not in taken)
        if forms and entry.name in forms:
            yield replace(entry, forms=forms if forms != (entry.name,) else ())
