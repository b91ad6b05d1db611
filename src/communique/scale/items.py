"""An Item: the bytes of one report as they lie in the corpus, before anything is read out of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from communique.errors import ReadError

Form = Literal["text", "html", "row", "fault"]


@dataclass(frozen=True, slots=True)
class Item:
    """One report to be, or what stands where there should be one.

    Attributes:
        source: where it lies, unique in the corpus: the file's name below the corpus, and its place in the file.
        form: `text` and `html` are whole files, `row` is a JSON object with the fields of `communique.read.jsonl`, and
            `fault` is something that cannot be read.
        data: the bytes; of a fault, the reason in UTF-8.
        url, charset: what stands beside the page in a WARC file.
    """

    source: str
    form: Form
    data: bytes
    url: str | None = None
    charset: str | None = None


def fault(source: str, reason: str) -> Item:
    """An item that stands for what cannot be read."""
    return Item(source, "fault", reason.encode("utf-8", "replace"))


def fault_of(error: ReadError) -> Item:
    """The same, of an error."""
    return fault(error.source, error.reason)


def add_to_digest(total: hashlib._Hash, item: Item) -> None:
    """Let a digest go on over an item: its place, its form and its bytes, each with its length."""
    for part in (item.source, item.form, item.url or "", item.charset or ""):
        data = part.encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(4, "big") + data)
    total.update(len(item.data).to_bytes(8, "big") + item.data)
