"""What a worker does: an Item -> rows, whatever the item is."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing.connection import Connection

from communique.errors import CommuniqueError, ReadError, StageError
from communique.read.encoding import decode
from communique.read.html import article_from_html
from communique.read.jsonl import article_from_line
from communique.read.text import article_from_text
from communique.scale.items import Item
from communique.scale.rows import Rows, error_row, rows_of
from communique.types import Article, Record

Read = Callable[[Article], Record]


@dataclass(frozen=True, slots=True)
class Task:
    """How items are read; it is pickled, and every worker makes its own reader of it.

    Attributes:
        make: makes what turns an article into a record; called once in each worker.
        max_chars: longest text that is read.
        published, publisher: for reports that do not say.
    """

    make: Callable[[], Read]
    max_chars: int
    published: str | None = None
    publisher: str | None = None

    def ready(self) -> Callable[[Item], Rows]:
        """Item -> rows, with the reader made. Raises CommuniqueError where it cannot be made."""
        return partial(self._rows, self.make())

    def _rows(self, read: Read, item: Item) -> Rows:
        article = self._article(item)
        if not isinstance(article, Article):
            return article
        try:
            return rows_of(read(article), item.source)
        except StageError as error:
            reason = f"{type(error.__cause__).__name__}: {error.__cause__}"
            return error_row(item.source, article.id, "stage", error.stage, reason)
        except Exception as error:
            return error_row(item.source, article.id, "record", None, f"{type(error).__name__}: {error}")

    def _article(self, item: Item) -> Article | Rows:
        try:
            article = article_of(item, self.max_chars)
        except ReadError as error:
            return error_row(item.source, None, "read", None, error.reason)
        except Exception as error:
            return error_row(item.source, None, "read", None, f"{type(error).__name__}: {error}")
        published, publisher = article.published or self.published, article.publisher or self.publisher
        return replace(article, published=published, publisher=publisher)


def article_of(item: Item, max_chars: int) -> Article:
    """The article in an item's bytes. Raises ReadError where there is none."""
    if item.form == "text":
        return article_from_text(decode(item.data, item.source), max_chars=max_chars, source=item.source)
    if item.form == "html":
        return article_from_html(item.data, item.source, max_chars, url=item.url, charset=item.charset)
    if item.form == "row":
        found = article_from_line(item.data, item.source, max_chars)
        if isinstance(found, ReadError):
            raise found
        return found
    raise ReadError(item.source, item.data.decode("utf-8", "replace"))


def work(line: Connection, task: Task) -> None:
    """A worker's life: say `None` when the reader is made (or why it is not), then answer each item with its rows."""
    # Ctrl-C reaches all processes of a terminal; the parent decides what becomes of us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        rows_of_item = task.ready()
    except CommuniqueError as error:
        line.send(str(error))
        return
    line.send(None)
    while True:
        try:
            item = line.recv()
        except (EOFError, OSError):
            return
        line.send(rows_of_item(item))
