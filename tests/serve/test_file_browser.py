"""The file in a real browser, from disk: passages light up, it fits a phone, and nothing leaves the machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.serve.file import page as file_page

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")
FLAGS = ["--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking"]
CONTRAST = Path(__file__).parents[1] / "export" / "contrast.js"
LIT = "[...document.querySelectorAll('.lit')].map((part) => part.textContent).join('')"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def file(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("file") / "fish.html"
    written.write_text(file_page(dossier), encoding="utf-8")
    return written


@pytest.fixture
def show(browser: Any, file: Path) -> Iterator[Callable[..., Any]]:
    """show(...) -> the opened file; whatever it says or asks of the network fails the test."""
    heard: list[str] = []
    contexts = []

    def build(anchor: str = "", **options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1300, "height": 800}, "reduced_motion": "reduce", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: request.url.startswith("file:") or heard.append(request.url))
        page.goto(file.as_uri() + anchor)
        return page

    yield build
    for context in contexts:
        context.close()
    assert heard == []


def test_a_passage_is_lit_and_in_sight(show) -> None:
    page = show()
    link = page.locator("#quotes blockquote a.passage").first
    words = link.text_content()
    link.click()
    assert page.evaluate(LIT) == words
    box = page.locator(".lit").first.bounding_box()
    assert 40 < box["y"] < 700
    again = show("#" + page.url.split("#")[1])
    assert again.evaluate(LIT) == words


def test_it_fits_a_phone(show) -> None:
    page = show(viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("svg.chart").bounding_box()["width"] > 300


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast(show, scheme: str) -> None:
    page = show(color_scheme=scheme)
    page.locator("#quotes blockquote a.passage").first.click()
    assert page.evaluate(CONTRAST.read_text(encoding="utf-8")) == []


def test_without_script_a_passage_is_found_all_the_same(show) -> None:
    page = show(java_script_enabled=False)
    page.locator("#quotes blockquote a.passage").first.click()
    target = page.locator(".anchor:target + .cited, .anchor:target + .anchor + .cited").first
    assert 40 < target.bounding_box()["y"] < 700
