"""A dossier's front door: opened from a path, added to, and asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

import communique.reader
from communique.dossier import search, standing
from communique.dossier.add import Added, ArticleReader, add_record, add_sources
from communique.dossier.answers import Answers
from communique.dossier.change import Move, find_changes
from communique.dossier.check import faults_of
from communique.dossier.codebook import CODEBOOK, kept_codebook, merged
from communique.dossier.disagreements import Disagreement, find_disagreements
from communique.dossier.events import Happening, find_events
from communique.dossier.held import Held
from communique.dossier.issues import Coded, Issue, find_issues
from communique.dossier.quotes import Quote, find_quotes
from communique.dossier.search import Found
from communique.dossier.store import Standing, Store
from communique.dossier.table import Cell, find_table
from communique.dossier.timeline import Entry, find_timeline
from communique.dossier.who import Appearance, appearances
from communique.errors import CommuniqueError, DossierError, OptionError, RecordError
from communique.types import Record


class Dossier:
    """Many reports in one SQLite file, and what is seen across them. Asking writes nothing; `add` makes the file.

        with Dossier("hanoi.db") as dossier:
            dossier.add("examples/hanoi")
            for quote in dossier.quotes(): ...

    Answers are tuples of objects in an order that does not hang on the order of adding; `.to_frame()` makes a data frame.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._store: Store | None = None
        self._writing = False
        self._reports: tuple[int, list[Held]] | None = None

    def add(
        self,
        *sources: str | Path,
        published: str | None = None,
        publisher: str | None = None,
        reader: ArticleReader | None = None,
        **options: Any,
    ) -> Iterator[Added | CommuniqueError]:
        """Adds all reports of sources; yields one by one what became of them, so it has to be gone through.

        Args:
            sources: files, folders, http(s) addresses, `-`; and files of records (`communique read --format jsonl`).
            published, publisher: stand in where a report does not say.
            reader: reads what is not here yet; by default one is made of `options` (`communique.load`) when it is needed.

        Raises DossierError where the file is no dossier or cannot be written; OptionError where an option makes no sense.
        """
        store = self._opened(writing=True)
        load = (lambda: reader) if reader is not None else partial(communique.reader.load, **options)
        yield from add_sources(store, map(str, sources), load, published=published, publisher=publisher)
        self.settle()

    def add_record(self, record: Record) -> Added:
        """Adds a record that was read before. Call `settle` after the last one."""
        return add_record(self._opened(writing=True), record)

    def settle(self) -> None:
        """Works out and keeps which reports are copies and which story each belongs to, where reports came since."""
        store = self._opened(writing=True)
        revision = store.revision()
        if store.standings(standing.METHOD) is None:
            reports = standing.held(record for _, record in store.records())
            store.write_standings(standing.standings_of(reports), standing.METHOD, revision)

    def ids(self) -> list[str]:
        """The ids of all reports, in the order of adding."""
        return [str(id) for (id,) in self._opened().rows("SELECT id FROM reports ORDER BY seq")]

    def revision(self) -> int:
        """A number that rises with every report added: what was answered before holds as long as it is the same."""
        return self._opened().revision()

    def reports(self) -> Answers[Held]:
        """All reports by day and id, copies among them."""
        return Answers(self._held())

    def report(self, id: str) -> Held:
        """One report by its id, or by the beginning of it where that is one report's alone.

        Raises DossierError where there is none, or several.
        """
        store = self._opened()
        record = store.record(id) or store.record(self._only(id))
        assert record is not None
        (one,) = standing.held([record])
        return standing.placed([one], self._standings())[0]

    def _only(self, beginning: str) -> str:
        found = self._opened().rows("SELECT id FROM reports WHERE substr(id, 1, ?) = ?", (len(beginning), beginning))
        if len(found) != 1:
            reason = (
                f"{len(found)} reports have ids that begin with {beginning!r}" if found else f"there is no report {beginning!r}"
            )
            raise DossierError(self.path, reason)
        return str(found[0][0])

    def stories(self) -> Answers[Held]:
        """All reports, story by story: stories by their first report."""
        order = {report.id: at for at, report in enumerate(self._held())}
        return Answers(sorted(self._held(), key=lambda one: (order[one.story or one.id], order[one.id])))

    def search(self, query: str, *, limit: int | None = None) -> Answers[Found]:
        """Passages that hold the words of a query, the best first (`communique.dossier.search`)."""
        return Answers(search.search(self._opened(), query, limit=limit))

    def actor(self, name: str) -> Answers[Appearance]:
        """Everybody whose name holds the words of a name, with what they said, did and wanted, report by report."""
        return Answers(appearances(self._held(), name))

    def quotes(self) -> Answers[Quote]:
        """Utterances that several reports tell, with their variants (`communique.dossier.quotes`)."""
        return Answers(find_quotes(self._held()))

    def events(self) -> Answers[Happening]:
        """Events that several reports tell (`communique.dossier.events`)."""
        return Answers(find_events(self._held()))

    def table(self, codebook: Sequence[Coded] = ()) -> Answers[Cell]:
        """The bargaining table: where each party stands on each issue, since when (`communique.dossier.table`)."""
        return Answers(find_table(self._held(), self._codebook(codebook)))

    def changes(self, codebook: Sequence[Coded] = ()) -> Answers[Move]:
        """Stances that move over time (`communique.dossier.change`)."""
        return Answers(find_changes(self._held(), self._codebook(codebook)))

    def timeline(self) -> Answers[Entry]:
        """Events by the day on which they happened or are planned for (`communique.dossier.timeline`)."""
        return Answers(find_timeline(self._held()))

    def issues(self, codebook: Sequence[Coded] = ()) -> Answers[Issue]:
        """Issues with the labels that were merged into them; a codebook's names come first (`communique.dossier.issues`)."""
        return Answers(find_issues(self._held(), self._codebook(codebook)))

    def merge_issue(self, old: str, new: str) -> None:
        """From now on, all labels of the issue `old` belong to `new`: another issue, or a new name. Kept in the file.

        Raises OptionError where there is no issue `old`.
        """
        found = [issue for issue in self.issues() if issue.name == old]
        if not found:
            raise OptionError(f"there is no issue {old!r}; `communique dossier issues` lists them")
        store = self._opened(writing=True)
        store.keep(CODEBOOK, merged(store.note(CODEBOOK), old, new, found[0].labels))

    def _codebook(self, first: Sequence[Coded]) -> tuple[Coded, ...]:
        """The codebook that was given, then what was merged in the file."""
        return (*first, *kept_codebook(self._opened().note(CODEBOOK)))

    def disagreements(self) -> Answers[Disagreement]:
        """Where reports, or the parties in them, contradict each other (`communique.dossier.disagreements`)."""
        return Answers(find_disagreements(self._held()))

    def check(self) -> Iterator[RecordError]:
        """All that is wrong in the file; nothing is changed."""
        return faults_of(self._opened())

    def close(self) -> None:
        """Ends the connection to the file."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def __enter__(self) -> Dossier:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _opened(self, *, writing: bool = False) -> Store:
        if self._store is None or (writing and not self._writing):
            self.close()
            self._store, self._writing = Store(self.path, writing=writing), writing
        return self._store

    def _held(self) -> list[Held]:
        """All reports with their standings, read once as long as nothing is added."""
        store = self._opened()
        revision = store.revision()
        if self._reports is None or self._reports[0] != revision:
            reports = standing.held(record for _, record in store.records())
            self._reports = revision, standing.placed(reports, self._standings(reports))
        return self._reports[1]

    def _standings(self, reports: list[Held] | None = None) -> dict[str, Standing]:
        # Where a run was broken before its end, nothing is kept yet, and who only asks may not write.
        store = self._opened()
        known = store.standings(standing.METHOD)
        return known or standing.standings_of(reports or standing.held(record for _, record in store.records()))
