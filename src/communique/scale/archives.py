"""Zip and tar archives -> their members, one after the other, never unpacked to disk."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from communique.errors import ReadError
from communique.scale.items import Item, fault
from communique.scale.unpack import Bounded

_HIDDEN = (".", "__MACOSX")
MAX_MEMBERS = 5_000_000


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive: `source` is the archive's name, a slash, the member's."""

    source: str
    stream: io.RawIOBase


def zip_members(stream: BinaryIO, source: str) -> Iterator[Member | Item]:
    """Members of a zip archive in its own order; one that cannot be opened, or unpacks to a bomb, costs itself alone."""
    with zipfile.ZipFile(stream) as archive:
        infos = archive.infolist()
        if len(infos) > MAX_MEMBERS:
            raise ReadError(source, f"holds {len(infos):,} files; at most {MAX_MEMBERS:,} are read")
        for info in infos:
            if info.is_dir() or _hidden(info.filename):
                continue
            name = f"{source}/{info.filename}"
            try:
                with archive.open(info) as inner:
                    yield Member(name, Bounded(cast(BinaryIO, inner), name, lambda info=info: info.compress_size))  # type: ignore[misc]
            except (RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, OSError) as error:
                yield fault(name, f"cannot be unpacked: {error}")


def tar_members(stream: BinaryIO, source: str) -> Iterator[Member | Item]:
    """Regular files of a tar archive, read as a stream."""
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            # The archive keeps every header it has seen; a corpus has millions.
            archive.members = []  # type: ignore[attr-defined]
            inner = archive.extractfile(info) if info.isreg() and not _hidden(info.name) else None
            if inner is not None:
                yield Member(f"{source}/{info.name.removeprefix('./')}", cast(io.RawIOBase, inner))


def _hidden(name: str) -> bool:
    return any(part.startswith(_HIDDEN) for part in name.removeprefix("./").split("/"))
