"""What a worker makes of an item, whatever is in it."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import Pipe
from threading import Thread
from typing import Any

import pytest

from communique.errors import ModelError, StageError
from communique.scale.items import Item, fault
from communique.scale.rows import Rows
from communique.scale.worker import Task, work
from communique.types import Article, MadeBy, Record

STORY = "The envoy, Zoë Müller, left the talks on Monday. She said that no date had been set for another round of them."
PAGE = f"<html><head><title>Talks end early</title></head><body><article><p>{STORY}</p><p>{STORY}</p></article></body></html>"


def read(article: Article) -> Record:
    if "stage" in article.text:
        raise StageError("events", article.id, KeyError("verb")) from KeyError("verb")
    if "schema" in article.text:
        return Record(article=article, made_by=MadeBy(communique=3))  # type: ignore[arg-type]
    return Record(article=article, made_by=MadeBy(communique="0"))


def rows(item: Item, **known: str) -> Rows:
    return Task(lambda: read, 1000, **known).ready()(item)


def told(item: Item) -> Any:
    found = rows(item)
    assert set(found) == ({"errors"} if "errors" in found else {"reports"})
    row = (found.get("errors") or found["reports"])[0]
    return (row["kind"], row["stage"], row["reason"]) if "errors" in found else row["text"]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1252"),
        ("cp1252", "cp1252"),
        ("no-such", "utf-8"),
        (None, "cp1252"),
    ],
)
def test_pages_in_charsets_true_and_false(charset: str | None, encoding: str) -> None:
    text = told(Item("a.warc, response 1", "html", PAGE.encode(encoding), url="http://a.example/1", charset=charset))
    assert text.startswith("Talks end early\n") and "Zoë Müller" in text


def test_fields_of_each_form() -> None:
    page = rows(Item("p", "html", PAGE.encode(), url="http://a.example/1"))["reports"][0]
    assert (page["source"], page["url"], page["title"]) == ("p", "http://a.example/1", "Talks end early")
    row = b'{"text": "Hello.", "id": 7, "published": "2019-02-28", "publisher": "Own"}'
    found = rows(Item("r", "row", row), published="2020-01-01", publisher="Other")["reports"][0]
    assert (found["report"], found["published"], found["publisher"]) == ("7", "2019-02-28", "Own")
    text = rows(Item("t", "text", b"Hello."), published="2020-01-01", publisher="Other")["reports"][0]
    assert (text["published"], text["publisher"], text["text"]) == ("2020-01-01", "Other", "Hello.")


@pytest.mark.parametrize(
    ("item", "kind", "reason"),
    [
        (fault("f", "is broken"), "read", "is broken"),
        (Item("t", "text", b""), "read", "is empty"),
        (Item("t", "text", b"\x89PNG\r\n\x1a\n" + bytes(99)), "read", "not text"),
        (Item("t", "text", b"\xff\xfe\x00"), "read", "begins like UTF-16"),
        (Item("t", "text", b"x" * 1001), "read", "is too long: 1,001 characters"),
        (Item("h", "html", b"<html><body>menu</body></html>"), "read", "no article was found"),
        (Item("h", "html", b"<" * 50_000), "read", "no article was found"),
        (Item("r", "row", b"{"), "read", "is not JSON"),
        (Item("r", "row", b'{"text": "\\ud800"}'), "read", "unpaired surrogate"),
        (Item("r", "row", b"[" * 100_000), "read", "nested too deeply"),
        (Item("r", "row", b'{"text": "x", "published": "soon"}'), "read", "not a date"),
        (Item("t", "text", b"stage"), "stage", "KeyError: 'verb'"),
        (Item("t", "text", b"schema"), "record", "Expected `str`, got `int`"),
    ],
)
def test_what_is_wrong_is_a_row(item: Item, kind: str, reason: str) -> None:
    found = told(item)
    assert found[:2] == (kind, "events" if kind == "stage" else None) and reason in found[2]


def served(make: Callable[[], Any], *sent: Item) -> list[Any]:
    """What a worker answers, run in a thread of this process."""
    ours, theirs = Pipe()
    thread = Thread(target=work, args=(theirs, Task(make, 1000)))
    thread.start()
    answers = [ours.recv()]
    for item in sent:
        ours.send(item)
        answers.append(ours.recv())
    ours.close()
    thread.join(10)
    assert not thread.is_alive()
    return answers


def test_a_worker_says_when_it_is_ready_and_why_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.scale.worker.signal.signal", lambda *handler: None)
    item = Item("t", "text", b"Hello.")
    assert served(lambda: read, item, item) == [None, rows(item), rows(item)]

    def missing() -> Any:
        raise ModelError("no English model")

    assert served(missing) == ["no English model"]
