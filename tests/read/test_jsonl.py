from __future__ import annotations

import io
import json

import pytest

from communique.errors import ReadError
from communique.read import jsonl
from communique.read.jsonl import articles_from_json, articles_from_lines
from communique.types import Article

ROW = {
    "id": "r-7",
    "text": "Grain talks\r\nfail.",
    "title": "Grain",
    "published": "2019-02-28",
    "publisher": "Harbour Post",
    "url": "https://harbour.example/7",
    "authors": ["Ann Lee", " "],
}


def lines(*rows: object) -> io.BytesIO:
    return io.BytesIO("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode())


def test_fields_are_kept_and_text_is_verbatim() -> None:
    (article,) = articles_from_lines(lines(ROW), "r.jsonl", 1_000)
    expected = Article(**{**ROW, "authors": ("Ann Lee",)})  # type: ignore[arg-type]
    assert article == expected


def test_broken_lines_are_named_and_the_others_read() -> None:
    found = list(
        articles_from_lines(lines({"text": "One."}, '{"text": ', "", ["no"], {"id": 4, "text": "Five."}), "r.jsonl", 100)
    )
    assert [str(item) if isinstance(item, ReadError) else item.text for item in found] == [
        "One.",
        "r.jsonl, line 2: is not JSON: Expecting value at character 9",
        "r.jsonl, line 4: is not an object with a field 'text', but a JSON list",
        "Five.",
    ]
    assert isinstance(found[-1], Article) and found[-1].id == "4"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"id": "a", "body": "x"}, "has no field 'text'; it has: 'body', 'id'"),
        ({}, "has no field 'text'; it has: none"),
        ({"text": None}, "has no field 'text'"),
        ({"text": " "}, "is empty"),
        ({"text": 5}, "field 'text' must be text, not a JSON number"),
        ({"text": "a", "title": ["b"]}, "field 'title' must be text, not a JSON list"),
        ({"text": "a", "id": True}, "field 'id' must be text, not a JSON true or false"),
        ({"text": "a", "authors": [1]}, "field 'authors' must be a list of names"),
        ({"text": "a", "published": "2019-02-31"}, "published '2019-02-31' is not a date"),
        ({"text": "a", "published": "yesterday"}, "is not a date"),
        ({"text": "a\ud83d"}, "unpaired surrogate at character 1"),
        ({"text": "a", "authors": ["\ud83d"]}, "field 'authors' is not valid Unicode"),
        ({"text": "a\u0000"}, "NUL character"),
        ({"text": "a" * 200}, "200 characters; at most 100"),
        ("[" * 100_000, "nested too deeply"),
        ("null", "a JSON null"),
    ],
)
def test_rows_that_cannot_be_read_say_why(row: object, reason: str) -> None:
    (found,) = articles_from_lines(lines(row), "r.jsonl", 100)
    assert isinstance(found, ReadError)
    assert found.source == "r.jsonl, line 1"
    assert reason in found.reason


def test_lines_that_are_no_utf8_or_far_too_long_are_skipped() -> None:
    stream = io.BytesIO(b'{"text": "caf\xe9"}\n{"text": "' + b"a" * 3_000_000 + b'"}\n{"text": "Three."}')
    bad, long, good = articles_from_lines(stream, "r.jsonl", 100)
    assert isinstance(bad, ReadError) and "is not UTF-8: byte 13" in bad.reason
    assert isinstance(long, ReadError) and "line 2: is too long" in str(long)
    assert isinstance(good, Article) and good.text == "Three."


def test_a_byte_order_mark_at_the_start_is_dropped() -> None:
    (article,) = articles_from_lines(io.BytesIO(b'\xef\xbb\xbf{"text": "One."}'), "r.jsonl", 100)
    assert isinstance(article, Article) and article.text == "One."


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_an_empty_file_is_an_error(data: bytes) -> None:
    with pytest.raises(ReadError, match="is empty"):
        list(articles_from_lines(io.BytesIO(data), "r.jsonl", 100))


def test_a_pdf_is_named_whatever_its_ending() -> None:
    with pytest.raises(ReadError, match="is a PDF"):
        list(articles_from_lines(io.BytesIO(b"%PDF-1.4\n"), "r.jsonl", 100))


def test_json_holds_one_object_or_a_list() -> None:
    (one,) = articles_from_json(lines(ROW), "r.json", 100)
    assert isinstance(one, Article) and one.id == "r-7"
    first, second = articles_from_json(lines(json.dumps([{"text": "One."}, {"id": "x"}])), "r.json", 100)
    assert isinstance(first, Article) and isinstance(second, ReadError)
    assert second.source == "r.json, entry 2"


@pytest.mark.parametrize(
    ("data", "reason"), [(b"[]", "is an empty list"), (b'{"text": ', "is not JSON"), (b"5", "JSON number")]
)
def test_json_that_holds_no_report_is_an_error(data: bytes, reason: str) -> None:
    try:
        (found,) = articles_from_json(io.BytesIO(data), "r.json", 100)
    except ReadError as error:
        found = error
    assert isinstance(found, ReadError) and reason in found.reason


def test_json_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_JSON_BYTES", 10)
    with pytest.raises(ReadError, match="write it as JSONL"):
        list(articles_from_json(lines(ROW), "r.json", 100))
