"""A reader that costs nothing, for processes too, and corpora of a few lines."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# Worker processes import it by name, so it is a module of its own on the path.
FAKE = """
import os, time
from communique.types import Article, Gap, MadeBy, Record

def read(article: Article) -> Record:
    text = article.text
    if "CRASH" in text:
        os._exit(7)
    if "ONCE" in text and not os.path.exists(text.split()[-1]):
        open(text.split()[-1], "w").close()
        os._exit(7)
    if "HANG" in text:
        time.sleep(600)
    if "FAIL" in text:
        raise RuntimeError("no such luck")
    if "SLOW" in text:
        time.sleep(0.3)
    gaps = tuple(Gap(stage="fake", reason=word) for word in text.split())
    return Record(article=article, gaps=gaps, made_by=MadeBy(communique="0"))

def make():
    if os.environ.get("FAKE_DIES"):
        os._exit(3)
    return read
"""


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Any]:
    """Makes a reader whose records have a gap for each word; some words make it crash, hang, fail."""
    folder = tmp_path / "modules"
    folder.mkdir()
    (folder / "fake_reader.py").write_text(FAKE)
    monkeypatch.syspath_prepend(folder)
    importlib.invalidate_caches()
    monkeypatch.delitem(sys.modules, "fake_reader", raising=False)
    made: Callable[[], Any] = importlib.import_module("fake_reader").make
    return made


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Seven reports and two faults in three parts: a.jsonl (3, a broken line), b.txt and c.txt, d.jsonl (2, an empty text)."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.jsonl").write_text('{"text": "one two", "id": "1"}\n{"text": "three"}\n{broken\n{"text": "four"}\n')
    (folder / "b.txt").write_text("five")
    (folder / "c.txt").write_text("six")
    (folder / "d.jsonl").write_text('{"text": ""}\n{"text": "seven eight", "published": "2019-02-28"}\n{"text": "nine"}\n')
    return folder
