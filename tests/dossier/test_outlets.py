"""Outlets in one spelling."""

from __future__ import annotations

import pytest

from communique.dossier.outlets import outlet_of
from communique.types import Article


@pytest.mark.parametrize(
    ("publisher", "url", "outlet"),
    [
        ("Fjord  Wire ", None, "Fjord Wire"),
        ("www.Example.com", None, "example.com"),
        ("edition.example.com", "https://other.org/x", "example.com"),
        (None, "https://news.example.co.uk/a/b.html", "example.co.uk"),
        (None, "http://africa.example.com.cn/world", "example.com.cn"),
        (None, "https://t.co/abc", "t.co"),
        (None, "not an address", None),
        (None, "http://[broken", None),
        (None, None, None),
    ],
)
def test_outlet(publisher: str | None, url: str | None, outlet: str | None) -> None:
    assert outlet_of(Article(id="x", text="x", publisher=publisher, url=url)) == outlet
