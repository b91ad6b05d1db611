"""The page as text: what is in it, what is escaped, and that it needs nothing from outside."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from communique import codec
from communique.export.html import fragment, page
from communique.export.templating import http_url
from communique.types import Actor, Issue, Record

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \"'` \u202eevil\u2066 {{ 7*7 }} <!-- \u2028"


class Elements(HTMLParser):
    """Start tags with their attributes, and the text outside of style and script."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._raw: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._raw = tag if tag in {"style", "script"} else self._raw

    def handle_endtag(self, tag: str) -> None:
        self._raw = None if tag == self._raw else self._raw

    def handle_data(self, data: str) -> None:
        self.text += "" if self._raw else data


def hostile(build) -> Record:
    text = f"{HOSTILE}\nTalks ended."
    statement = build.statement(1, HOSTILE, text=text, manner=HOSTILE, channel=HOSTILE)
    position = build.position(1, "a1", "demands", "x", HOSTILE, text=text)
    return build.record(
        text,
        id=HOSTILE,
        title=HOSTILE,
        publisher=HOSTILE,
        url="javascript:alert(3)",
        authors=(HOSTILE,),
        actors=(Actor(id="a1", name=HOSTILE, kind="person", role=HOSTILE, mentions=((0, 8),)),),
        statements=(replace(statement, id="s1 onload=x"),),
        positions=(replace(position, issue=Issue(label=HOSTILE)),),
        events=(build.event(1, "AGREE", "ended", text=text, mode=HOSTILE, contexts=(HOSTILE,), told_in=HOSTILE),),
    )


def test_every_entry_has_a_card_and_every_passage_leads_to_one(lake_talks: Record) -> None:
    tags = Elements(page([lake_talks])).tags
    cards = {attrs["id"]: attrs for _, attrs in tags if "entry" in (attrs.get("class") or "").split()}
    assert sorted(cards) == ["a1", "a2", "a3", "d1", "d2", "e1", "e2", "l1", "p1", "p2", "p3", "s1", "s2"]
    linked = {key for _, attrs in tags for name in ("data-e", "data-d") for key in (attrs.get(name) or "").split()}
    assert linked == set(cards)
    anchors = {attrs["id"] for _, attrs in tags if attrs.get("class") == "anchor"}
    assert anchors == {f"t-{key}" for key in cards}
    assert cards["s2"]["data-sure"] == "0.4"


def test_ids_are_unique_and_inner_links_lead_somewhere(lake_talks: Record) -> None:
    tags = Elements(page([lake_talks, lake_talks])).tags
    ids = [attrs["id"] for _, attrs in tags if attrs.get("id")]
    assert len(ids) == len(set(ids))
    targets = {(attrs.get("href") or "")[1:] for tag, attrs in tags if tag == "a" and (attrs.get("href") or "").startswith("#")}
    assert targets <= set(ids)
    assert {"r1-s1", "r2-s1", "overview"} <= set(ids)


def test_the_text_is_whole(lake_talks: Record) -> None:
    text = " ".join(Elements(page([lake_talks])).text.split())
    for line in lake_talks.article.text.splitlines():
        assert line in text
    assert "Outcome no agreement ended without any agreement" in text


def test_nothing_is_asked_of_the_network(lake_talks: Record) -> None:
    html = page([lake_talks])
    for tag, attrs in Elements(html).tags:
        assert tag not in {"link", "img", "iframe", "object", "base", "form"}
        assert "src" not in attrs and "style" not in attrs
        assert not any(name.startswith("on") for name in attrs)
    assert "url(" not in html and "@import" not in html and "innerHTML" not in html


