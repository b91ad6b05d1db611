"""Sources -> a dossier, one report a transaction: what is told as added is in the file, whatever happens next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Protocol

from communique.dossier.recorded import holds_records, records_of
from communique.dossier.store import Store, content_of
from communique.errors import CommuniqueError, ReadError
from communique.read import DEFAULT_MAX_CHARS, checked_day, read_source
from communique.read.files import files_in
from communique.types import Article, Record


class ArticleReader(Protocol):
    """What reads articles: a `communique.Reader`."""

    def read_article(self, article: Article) -> Record: ...


@dataclass(frozen=True, slots=True)
class Added:
    """One report that was given: its id, and whether it is new in the dossier."""

    id: str
    new: bool


def add_sources(
    store: Store,
    sources: Iterable[str],
    load: Callable[[], ArticleReader],
    *,
    published: str | None = None,
    publisher: str | None = None,
) -> Iterator[Added | CommuniqueError]:
    """Adds all reports of sources, one after the other; what cannot be read is yielded, not raised, and the rest goes on.

    Args:
        sources: as in `communique.read.read_source`; and files of records, which are taken as they are.
        load: makes the reader; called once, at the first report that is not here yet.
        published, publisher: stand in where a report does not say.

    Raises:
        OptionError: `published` is no date.
        DossierError: the file cannot be written; every report that was yielded before is in it.
        ModelError: the reader cannot be made.
    """
    day, reader = checked_day(published), cache(load)
    for source in _single(sources):
        if holds_records(source):
            yield from (one if isinstance(one, CommuniqueError) else add_record(store, one) for one in records_of(source))
        else:
            for found in read_source(source, max_chars=DEFAULT_MAX_CHARS):
                yield found if isinstance(found, ReadError) else _add(store, _filled(found, day, publisher), reader)


def add_record(store: Store, record: Record) -> Added:
    """Adds a record that was read before, unless a report with the same content is here."""
    id = store.insert(record, content_of(record.article))
    return Added(id or record.article.id, new=id is not None)


def _add(store: Store, article: Article, reader: Callable[[], ArticleReader]) -> Added | CommuniqueError:
    # Looked up before it is read: to go on after a break costs no reading.
    if store.known(content_of(article)):
        return Added(article.id, new=False)
    whole = reader()
    try:
        record = whole.read_article(article)
    except CommuniqueError as error:
        return error
    return add_record(store, record)


def _filled(article: Article, published: str | None, publisher: str | None) -> Article:
    return replace(article, published=article.published or published, publisher=article.publisher or publisher)


def _single(sources: Iterable[str]) -> Iterator[str]:
    """The same sources, a folder as its files: any of them may hold records."""
    for source in sources:
        files = _files(source)
        yield from map(str, files) if files else [source]


def _files(source: str) -> list[Path]:
    try:
        # The folder of a run is one source: its tables hold the records.
        return list(files_in(Path(source))) if Path(source).is_dir() and not holds_records(source) else []
    except (OSError, ValueError):
        return []
