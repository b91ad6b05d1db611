"""Who published a report, in one spelling, so that an outlet's several hosts count as one."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from communique.types import Article

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
# Below a country's ending these stand for "anybody": co.uk, com.cn, org.au.
_GENERIC = frozenset({"ac", "co", "com", "edu", "go", "gov", "gob", "ne", "net", "or", "org"})


def outlet_of(article: Article) -> str | None:
    """The publisher, else the host of the address; hosts are cut to what was registered ("edition.cnn.com": "cnn.com")."""
    name = " ".join((article.publisher or _host(article.url) or "").split())
    return registered(name) if _HOST.fullmatch(name) else name or None


def registered(host: str) -> str:
    """The part of a host's name that somebody registered: "www.thetimes.co.uk" -> "thetimes.co.uk"."""
    labels = host.lower().split(".")
    generic = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _GENERIC
    return ".".join(labels[-3 if generic else -2 :])


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
