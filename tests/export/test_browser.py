"""The page in a real browser: both sides light up, nothing leaves the machine, nothing hostile runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from communique.export.html import page as html_page
from communique.types import Actor, Record

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")
FLAGS = ["--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """show(record, ..., anchor="#s1") -> the opened page; whatever it says or asks of the network fails the test."""
    heard: list[str] = []
    contexts = []

    def build(*records: Record, anchor: str = "", **options: Any) -> Any:
        file = tmp_path / "page.html"
        file.write_text(html_page(records), encoding="utf-8")
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


def lit(page: Any) -> list[str]:
    return sorted(page.evaluate("[...document.querySelectorAll('.entry.lit')].map((card) => card.id)"))


def lit_text(page: Any) -> str:
    return str(page.evaluate("[...document.querySelectorAll('.seg.lit')].map((seg) => seg.textContent).join('')"))


def segment(page: Any, words: str) -> Any:
    return page.locator(".text .seg", has_text=words).first


def test_pointing_at_the_text_lights_the_record(show, lake_talks: Record) -> None:
    page = show(lake_talks)
    segment(page, "wanted the tariffs").hover()
    assert lit(page) == ["p1", "s1"]
    assert lit_text(page) == "They wanted the tariffs lifted at once"
    assert page.locator(".peek a").all_text_contents()[0] == "positionBorduria demands: lifting the tariffs"
    page.mouse.move(5, 790)
    assert lit(page) == [] and page.locator(".peek").is_hidden()


def test_pointing_at_the_record_lights_the_text(show, lake_talks: Record) -> None:
    page = show(lake_talks)
    page.locator("#s2 blockquote").hover()
    assert "the offer was “an insult”" in lit_text(page)
    page.locator(".party .who").first.hover()
    assert lit(page) == ["a1"]


def test_clicking_leads_to_the_other_side(show, build, lake_talks: Record) -> None:
    filler = "Nothing of note happened here. " * 400
    far = replace(lake_talks, article=replace(lake_talks.article, text=lake_talks.article.text + "\n" + filler))
    page = show(far)
    page.locator("#s2 .go").click()
    assert page.url.endswith("#s2")
    assert page.evaluate("document.activeElement.textContent") == "the offer was “an insult”"
    segment(page, "meet").click()
    assert page.url.endswith("#e2") and lit(page) == ["e2"]
    assert page.locator("#e2").evaluate("(card) => card.contains(document.activeElement)")
    box, pane = page.locator("#e2").bounding_box(), page.locator(".record").bounding_box()
    assert pane["y"] <= box["y"] <= pane["y"] + pane["height"]


def test_clicking_again_goes_through_all_entries_of_a_passage(show, lake_talks: Record) -> None:
    page = show(lake_talks)
    seen = []
    for _ in range(4):
        segment(page, "They").click()
        seen.append(page.url.split("#")[1])
    assert seen == ["a2", "p1", "s1", "a2"]


def test_keys_alone_are_enough(show, lake_talks: Record) -> None:
    page = show(lake_talks)
    page.locator(".text .seg[tabindex='0']").focus()
    assert lit(page) == ["a1"]
    page.keyboard.press("ArrowRight")
    assert lit(page) == ["a2"]
    page.keyboard.press("Enter")
    assert page.url.endswith("#a2")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Borduria"
    page.keyboard.press("Escape")
    page.locator("#p2 .go").focus()
    assert lit(page) == ["p2"] and "we could not do that" in lit_text(page)


def test_toggles_take_marks_and_entries_away(show, lake_talks: Record) -> None:
    page = show(lake_talks)
    assert page.locator(".text .k-statement").count() > 0
    page.locator("input[data-kind=statement]").uncheck()
    assert page.locator(".text .k-statement").count() == 0
    assert page.locator("#s1").is_hidden() and page.locator("#p1").is_visible()
    segment(page, "wanted the tariffs").hover()
    assert lit(page) == ["p1"]
    page.locator("input[data-kind=statement]").check()
    assert page.locator("#s1").is_visible()


def test_how_sure_at_least(show, lake_talks: Record) -> None:
    page = show(lake_talks)
    page.locator("[data-sure][type=range]").fill("75")
    assert page.locator(".slider output").text_content() == "75%"
    assert [page.locator(f"#{key}").is_visible() for key in ("s1", "s2", "p1", "e1", "a1")] == [True, False, False, True, True]


def test_furniture_numbers_and_reasons(show, lake_talks: Record) -> None:
    page = show(lake_talks)
    page.locator("input[data-show=furniture]").uncheck()
    assert segment(page, "Advertisement").is_hidden()
    assert page.locator("#s1 .reason").is_hidden()
    page.locator("input[data-show=reasons]").check()
    assert page.locator("#s1 .reason").is_visible()
    page.locator("input[data-show=labels]").check()
    label = segment(page, "meet").evaluate("(seg) => getComputedStyle(seg, '::before').content")
    assert label == '"e2"'


def test_links_open_at_their_entry(show, lake_talks: Record) -> None:
    page = show(lake_talks, anchor="#e2")
    assert lit(page) == ["e2"] and lit_text(page) == "meet"
    many = show(lake_talks, lake_talks, anchor="#r2-s2")
    assert many.locator("#r2").is_visible() and many.locator("#r1").is_hidden()
    assert lit(many) == ["r2-s2"]


def test_reports_side_by_side_and_one_by_one(show, build, lake_talks: Record) -> None:
    page = show(lake_talks, build.record("Nothing here.", publisher="Quiet Times"))
    assert page.locator("#overview").is_visible() and page.locator("#r1").is_hidden()
    page.locator("a.tab", has_text="Quiet Times").click()
    assert page.locator("#r2").is_visible() and page.locator("#overview").is_hidden()
    page.locator("a.tab", has_text="Overview").click()
    page.locator("#overview .across a.ref").first.click()
    assert page.locator("#r1").is_visible() and lit(page) == ["r1-p3"]


def test_a_phone_shows_what_was_tapped(show, lake_talks: Record) -> None:
    page = show(lake_talks, viewport={"width": 390, "height": 800}, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    segment(page, "wanted the tariffs").tap()
    assert page.locator(".peek").is_visible() and lit(page) == ["p1", "s1"]
    page.locator(".peek a").nth(1).tap()
    assert page.url.endswith("#s1") and page.locator("#s1").bounding_box()["y"] < 800


def test_saved_records_are_the_ones_shown(show, lake_talks: Record) -> None:
    from communique import codec

    page = show(lake_talks)
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    assert codec.decode(Path(download.value.path()).read_text(encoding="utf-8")) == lake_talks


def test_hostile_reports_do_nothing(show, build) -> None:
    evil = "</script><script>alert(1)</script><img src=https://evil.example/x onerror=alert(2)>"
    actor = Actor(id="a1", name=evil, kind="person", mentions=((0, len(evil)),))
    record = build.record(evil, title=evil, publisher=evil, actors=(actor,), url="javascript:alert(4)")
    page = show(record, record, anchor="#r1-a1")
    assert page.locator("#r1 .seg").first.text_content() == evil
    page.locator("#r1 .seg").first.hover()
    assert evil in page.locator(".peek").text_content()
    assert page.locator("img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast(show, lake_talks: Record, scheme: str) -> None:
    page = show(lake_talks, color_scheme=scheme)
    page.locator("input[data-show=reasons]").check()
    for at in (None, "wanted the tariffs"):
        if at:
            segment(page, at).hover()
        assert page.evaluate(Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")) == []
