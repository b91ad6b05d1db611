"""The JSON contract: what goes out comes back, and what breaks the schema is named."""

from __future__ import annotations

import json

import jsonschema
import pytest

from communique import codec
from communique.errors import RecordError
from communique.types import Actor, Article, MadeBy, Mention, Phrase, Reason, Record, Statement

TEXT = "The envoy said talks would resume."


def record(**fields: object) -> Record:
    speaker = Mention(text="The envoy", span=(0, 9), actor="a1", name="envoy")
    said = Statement(
        id="s1", kind="indirect", speaker=speaker, cue=Phrase(text="said", span=(10, 14)),
        content=(Phrase(text="talks would resume", span=(15, 33)),), confidence=0.75, by="statements.rules.v1",
        why=Reason(rule="clause", words=((10, 14),)),
    )  # fmt: skip
    actor = Actor(id="a1", name="envoy", kind="person", mentions=((0, 9),))
    article = Article(id="r1", text=TEXT)
    return Record(article=article, actors=(actor,), statements=(said,), made_by=MadeBy(communique="0"), **fields)  # type: ignore[arg-type]


def test_a_record_comes_back_as_it_was() -> None:
    once = codec.encode(record())
    assert codec.decode(once) == record()
    assert codec.encode(codec.decode(once)) == once


def test_the_contract_keeps_its_keys_and_their_order() -> None:
    data = json.loads(codec.encode(record()))
    assert list(data) == [
        "schema", "article", "actors", "statements", "dates", "places", "events", "positions", "gaps", "made_by",
    ]  # fmt: skip
    assert data["schema"] == "communique.record/1"
    assert data["statements"][0]["speaker"] == {"text": "The envoy", "span": [0, 9], "actor": "a1"}
    assert data["statements"][0]["channel"] is None
    assert list(data["article"])[:4] == ["id", "url", "publisher", "title"]


def test_reasons_are_written_only_where_they_were_asked_for() -> None:
    data = json.loads(codec.encode(record()))
    assert data["statements"][0]["why"] == {"rule": "clause", "words": [[10, 14]]}
    assert "why" not in data["actors"][0]


def test_a_mention_knows_its_actors_name() -> None:
    decoded = codec.decode(codec.encode(record()))
    assert decoded.statements[0].speaker is not None
    assert decoded.statements[0].speaker.name == "envoy"


def test_the_schema_accepts_what_is_written() -> None:
    schema = codec.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(codec.encode(record())), schema)


def _changed(path: list[str | int], value: object) -> str:
    data = json.loads(codec.encode(record()))
    node = data
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (["schema"], "communique.record/9", "$.schema"),
        (["statements", 0, "kind"], "shouted", "$.statements[0].kind"),
        (["statements", 0, "confidence"], 1.5, "$.statements[0].confidence"),
        (["statements", 0, "by"], "somebody", "$.statements[0].by"),
        (["statements", 0, "cue"], {"text": "said"}, "$.statements[0].cue"),
        (["actors", 0, "country"], "usa", "$.actors[0].country"),
        (["actors", 0, "mentions"], [[0]], "$.actors[0].mentions[0]"),
        (["article", "published"], "last week", "$.article.published"),
        (["article", "text"], None, "$.article.text"),
    ],
)
def test_what_breaks_the_schema_is_named_by_its_place(path: list[str | int], value: object, where: str) -> None:
    with pytest.raises(RecordError) as caught:
        codec.decode(_changed(path, value))
    assert caught.value.where == where


@pytest.mark.parametrize("line", ["", "not json", "[]", '{"schema": "communique.record/1"}', '{"a": "\\ud800"}'])
def test_what_is_no_record_is_refused(line: str) -> None:
    with pytest.raises(RecordError):
        codec.decode(line)
