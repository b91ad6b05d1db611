"""Text that commands read line by line: files, packed or not, and standard input."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
