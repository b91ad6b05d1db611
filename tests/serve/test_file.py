"""The dossier as one file: every passage leads to its place, and what is hostile in a report stays text."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from communique.dossier import Dossier
from communique.dossier.held import Passage
from communique.serve.file import page


class Seen(HTMLParser):
    """What a browser would make of the file: tags with attributes, what is inline, and the words of each cited passage."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.inline: dict[str, list[str]] = {"style": [], "script": []}
        self.words: dict[str, str] = {}
        self._open, self._article = "", ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        self._open = tag
        self._article = attributes["id"] if tag == "article" else self._article
        self._cited = attributes.get("data-p", "").split()

    def handle_endtag(self, tag: str) -> None:
        self._open, self._cited = "", []

    def handle_data(self, data: str) -> None:
        if self._open in self.inline:
            self.inline[self._open].append(data)
        for span in self._cited if self._open == "span" else ():
            key = f"{self._article}-{span}"
            self.words[key] = self.words.get(key, "") + data

    def all(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]


@pytest.fixture(scope="module")
def text(dossier: Path) -> str:
    return page(dossier)


@pytest.fixture(scope="module")
def seen(text: str) -> Seen:
    return Seen(text)


def test_nothing_of_a_report_becomes_markup(seen: Seen) -> None:
    for tag, attributes in seen.tags:
        assert tag not in {"iframe", "object", "img", "link", "form", "base"}
        assert tag != "svg" or attributes["class"] == "chart"
        assert not any(name.startswith("on") or name in {"src", "style"} for name in attributes)
        assert attributes.get("href", "#").startswith("#")
    assert len(seen.inline["style"]) == len(seen.inline["script"]) == 1


def test_the_hostile_words_are_shown_as_they_are(text: str) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<bdi>javascript:bad</bdi>" in text


def test_the_policy_names_style_and_script_by_their_digests(seen: Seen) -> None:
    (policy,) = [a["content"] for _, a in seen.tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    for name, (inline,) in seen.inline.items():
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_every_link_leads_to_one_place(seen: Seen) -> None:
    ids = seen.all("id")
    assert len(set(ids)) == len(ids)
    links = {href[1:] for href in seen.all("href")}
    assert links <= set(ids)
    assert {"table", "timeline", "quotes", "events", "reports", "r1", "r2", "r3"} <= links


def test_every_passage_is_lit_from_end_to_end(dossier: Path, seen: Seen) -> None:
    links = set(seen.all("href"))
    with Dossier(dossier) as opened:
        places = {report.id: f"r{i}" for i, report in enumerate(opened.reports(), start=1)}
        passages: list[Passage] = [variant.passage for quote in opened.quotes() for variant in quote.variants]
        passages += [told.passage for event in opened.events() for told in event.tellings]
        passages += [step.passage for cell in opened.table() for step in cell.history]
    assert len({passage.report for passage in passages}) == 3
    for passage in passages:
        key = f"{places[passage.report]}-{passage.span[0]}-{passage.span[1]}"
        assert f"#{key}" in links
        assert "".join(seen.words[key].split()) == "".join(passage.text.split())


def test_all_parts_are_there(text: str) -> None:
    assert "3 reports" in text
    assert '<svg class="chart"' in text
    for id in ("overview", "table", "timeline", "quotes", "events", "reports"):
        assert text.count(f'id="{id}"') == 1
    assert re.search(r'<li class="new"><span class="day">[^<]*May 2021</span>', text)


def test_the_same_dossier_gives_the_same_bytes(dossier: Path, text: str) -> None:
    assert page(dossier) == text


def test_a_dossier_without_reports(tmp_path: Path) -> None:
    with Dossier(tmp_path / "none.db") as made:
        made.settle()
    text = page(tmp_path / "none.db")
    assert "No reports yet" in text
    assert 'class="part"' not in text
