"""A small dossier, one of whose reports is written by somebody hostile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from communique.dossier import Dossier
from communique.reader import load
from communique.serve import create_app

HOSTILE = '<script>alert(1)</script><svg onload="alert(2)"><style>*{display:none}</style>'
SAID = "We will never sign a treaty that closes our harbours"
REPORTS = {
    "one": (
        "Lake Gazette",
        "2021-05-03",
        "Norway leaves the fish talks",
        f"Norway rejected the quota. “{SAID},” Ada Holm said.",
    ),
    "two/b?c": ("Fjord Post", "2021-05-04", "Talks end", f"Norway rejected the quota. Ada Holm told reporters: “{SAID}.”"),
    "bad": (
        HOSTILE,
        "2021-05-05",
        HOSTILE,
        f"{HOSTILE} “We will {HOSTILE} sign this,” said Ada Holm {HOSTILE}. Iceland rejected the offer.",
    ),
}


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "fish.db"
    reader = load(model="rules")
    with Dossier(path) as made:
        for id, (publisher, day, title, text) in REPORTS.items():
            made.add_record(reader.read(text, id=id, publisher=publisher, published=day, title=title, url=f"javascript:{id}"))
        made.settle()
    return path


@pytest.fixture
def client(dossier: Path) -> Iterator[TestClient]:
    with TestClient(create_app(dossier), base_url="http://localhost") as client:
        yield client
