"""Pages: they are there, lead to passages, and what is hostile in a report stays text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from communique.dossier import Dossier

PAGES = (
    "/",
    "/reports",
    "/reports/one",
    "/reports/two%2Fb%3Fc",
    "/reports/bad",
    "/table",
    "/timeline",
    "/disagreements",
    "/quotes",
    "/events",
    "/search?q=sign",
)


class Seen(HTMLParser):
    """What a browser would make of a page: every tag with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("path", PAGES)
def test_nothing_of_a_report_becomes_markup(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    for tag, attributes in Seen(answer.text).tags:
        assert tag not in {"style", "iframe", "object"}
        assert tag != "svg" or attributes["class"] == "chart"
        assert tag != "script" or attributes.get("src") == "/assets/page.js"
        assert not any(name.startswith("on") for name in attributes)
        assert not (attributes.get("href") or "").lower().startswith("javascript:")


def test_the_hostile_words_are_shown_as_they_are(client: TestClient) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in client.get("/reports/bad").text


def test_the_front_page_counts_and_shows_the_latest_first(client: TestClient) -> None:
    text = client.get("/").text
    assert "3 reports" in text
    assert text.index("Talks end") < text.index("Norway leaves the fish talks")


def test_a_quote_leads_to_its_passages(client: TestClient) -> None:
    text = client.get("/quotes").text
    assert "Ada Holm" in text
    addresses = re.findall(r'href="(/reports/(?:one|two%2Fb%3Fc)\?at=\d+-\d+)#here"', text)
    assert {address.split("?")[0] for address in addresses} == {"/reports/one", "/reports/two%2Fb%3Fc"}
    for address in addresses:
        page = client.get(address).text
        marked = "".join(re.findall(r'<span class="seg[^"]* here"[^>]*>([^<]*)</span>', page))
        assert "We will never sign" in marked
        assert page.count('id="here"') == 1


@pytest.mark.parametrize("at", ["", "x", "5", "9-2", "-1-4", "0-999999", "٣-٤", "1-2-3"])
def test_a_passage_that_is_none_marks_nothing(client: TestClient, at: str) -> None:
    answer = client.get("/reports/one", params={"at": at})
    assert answer.status_code == 200
    assert 'id="here"' not in answer.text


def test_the_timeline_is_drawn_for_what_is_chosen(client: TestClient) -> None:
    text = client.get("/timeline").text
    assert text.count('<svg class="chart"') == 1
    assert 'role="img" aria-label="Events by day, 3–5 May 2021: ' in text
    assert "<svg" not in client.get("/timeline?type=AID").text


def test_tellings_say_who_tells(client: TestClient) -> None:
    text = client.get("/quotes").text
    assert "<bdi>Lake Gazette</bdi></span><span>3 May 2021</span>" in text
    assert "<bdi>Fjord Post</bdi></span><span>4 May 2021</span>" in text


def test_before_and_after_follow_the_days(client: TestClient) -> None:
    text = client.get("/reports/two%2Fb%3Fc").text
    assert 'rel="prev" href="/reports/one"' in text
    assert 'rel="next" href="/reports/bad"' in text


@pytest.mark.parametrize(
    ("path", "status"), [("/nothing", 404), ("/reports/none", 404), ("/quotes?page=0", 422), ("/quotes?page=x", 422)]
)
def test_what_is_not_there_is_said(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_a_report_that_is_not_there_is_named_as_text(client: TestClient) -> None:
    text = client.get("/reports/<script>alert(1)</script>").text
    assert "<script>" not in text
    assert "there is no report" in text


def test_filters(client: TestClient) -> None:
    assert "Ada Holm" not in client.get("/quotes?speaker=nobody").text
    assert "Talks end" not in client.get("/reports?outlet=Lake+Gazette").text


def test_a_search_marks_its_words_and_says_what_is_wrong(client: TestClient) -> None:
    assert "<mark>sign</mark>" in client.get("/search?q=sign").text
    assert 'role="alert"' in client.get("/search", params={"q": "date:never"}).text
    assert client.get("/search", params={"q": '"' * 400}).status_code == 200
    assert client.get("/search", params={"q": "x" * 501}).status_code == 422


def test_reports_added_meanwhile_show(client: TestClient, dossier: object) -> None:
    desk = client.app.state.desk  # type: ignore[attr-defined]
    before = desk.quotes()
    assert desk.quotes() is before
    desk._kept["quotes"] = (desk.revision() - 1, ())
    assert desk.quotes() == before
    assert isinstance(desk._dossier, Dossier)
