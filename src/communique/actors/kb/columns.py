"""A user's own list, as CSV with a header."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from communique.actors.kb.checks import fault
from communique.actors.kb.entry import Entry
from communique.actors.kb.streams import text_lines
from communique.errors import ReadError

COLUMNS = (
    "name", "other_names", "kind", "country", "sector", "sector_2", "role", "start", "end", "confidence", "wikidata",
)  # fmt: skip
_LONGEST = 100_000


def entries_of_csv(path: Path) -> Iterator[Entry]:
    """Entries of a CSV file; its first line names the columns, of `COLUMNS` in any order, at least `name` and `kind`.

    Other names are separated by `|`; an empty cell or `-` is what is not known. A row may not run over several lines.

    Raises ReadError with the number of the first line that is at fault.
    """
    columns: list[str] | None = None
    for number, line in text_lines(path, longest=_LONGEST):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        cells = _cells(where, line)
        if columns is None:
            columns = _header(where, cells)
        elif len(cells) != len(columns):
            raise ReadError(where, f"{len(cells)} cells, where the header has {len(columns)}")
        else:
            yield _entry(where, dict(zip(columns, cells, strict=True)), path.name)
    if columns is None:
        raise ReadError(str(path), f"it is empty; the first line names the columns: {', '.join(COLUMNS)}")


def _cells(where: str, line: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], strict=True))]
    except (csv.Error, StopIteration) as error:
        raise ReadError(where, f"not CSV: {error}") from error


def _header(where: str, cells: list[str]) -> list[str]:
    columns = [cell.lower() for cell in cells]
    wrong = next((name for name in columns if name not in COLUMNS), None)
    if wrong is not None or len(set(columns)) < len(columns) or not {"name", "kind"} <= set(columns):
        named = f"no column {wrong!r}" if wrong is not None else "each column once, with name and kind among them"
        raise ReadError(where, f"{named}; there are: {', '.join(COLUMNS)}")
    return columns


def _entry(where: str, row: dict[str, str], table: str) -> Entry:
    cells = {key: None if value in {"", "-"} else value for key, value in row.items()}
    others = tuple(part.strip() for part in (cells.pop("other_names", None) or "").split("|") if part.strip())
    name = cells.pop("name") or ""
    kind = cells.pop("kind") or ""
    entry = Entry(name, kind, **cells, forms=(name, *others) if others else (), table=table)  # type: ignore[arg-type]
    if reason := fault(entry):
        raise ReadError(where, reason)
    return entry
