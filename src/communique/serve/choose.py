"""Which rows of an answer are wanted: the filters of pages and REST alike."""

from __future__ import annotations

from collections.abc import Sequence

from communique.dossier.disagreements import Disagreement
from communique.dossier.events import Happening
from communique.dossier.held import Held
from communique.dossier.quotes import Quote
from communique.dossier.table import Cell
from communique.dossier.timeline import Entry


def chosen_reports(reports: Sequence[Held], *, outlet: str | None = None, story: str | None = None) -> list[Held]:
    """Reports of an outlet and of a story."""
    return [one for one in reports if (not outlet or one.outlet == outlet) and (not story or one.story == story)]


def chosen_quotes(quotes: Sequence[Quote], *, speaker: str | None = None, contested: bool = False) -> list[Quote]:
    """Quotes of speakers whose names hold some letters, and only those given to different speakers."""
    return [one for one in quotes if _holds(one.speakers, speaker) and (one.contested or not contested)]


def chosen_events(
    events: Sequence[Happening], *, type: str | None = None, actor: str | None = None, corroborated: bool = False
) -> list[Happening]:
    """Events of a PLOVER type, with somebody whose name holds some letters, and only those that two outlets tell as fact."""
    return [
        one
        for one in events
        if (not type or one.type == type)
        and _holds((*one.actors, *one.recipients), actor)
        and (one.corroborated or not corroborated)
    ]


def chosen_cells(
    cells: Sequence[Cell], *, party: str | None = None, issue: str | None = None, contested: bool = False
) -> list[Cell]:
    """Cells of parties and issues whose names hold some letters, and only those told differently."""
    return [
        one for one in cells if _holds([one.party], party) and _holds([one.issue], issue) and (one.contested or not contested)
    ]


def chosen_entries(entries: Sequence[Entry], *, type: str | None = None, several: bool = False) -> list[Entry]:
    """Entries of the timeline of a PLOVER type, and only those that several outlets tell."""
    return [one for one in entries if (not type or one.event.type == type) and (one.event.outlets > 1 or not several)]


def chosen_disagreements(found: Sequence[Disagreement], *, kind: str | None = None) -> list[Disagreement]:
    """Disagreements of a kind, the surest first; of equals, in their order."""
    return sorted((one for one in found if not kind or one.kind == kind), key=lambda one: -one.confidence)


def _holds(names: Sequence[str], wanted: str | None) -> bool:
    return not wanted or any(wanted.casefold() in name.casefold() for name in names)
