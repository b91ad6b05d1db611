"""Where the bytes are: globs, folders, files and addresses of any fsspec file system -> Files, in one order everywhere."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from communique.errors import CommandError
from communique.scale.forms import kind_of
from communique.scale.stored import MANIFEST, MARK

_WILD = ("*", "?", "[")


@dataclass(frozen=True, slots=True)
class File:
    """A file of the corpus: its name below the corpus's folder, its size in bytes, and where it is."""

    name: str
    size: int
    path: str = field(compare=False)
    system: Any = field(compare=False, repr=False)


def find_files(corpus: Sequence[str]) -> Iterator[File]:
    """Files whose ending is known, folder by folder in sorted order; hidden ones, and folders that a run wrote, are left out.

    Of folders, one listing is held at a time.

    Args:
        corpus: files, folders (recursive), globs (`**` too), each local or an address such as `s3://bucket/news/*.warc.gz`.
            Their order makes no difference.

    Raises CommandError where one of them is not there, or nothing in it can be read.
    """
    given = [(one, *_located(one)) for one in sorted(set(corpus))]
    root = _common([_folder(system, path) for _, system, path in given])
    for one, system, path in given:
        found = False
        for info in _entries(system, path, one):
            found = True
            yield File(info["name"].removeprefix(root), int(info.get("size") or 0), info["name"], system)
        if not found:
            raise CommandError(f"{one}: holds no file that can be read; see `communique run --help` for the endings")


@dataclass(slots=True)
class Meter:
    """How many bytes of the corpus were taken so far."""

    taken: int = 0


def outside(files: Iterable[File], folder: Path) -> Iterator[File]:
    """The files that are not in a folder of this machine."""
    inside = f"{folder.resolve().as_posix()}/"
    return (file for file in files if not (isinstance(file.system, LocalFileSystem) and file.path.startswith(inside)))


def opened(file: File, meter: Meter | None = None) -> BinaryIO:
    """The bytes of a file. Raises OSError where it cannot be opened; reading raises CommandError where it breaks off."""
    return io.BufferedReader(_Watched(file.system.open(file.path, "rb"), file.name, meter or Meter()), 1 << 18)


def _located(one: str) -> tuple[Any, str]:
    try:
        system, path = url_to_fs(one)
    except (ImportError, ValueError, OSError) as error:
        raise CommandError(f"{one}: cannot be reached: {error}") from error
    return system, path.rstrip("/") or path


def _folder(system: Any, path: str) -> str:
    """The folder that names are told below: the named one, or the one that a file, or a glob's first wild part, is in."""
    parts = path.split("/")
    wild = next((at for at, part in enumerate(parts) if any(mark in part for mark in _WILD)), None)
    if wild is not None:
        return "/".join(parts[:wild])
    return path if system.isdir(path) else path.rpartition("/")[0]


def _common(folders: Sequence[str]) -> str:
    """The deepest folder above all of them, with its slash."""
    split = [folder.split("/") for folder in folders]
    alike = 0
    for names in zip(*split, strict=False):
        if len(set(names)) > 1:
            break
        alike += 1
    root = "/".join(split[0][:alike]) if split else ""
    return f"{root}/" if root or alike else ""


def _entries(system: Any, path: str, given: str) -> Iterator[dict[str, Any]]:
    try:
        if any(mark in path for mark in _WILD):
            hidden = re.compile(r"/\.[^/]")
            for found in sorted(system.glob(path)):
                info = system.info(found)
                # With `**` a glob names what is inside folders, too.
                inside = info["type"] == "directory" and "**" in path
                if not inside and not hidden.search(found[len(_folder(system, path)) :]):
                    yield from _readable(system, info, named=False)
        else:
            yield from _readable(system, system.info(path), named=True)
    except FileNotFoundError as error:
        raise CommandError(f"{given}: there is no such file or folder") from error
    except PermissionError as error:
        raise CommandError(f"{given}: may not be read: permission denied") from error


def _readable(system: Any, info: dict[str, Any], *, named: bool) -> Iterator[dict[str, Any]]:
    if info["type"] == "directory":
        inside = system.ls(info["name"], detail=True)
        if _holds_tables(system, inside):
            return
        for one in sorted(inside, key=lambda entry: str(entry["name"])):
            if not one["name"].rstrip("/").rpartition("/")[2].startswith(".") and one["name"] != info["name"]:
                if not (one["type"] == "directory" and one.get("islink")):
                    yield from _readable(system, one, named=False)
    elif kind_of(info["name"]) is not None:
        yield info
    elif named:
        raise CommandError(f"{info['name']}: has no ending that is read; see `communique run --help`")


def _holds_tables(system: Any, inside: list[dict[str, Any]]) -> bool:
    """Whether a folder is one that a run wrote: what came out of a corpus is no part of it."""
    manifest = next((one["name"] for one in inside if one["name"].endswith(f"/{MANIFEST}")), None)
    return manifest is not None and MARK in system.cat_file(manifest, start=0, end=200)


class _Watched(io.RawIOBase):
    """A file's bytes, where what breaks off while it is read ends the run, and is no fault of the report."""

    def __init__(self, stream: BinaryIO, name: str, meter: Meter) -> None:
        self._stream, self._name, self._meter = stream, name, meter

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._stream.read(len(buffer))
        except OSError as error:
            raise CommandError(f"{self._name}: reading broke off: {error}; the same command goes on from here") from error
        self._meter.taken += len(data)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()
