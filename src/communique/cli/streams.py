"""Text that commands read line by line and write: files, packed or not, standard input and output."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from communique.errors import CommandError


@contextmanager
def opened(source: str) -> Iterator[TextIO]:
    """A UTF-8 text by name, unpacked where it ends in `.gz`; `-` is standard input.

    Raises CommandError where it cannot be opened, or turns out while it is read to be no such text.
    """
    try:
        if source == "-":
            yield sys.stdin
            return
        with gzip.open(source, "rt", encoding="utf-8") if source.endswith(".gz") else open(source, encoding="utf-8") as stream:
            yield stream
    except BrokenPipeError:
        # Of what the caller writes meanwhile, not of this text.
        raise
    except FileNotFoundError as error:
        raise CommandError(f"{source}: there is no such file") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{source}: cannot be read: it is not UTF-8") from error
    except (OSError, EOFError) as error:
        raise CommandError(f"{source}: cannot be read: {getattr(error, 'strerror', None) or error}") from error


@contextmanager
def written(out: Path | None, *, whole: bool) -> Iterator[TextIO]:
    """Standard output, or a file; one that is of use only as a `whole` takes its name once all is written.

    Raises CommandError where it cannot be written.
    """
    if out is None:
        yield sys.stdout
        return
    # A pipe or a device is written to as it is; only a file can be put in place of another.
    part = out.with_name(f"{out.name}.part") if whole and (out.is_file() or not out.exists()) else out
    try:
        stream = part.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise CommandError(f"{out}: cannot be written: {error.strerror}") from error
    try:
        with stream:
            yield stream
        if part != out:
            part.replace(out)
    finally:
        if part != out:
            part.unlink(missing_ok=True)
