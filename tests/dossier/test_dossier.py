"""The front door: adding from sources, going on after a break, and asking."""

from __future__ import annotations

import gzip
import importlib
import os
import signal
import sys
import types
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from communique.codec import encode
from communique.dossier import Dossier
from communique.dossier.add import Added
from communique.dossier.answers import Answers
from communique.errors import CommuniqueError, DossierError, OptionError
from communique.types import Article, Record

Made = Callable[..., Record]
Written = Callable[..., Path]


class Fake:
    """A reader that counts what it reads, and fails where a text asks for it."""

    def __init__(self, made: Made) -> None:
        self.made, self.read = made, 0

    def read_article(self, article: Article) -> Record:
        self.read += 1
        if "fail" in article.text:
            raise CommuniqueError("it failed")
        return replace(self.made(), article=article, statements=(), events=(), positions=(), actors=())


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return Dossier(tmp_path / "a.db")


def test_what_is_here_is_not_read_again(dossier: Dossier, made: Made, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Report {name} on cod.\n")
    reader = Fake(made)
    first = list(dossier.add(tmp_path / "a.txt", reader=reader, published="2019-03-05"))
    again = list(dossier.add(tmp_path / "a.txt", tmp_path / "b.txt", reader=reader, published="2019-03-05"))
    assert [one.new for one in [*first, *again] if isinstance(one, Added)] == [True, False, True]
    assert reader.read == 2
    assert {one.record.article.published for one in dossier.reports()} == {"2019-03-05"}


def test_what_fails_is_told_and_the_rest_is_added(dossier: Dossier, made: Made, tmp_path: Path) -> None:
    source = tmp_path / "some.jsonl"
    source.write_text('{"id": "a", "text": "Cod."}\n{"id": "b"}\n{"id": "c", "text": "fail"}\n{"id": "d", "text": "Tram."}\n')
    outcomes = list(dossier.add(source, tmp_path / "none.txt", reader=Fake(made)))
    assert [type(one) is Added for one in outcomes] == [True, False, False, True, False]
    assert dossier.ids() == ["a", "d"]


def test_records_are_taken_as_they_are(dossier: Dossier, made: Made, written: Written, tmp_path: Path) -> None:
    plain = written(made("one"), made("two"))
    with gzip.open(tmp_path / "packed.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write(encode(made("three")) + "\n")
    assert [one for one in dossier.add(plain, tmp_path / "packed.jsonl.gz", plain)] == [
        Added("one", True), Added("two", True), Added("three", True), Added("one", False), Added("two", False),
    ]  # fmt: skip
    assert dossier.report("two").record == made("two")


def test_a_folder_may_hold_records_and_reports(dossier: Dossier, made: Made, written: Written, tmp_path: Path) -> None:
    written(made("one"))
    (tmp_path / "z.txt").write_text("Cod.\n")
    outcomes = list(dossier.add(tmp_path, reader=Fake(made)))
    assert len(dossier.ids()) == len(outcomes) == 2


def test_records_that_do_not_fit_their_text_are_refused(dossier: Dossier, made: Made, written: Written) -> None:
    record = made("one")
    broken = replace(record, events=(replace(record.events[0], trigger=replace(record.events[0].trigger, span=(0, 9))),))
    path = written(broken, made("two"))
    path.write_text(path.read_text() + '{"schema":"communique.record/1"}\n')
    outcomes = list(dossier.add(path))
    assert [str(one).split("jsonl:")[1][:22] for one in outcomes if not isinstance(one, Added)] == [
        "1: $.events[0].trigger", "3: $: Object missing r",
    ]  # fmt: skip
    assert dossier.ids() == ["two"]


def test_answers_do_not_hang_on_the_order_of_adding(made: Made, written: Written, tmp_path: Path) -> None:
    records = [made(id, published=day) for id, day in (("b", "2019-03-05"), ("a", "2019-03-06"), ("c", "2019-03-05"))]
    answers = []
    for at, order in enumerate((records, records[::-1])):
        one = Dossier(tmp_path / f"{at}.db")
        list(one.add(written(*order)))
        answers.append([(r.id, r.copy_of, r.story) for r in one.reports()])
    assert answers[0] == answers[1] == [("b", None, "b"), ("c", "b", "b"), ("a", "b", "b")]


def test_a_run_that_broke_before_its_end_is_seen_whole(dossier: Dossier, made: Made) -> None:
    dossier.add_record(made("one"))
    dossier.settle()
    dossier.add_record(made("two"))
    dossier.close()
    assert [(one.id, one.copy_of) for one in Dossier(dossier.path).reports()] == [("one", None), ("two", "one")]
    assert dossier.report("two").copy_of == "one"


def test_a_report_by_the_beginning_of_its_id(dossier: Dossier, made: Made) -> None:
    for id in ("abc", "abd", "x"):
        dossier.add_record(made(id))
    assert dossier.report("abc").id == "abc"
    assert dossier.report("x").id == "x"
    for wrong, message in (("ab", "2 reports"), ("y", "no report 'y'"), ("%", "no report")):
        with pytest.raises(DossierError, match=message):
            dossier.report(wrong)


def test_stories_come_one_after_the_other(dossier: Dossier, made: Made) -> None:
    cod = "Norway and Iceland end cod quota talks in Bergen. Skippers at the harbour want larger cod quotas."
    for id, text, day in (("1", cod, "05"), ("2", "A tram derailed in Lisbon.", "06"), ("3", cod + " Talks go on.", "07")):
        dossier.add_record(made(id, text, published=f"2019-03-{day}"))
    assert [one.id for one in dossier.stories()] == ["1", "3", "2"]


def test_somebody(dossier: Dossier, made: Made) -> None:
    dossier.add_record(made("one"))
    dossier.add_record(made("two"))
    (holm,) = dossier.actor("holm")
    assert (holm.report, holm.actor.name) == ("one", "Ada Holm")
    assert [text.text for text in holm.said] == ["that Norway would not accept the smaller quota"]
    (norway,) = dossier.actor("Norway")
    assert [(stance, issue) for stance, issue, _ in norway.wants] == [("refuses", "the smaller quota")]
    assert [kind for kind, _ in norway.done] == ["REJECT"]
    assert dossier.actor("Erik") == dossier.actor("") == ()


def test_a_broken_off_add_keeps_what_was_told(dossier: Dossier, made: Made, written: Written) -> None:
    outcomes = dossier.add(written(*(made(str(n)) for n in range(5))))
    told = [next(outcomes), next(outcomes)]
    outcomes.close()
    dossier.close()
    assert Dossier(dossier.path).ids() == [one.id for one in told if isinstance(one, Added)]


@pytest.mark.parametrize("lines", [0, 1, 7, 19, 20])
def test_killed_and_started_again(dossier: Dossier, made: Made, written: Written, lines: int) -> None:
    """Kills the adding process after so many reports were told: nothing told is lost, nothing is there twice."""
    records = written(*(made(str(n)) for n in range(20)))
    source, sink = os.pipe()
    child = os.fork()
    if not child:  # pragma: no cover
        for outcome in dossier.add(records):
            os.write(sink, f"{outcome.id}\n".encode() if isinstance(outcome, Added) else b"")
        os.write(sink, b"end\n")
        signal.pause()
    os.close(sink)
    with os.fdopen(source) as stream:
        told = [stream.readline().strip() for _ in range(lines)]
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told += [line.strip() for line in stream if line.endswith("\n")]
    if lines:
        assert set(told) - {"end"} <= set(dossier.ids())
    list(dossier.add(records))
    assert dossier.ids() == [str(n) for n in range(20)]
    assert list(dossier.check()) == []


def test_a_frame_is_made_by_what_is_installed(monkeypatch: pytest.MonkeyPatch, dossier: Dossier, made: Made) -> None:
    dossier.add_record(made("one"))
    rows = dossier.search("quota")
    found = {"pandas": types.SimpleNamespace(DataFrame=lambda rows: ("pandas", rows))}

    def load(name: str) -> object:
        if name not in found:
            raise ImportError(name)
        return found[name]

    monkeypatch.setattr(importlib, "import_module", load)
    assert rows.to_frame() == ("pandas", rows.to_json())
    found["polars"] = types.SimpleNamespace(DataFrame=lambda rows, infer_schema_length: ("polars", rows))
    assert rows.to_frame()[0] == "polars"
    found.clear()
    with pytest.raises(OptionError, match="pip install polars"):
        Answers(rows).to_frame()
    assert "pandas" not in sys.modules
