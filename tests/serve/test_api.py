"""REST: rows with offsets and exact text, pages of rows, and no answer twice where nothing has changed."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from communique.codec import decode

PATHS = ("reports", "reports/{id}", "table", "timeline", "disagreements", "quotes", "events", "search")


def test_reports_come_without_their_texts(client: TestClient) -> None:
    body = client.get("/api/v1/reports").json()
    assert (body["total"], [row["id"] for row in body["items"]]) == (3, ["one", "two/b?c", "bad"])
    assert body["items"][0]["outlet"] == "Lake Gazette"
    assert "text" not in body["items"][0]


def test_a_record_is_the_record(client: TestClient) -> None:
    record = decode(client.get("/api/v1/reports/two%2Fb%3Fc").text)
    assert record.article.id == "two/b?c"


def test_every_passage_is_the_reports_own(client: TestClient) -> None:
    texts = {id: decode(client.get(f"/api/v1/reports/{id}").text).article.text for id in ("one", "two%2Fb%3Fc", "bad")}
    texts["two/b?c"] = texts.pop("two%2Fb%3Fc")
    rows = [
        row for name in ("quotes", "events") for one in client.get(f"/api/v1/{name}").json()["items"] for row in one["reports"]
    ]
    rows += client.get("/api/v1/search?q=sign").json()["items"]
    assert {row["report"] for row in rows} >= {"one", "two/b?c"}
    for row in rows:
        assert texts[row["report"]][slice(*row["span"])] == row["text"]


def test_pages_of_rows(client: TestClient) -> None:
    first = client.get("/api/v1/reports?limit=2").json()
    rest = client.get("/api/v1/reports?limit=2&offset=2").json()
    assert ([row["id"] for row in first["items"]], [row["id"] for row in rest["items"]]) == (["one", "two/b?c"], ["bad"])
    assert first["total"] == rest["total"] == 3
    assert client.get("/api/v1/reports?offset=50").json()["items"] == []


@pytest.mark.parametrize(
    ("path", "status"),
    [("reports?limit=0", 422), ("reports?limit=501", 422), ("reports?offset=-1", 422), ("reports/none", 404), ("search", 422),
     ("search?q=date:never", 400), ("nothing", 404)],
)  # fmt: skip
def test_wrong_questions_are_said_in_json(client: TestClient, path: str, status: int) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status
    assert answer.json()["detail"]


@pytest.mark.parametrize("path", ["reports", "reports/one", "quotes", "events"])
def test_what_has_not_changed_is_not_sent_again(client: TestClient, path: str) -> None:
    tag = client.get(f"/api/v1/{path}").headers["etag"]
    again = client.get(f"/api/v1/{path}", headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")


def test_the_description_names_every_path(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert set(paths) == {f"/api/v1/{name}" for name in PATHS}
