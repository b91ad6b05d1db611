"""One file from all tables, and whether the file that is shipped is the one that the tables make today."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from communique.actors.kb.entry import Entry
from communique.actors.kb.file import entries_in, header_of, write_entries, written
from communique.actors.kb.sizes import form_sizes
from communique.actors.kb.tables import all_entries
from communique.lexicon import tables

_NAMES = (("world", ("states", "codes", "holders")), ("actors", ("regions", "organisations", "no_actors")))
_OWN = ("national_bodies", "body_patterns")
# Raised whenever the same tables give other entries.
_VERSION = "3"
_GENERATED = b'"generated":true'


def shipped_file() -> Path:
    """Where the built file stands in the package."""
    return Path(str(files("communique").joinpath("actors", "data", "knowledge.jsonl")))


def digest() -> str:
    """Digest of all tables that go into the knowledge base."""
    out = hashlib.sha256(_VERSION.encode())
    beginnings = [(room, name) for room, names in _NAMES for name in names] + [("actors", name) for name in _OWN]
    for room, beginning in beginnings:
        for name in tables(room, beginning):
            data = files("communique").joinpath(room, "data", f"{name}.tsv").read_bytes()
            # A checkout may have changed the ends of lines.
            out.update(name.encode() + b"\0" + data.replace(b"\r\n", b"\n") + b"\0")
    return out.hexdigest()


def build(out: Path) -> int:
    """Builds the knowledge file from the tables and returns how many entries it holds.

    Raises CommandError where it cannot be written.
    """
    with written(out) as stream:
        entries = list(all_entries())
        return write_entries(entries, stream, tables=digest(), sizes=form_sizes(e for e in entries if not e.generated))


def our_entries() -> tuple[list[Entry], Callable[[], list[Entry]], dict[str, int] | None]:
    """Entries of the shipped file: those that texts are searched for, a call that gives the generated ones, and `form_sizes`.

    Where the file is missing, or the tables have changed since it was built, the tables themselves are read.
    """
    data = _shipped()
    header = header_of(data)
    if header is None or header.tables != digest() or _GENERATED not in data:
        entries = list(all_entries())
        return [e for e in entries if not e.generated], lambda: [e for e in entries if e.generated], None
    # Generated entries come last.
    end = data.rfind(b"\n", 0, data.find(_GENERATED)) + 1
    return entries_in(data[:end]), lambda: entries_in(data[end - 1 :]), header.sizes


def _shipped() -> bytes:
    try:
        return shipped_file().read_bytes()
    except OSError:
        return b""