def test_the_policy_names_the_digests_of_style_and_script(lake_talks: Record) -> None:
    html = page([lake_talks])
    policy = next(attrs["content"] for _, attrs in Elements(html).tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy
    for part in (re.search(r"<style>(.*?)</style>", html, re.S), re.search(r"<script>(.*?)</script>", html, re.S)):
        assert part
        assert base64.b64encode(hashlib.sha256(part[1].encode()).digest()).decode() in policy


def test_hostile_text_stays_text(build) -> None:
    for html in (page([hostile(build)]), page([hostile(build)] * 2), fragment(hostile(build))):
        tags = Elements(html).tags
        assert not [tag for tag, _ in tags if tag == "img"]
        assert [tag for tag, _ in tags].count("script") == (0 if "communique" in html[:30] else 2)
        assert not any(name.startswith("on") for _, attrs in tags for name in attrs)
        assert not any((attrs.get("href") or "").startswith("javascript") for _, attrs in tags)
        assert "\u202e" not in html and "{{ 7*7 }}" in Elements(html).text


def test_hostile_json_stays_json_and_reads_back(build) -> None:
    record = hostile(build)
    data = re.search(r'<script type="application/x-ndjson" id="records">(.*?)</script>', page([record, record]), re.S)
    assert data
    lines = data[1].split("\n")
    assert [codec.decode(line) for line in lines if line] == [record, record]
    assert not set("<>&\u2028") & set(data[1])


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://courier.example/lake?a=1&b=2", True),
        ("http://courier.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//courier.example", False),
        ("https:///x", False),
        ("https://courier.example/a b", False),
        ("https://courier.example/\n", False),
        ("https://[bad", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_linked(build, url: str | None, linked: bool) -> None:
    assert (http_url(url) == url and url is not None) is linked
    hrefs = [attrs.get("href") for _, attrs in Elements(page([build.record(url=url)])).tags]
    assert (url in hrefs and url is not None) is linked


def test_reasons_are_shown_with_their_words(lake_talks: Record) -> None:
    assert "statements.rules.v1, cue-verb: ‘said’" in page([lake_talks])


def test_several_reports_have_an_overview_and_one_has_none(build, lake_talks: Record) -> None:
    many = page([lake_talks, build.record("Nothing here.", title="Quiet day")])
    assert many.index('id="overview"') < many.index('id="r1"') < many.index('id="r2"')
    overview = Elements(many[many.index('id="overview"') : many.index('id="r1"')]).text
    assert "Quiet day" in overview and "not told" in overview and "lifting the tariffs" in overview
    assert 'id="overview"' not in page([lake_talks])


def test_empty_pages_and_empty_records(build) -> None:
    assert "No reports." in page([])
    assert "not told" in page([build.record("")])


def test_the_same_records_give_the_same_page(lake_talks: Record) -> None:
    assert page([lake_talks]) == page([codec.decode(codec.encode(lake_talks))])


def test_fragment_is_compact_scoped_and_without_script(lake_talks: Record) -> None:
    html = fragment(lake_talks)
    tags = Elements(html).tags
    assert tags[0] == ("div", {"class": "communique"})
    assert "script" not in [tag for tag, _ in tags] and not any("id" in attrs for _, attrs in tags)
    style = re.search(r"<style>(.*?)</style>", html, re.S)
    assert style and all(rule.strip().startswith(".communique") for rule in style[1].split("}") if rule.strip())
    text = Elements(html).text
    for part in ("no agreement", "lifting the tariffs", "Ana Sato", "no speaker", "who speaks", "Bordurian officials"):
        assert part in text
    assert len(html) < 12_000


def test_a_long_record_is_shown_in_part_in_a_notebook(build) -> None:
    text = "Talks ended. Nothing more.\n" * 2_000
    actors = tuple(Actor(id=f"a{i}", name=f"Delegate {i}", kind="person") for i in range(1, 71))
    events = tuple(build.event(i, "CONSULT", "ended", text=text) for i in range(1, 71))
    html = fragment(build.record(text, actors=actors, events=events))
    assert html.count("and 10 more") == 2 and "Delegate 60" in html and "Delegate 61" not in html
    assert "shows all of it" in html and html.count("Nothing more") < 600
