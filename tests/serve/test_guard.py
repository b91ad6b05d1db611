"""Who may ask, and what leaves: host names, the token, headers on every answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from communique.serve import create_app

TOKEN = "a-token-of-our-own-making"


@pytest.fixture
def guarded(dossier: Path) -> Iterator[TestClient]:
    with TestClient(create_app(dossier, token=TOKEN), base_url="http://desk.example", follow_redirects=False) as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/reports/one", "/nothing", "/static/desk.css", "/assets/page.js", "/api/v1/reports", "/api/v1/reports/x"]
)
def test_every_answer_ties_the_browser_down(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost", 200), ("LOCALHOST:8765", 200), ("127.0.0.1:1", 200), ("[::1]:8765", 200), ("evil.example", 421),
     ("localhost.evil.example", 421), ("", 421), ("127.0.0.1.evil.example:80", 421)],
)  # fmt: skip
def test_only_this_machines_names_are_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/reports", headers={"host": host}).status_code == status


@pytest.mark.parametrize("path", ["/", "/reports/one", "/static/desk.css", "/api/v1/reports", "/api/v1/openapi.json"])
def test_without_the_token_nothing_is_answered(guarded: TestClient, path: str) -> None:
    assert guarded.get(path).status_code == 401
    assert guarded.get(path, headers={"authorization": "Bearer wrong"}).status_code == 401
    assert guarded.get(path, headers={"cookie": "communique=wrong"}).status_code == 401
    assert guarded.get(path, params={"token": "wrong"}).status_code == 401
    assert guarded.get(path, headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_the_token_becomes_a_cookie_and_leaves_the_address(guarded: TestClient) -> None:
    entered = guarded.get("/quotes", params={"token": TOKEN, "speaker": "Holm"})
    assert (entered.status_code, entered.headers["location"]) == (303, "/quotes?speaker=Holm")
    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert guarded.get("/quotes").status_code == 200


def test_entering_leads_to_no_other_machine(guarded: TestClient) -> None:
    entered = guarded.get("http://desk.example//evil.example/", params={"token": TOKEN})
    assert entered.headers["location"] == "/evil.example/"


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/assets/..%2f..%2fhtml.py"]
)
def test_no_path_leads_out_of_the_folder(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_nothing_can_be_written(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, "/reports").status_code == 405
