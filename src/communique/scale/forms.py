"""The table of forms: what a file's name says it is, and how the bytes of one become Items."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from communique.errors import CommandError, ReadError
from communique.read.html import MAX_PAGE_BYTES
from communique.read.limits import read_up_to
from communique.scale import archives, lines, parquet, warc
from communique.scale.items import Item, fault, fault_of
from communique.scale.unpack import PACKINGS, unpacked

Form = Callable[[BinaryIO, str, int], Iterator[Item]]


def _text(stream: BinaryIO, source: str, max_chars: int) -> Iterator[Item]:
    yield _whole(stream, source, "text", 4 * max_chars + 4)


def _page(stream: BinaryIO, source: str, max_chars: int) -> Iterator[Item]:
    yield _whole(stream, source, "html", MAX_PAGE_BYTES)


def _whole(stream: BinaryIO, source: str, form: str, limit: int) -> Item:
    data = read_up_to(stream, limit)
    if data is None:
        return fault(source, f"is too long: more than {limit:,} bytes")
    return Item(source, "html" if form == "html" else "text", data)


# One report each: many of them make a part together.
LOOSE: dict[str, Form] = {".txt": _text, ".md": _text, ".html": _page, ".htm": _page}
# Many reports each, read from their beginning to their end.
STREAMED: dict[str, Form] = {".json": lines.entries, ".jsonl": lines.rows, ".ndjson": lines.rows, ".warc": warc.pages}
# Many reports each, read here and there: never packed, and not inside an archive.
SOUGHT: dict[str, Form] = {".parquet": parquet.rows}
_MEMBERS = {**LOOSE, **STREAMED}


@dataclass(frozen=True, slots=True)
class Kind:
    """How a file is read: its form, the ending of its packing (or none), and whether it is one report or many."""

    form: Form
    packing: str | None
    loose: bool


def kind_of(name: str) -> Kind | None:
    """What a name's ending says; None for an ending that is not read."""
    plain, packing = _split(name.lower())
    ending = plain[plain.rfind(".") :] if "." in plain.rsplit("/", 1)[-1] else ""
    if ending in _MEMBERS:
        return Kind(_MEMBERS[ending], packing, ending in LOOSE)
    if ending == ".tar":
        return Kind(_tar, packing, False)
    if packing is None and ending in SOUGHT:
        return Kind(SOUGHT[ending], None, False)
    return Kind(_zip, None, False) if packing is None and ending == ".zip" else None


def _split(name: str) -> tuple[str, str | None]:
    if name.endswith(".tgz"):
        return name[:-4] + ".tar", ".gz"
    packing = next((ending for ending in PACKINGS if name.endswith(ending)), None)
    return (name.removesuffix(packing), packing) if packing else (name, None)


def items_of(stream: BinaryIO, name: str, max_chars: int, kind: Kind) -> Iterator[Item]:
    """Items of one file's bytes. Whatever is wrong with them is the last item, a fault; nothing is raised for it.

    Raises CommandError where the bytes themselves cannot be had (`communique.scale.files`), or a package is missing.
    """
    try:
        plain = unpacked(stream, kind.packing, name) if kind.packing else stream
        yield from kind.form(plain, name, max_chars)
    except CommandError:
        raise
    except ReadError as error:
        yield fault_of(error)
    except Exception as error:
        yield fault(name, f"is broken: {error or type(error).__name__}")


def _zip(stream: BinaryIO, source: str, max_chars: int) -> Iterator[Item]:
    yield from _members(archives.zip_members(stream, source), max_chars)


def _tar(stream: BinaryIO, source: str, max_chars: int) -> Iterator[Item]:
    yield from _members(archives.tar_members(stream, source), max_chars)


def _members(members: Iterator[archives.Member | Item], max_chars: int) -> Iterator[Item]:
    """Items of an archive's members; what is broken costs its member, unless the archive itself cannot be read on."""
    for member in members:
        if isinstance(member, Item):
            yield member
            continue
        plain, _ = _split(member.source.lower())
        if any(plain.endswith(ending) for ending in _MEMBERS):
            kind = kind_of(member.source)
            assert kind is not None
            yield from items_of(io.BufferedReader(member.stream), member.source, max_chars, kind)
        elif any(plain.endswith(ending) for ending in (*SOUGHT, ".zip", ".tar")):
            yield fault(member.source, "is an archive or a table inside an archive; unpack the outer one first")
