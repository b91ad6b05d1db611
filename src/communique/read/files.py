"""Files, folders and standard input -> Articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from communique.errors import ReadError
from communique.read.formats import SUFFIXES, Format, read_stream
from communique.types import Article

_PACKED = ".gz"


def read_path(source: str, max_chars: int) -> Iterator[Article | ReadError]:
    """Articles of a file, or of all files in a folder whose ending is known: recursive, in sorted order, no hidden ones.

    A file that is named itself is read whatever its ending; its first bytes then tell the format.
    """
    path = Path(source)
    try:
        if not path.is_dir():
            yield from _read_file(path, source, max_chars)
            return
        found = list(files_in(path))
    except (OSError, ValueError) as error:
        raise ReadError(source, _reason(error)) from error
    if not found:
        raise ReadError(source, f"the folder holds no file ending in {', '.join(SUFFIXES)}, plain or {_PACKED}")
    for file in found:
        yield from _read_file(file, str(file), max_chars)


def read_standard_input(max_chars: int) -> Iterator[Article | ReadError]:
    """Articles of standard input: JSONL, JSON, HTML or text, told by its first bytes."""
    return read_stream(sys.stdin.buffer, "standard input", max_chars)


def _read_file(path: Path, source: str, max_chars: int) -> Iterator[Article | ReadError]:
    try:
        with path.open("rb") as stream:
            yield from read_stream(stream, source, max_chars, format=_format_of(path))
    except (OSError, ValueError) as error:
        yield ReadError(source, _reason(error))


def files_in(folder: Path) -> Iterator[Path]:
    """Files below a folder whose ending is known, sorted part by part, so that the order is the same on every machine."""
    names = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("."))
    for path in (folder / name for name in names):
        if path.is_dir() and not path.is_symlink():
            yield from files_in(path)
        elif path.is_file() and _format_of(path) is not None:
            yield path


def _format_of(path: Path) -> Format | None:
    name = path.name.lower().removesuffix(_PACKED)
    return SUFFIXES.get(Path(name).suffix)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read: permission denied"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"
