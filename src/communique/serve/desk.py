"""What pages and interfaces ask of a dossier: one thread at a time, answers kept until a report is added."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from communique.dossier import Dossier
from communique.dossier.disagreements import Disagreement
from communique.dossier.events import Happening
from communique.dossier.held import Held
from communique.dossier.quotes import Quote
from communique.dossier.search import Found
from communique.dossier.table import Cell
from communique.dossier.timeline import Entry, timeline_of

T = TypeVar("T")


class Desk:
    """One dossier, open to read. Safe to be asked by several threads."""

    def __init__(self, path: str | Path) -> None:
        """Raises DossierError where the file is no dossier or cannot be read."""
        self._dossier, self._lock = Dossier(path), RLock()
        self._kept: dict[str, tuple[int, Any]] = {}
        self.revision()

    @property
    def name(self) -> str:
        """The file's name without its ending: what the pages are headed with."""
        return self._dossier.path.stem

    def revision(self) -> int:
        """A number that rises with every report added."""
        with self._lock:
            return self._dossier.revision()

    def reports(self) -> tuple[Held, ...]:
        """All reports by day and id."""
        return self._once("reports", self._dossier.reports)

    def report(self, id: str) -> Held | None:
        """One report by its whole id."""
        return self.by_id().get(id)

    def by_id(self) -> Mapping[str, Held]:
        """All reports by their whole ids."""
        return self._once("by id", lambda: {report.id: report for report in self.reports()})

    def quotes(self) -> tuple[Quote, ...]:
        """Utterances that several reports tell."""
        return self._once("quotes", self._dossier.quotes)

    def events(self) -> tuple[Happening, ...]:
        """All events, those told by several reports as one."""
        return self._once("events", self._dossier.events)

    def table(self) -> tuple[Cell, ...]:
        """The bargaining table's cells, by party."""
        return self._once("table", self._dossier.table)

    def timeline(self) -> tuple[Entry, ...]:
        """Events by their days."""
        return self._once("timeline", lambda: timeline_of(self.events()))

    def disagreements(self) -> tuple[Disagreement, ...]:
        """Where reports, or the parties in them, contradict each other."""
        return self._once("disagreements", self._dossier.disagreements)

    def search(self, query: str, limit: int) -> tuple[Found, ...]:
        """Passages that hold the words of a query, the best first. Raises OptionError where the query says nothing."""
        with self._lock:
            return self._dossier.search(query, limit=limit)

    def close(self) -> None:
        """Ends the connection to the file."""
        with self._lock:
            self._dossier.close()

    def _once(self, name: str, work: Callable[[], T]) -> T:
        with self._lock:
            revision = self._dossier.revision()
            kept = self._kept.get(name)
            if kept is None or kept[0] != revision:
                kept = self._kept[name] = (revision, work())
            answer: T = kept[1]
            return answer
